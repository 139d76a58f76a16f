// What decides to whom a service is proposed, written on its row: the island that sorts the rows then needs no data of its own.
import type { ServiceReach } from '../help/service.ts'

/** Read back by src/client/help/service-rows.ts. What is empty is left out. */
export const reachAttributes = (row: ServiceReach): Record<string, string | undefined> => ({
  'data-service': row.id,
  'data-needs': codes(row.needs),
  'data-acts': codes(row.acts),
  'data-audiences': codes(row.audiences),
  'data-territory': codes(row.territory),
  'data-ages': row.ages === 'all' ? undefined : row.ages,
  'data-always': row.always ? '' : undefined,
  'data-abroad': row.abroad ? '' : undefined,
})

const codes = (list: readonly string[]): string | undefined => list.join(' ') || undefined
