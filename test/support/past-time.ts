// Rows that are past their time, of every kind that a purge lets go, made by the store itself: they need not be what anyone sent.
import type { RunningServer } from './servers/running-server.ts'

/** Long before any day that a test is run on. */
const LONG_AGO = '2025-01-01'

const key = 'abs(random() % 9007199254740991)'
const hash = 'lower(hex(randomblob(32)))'
const envelope = `${key}, 'ecoute-sud', 'F', randomblob(bytes), ${hash}, '${LONG_AGO}'`

/** What is inserted for each, and where: `bytes` is what a sealed thing weighs. */
const MAKINGS = {
  unopened: `envelopes select ${envelope}, null, null, null`,
  ended: `envelopes select ${envelope}, '${LONG_AGO}', '${LONG_AGO}', 'done'`,
  expired: `expired_envelopes select ${key}, ${hash}, '${LONG_AGO}', 'expired'`,
  messages: `mailbox_cells select ${key}, 'm' || (n % 7), n, cell, 2, '${LONG_AGO}', '${LONG_AGO}', randomblob(bytes) from numbers, (select 0 as cell union all select 1)`,
  holds: `part_holds select ${key}, ${hash}, ${hash}, '${LONG_AGO}'`,
  parts: `parts select ${key}, ${hash}, 20, '${LONG_AGO}', 0`,
  sessions: `sessions select ${hash}, 'ecoute-sud', 'F', 1, 1`,
  invitations: `invitations select ${key}, ${hash}, 'ecoute-sud', '${LONG_AGO}', null, randomblob(64), null`,
  permits: `upload_permits select ${key}, ${hash}, 0, 1`,
  proofs: `spent_proofs select ${key}, ${hash}, 'm', 1`,
} as const

export type PastKind = keyof typeof MAKINGS
export const PAST_KINDS = Object.keys(MAKINGS) as PastKind[]

/** As many of each. */
export async function makePast(
  query: RunningServer['query'],
  counts: Partial<Record<PastKind, number>>,
  bytes = 4245,
): Promise<void> {
  for (const [kind, count] of Object.entries(counts) as [PastKind, number][]) {
    const making = MAKINGS[kind].replaceAll('bytes', String(bytes))
    const table = making.slice(0, making.indexOf(' '))
    const rows = making.slice(table.length)
    const from = rows.includes(' from numbers') ? '' : ' from numbers'
    await query(
      `insert into ${table} with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})${rows}${from}`,
    )
  }
}
