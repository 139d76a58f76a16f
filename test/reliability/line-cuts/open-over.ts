// A phone whose every request goes over a line that can be cut, and what of the store a journey is judged by.
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { openPhone } from '../../support/browser.ts'
import { openCutLine } from './cut-line.ts'
import { queryFile } from '../../support/servers/node-process.ts'
import type { House, Journey } from './journey.ts'

export async function openOver(
  { browser, demonstration }: House,
  options: BrowserContextOptions = {},
): Promise<Pick<Journey, 'phone' | 'line'>> {
  const line = await openCutLine(demonstration.origin)
  const phone = await openPhone(browser, demonstration.origin, { ...options, proxy: { server: line.proxy } })
  return { phone, line }
}

const KEPT = [
  'envelopes',
  'mailbox_cells',
  'part_holds',
  'parts',
  'part_bytes',
  'records',
  'case_files',
] as const

export const query = ({ demonstration }: House, sql: string) =>
  queryFile(join(demonstration.dataDir, 'envelopes.db'), sql)

/** Nothing of whoever came before: what is there afterwards is this person's. */
export async function emptyStore(house: House): Promise<void> {
  for (const table of KEPT) await query(house, `delete from ${table}`)
  await queryFile(join(house.demonstration.dataDir, 'statistics.db'), 'delete from cards')
}

export const countCards = async ({ demonstration }: House): Promise<number> =>
  (await queryFile(join(demonstration.dataDir, 'statistics.db'), 'select 1 from cards')).length
