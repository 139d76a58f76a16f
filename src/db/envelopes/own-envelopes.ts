// What the author of envelopes may do with them, known by the hashes of their tokens alone: see where each stands, erase it, tie
// it to another token. It never tells which association holds one. Whatever writes looks first: a made-up token must not take
// the one writer's time.
import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { EnvelopeStatus, Erasure } from '../../protocol/envelope-status.ts'
import type { Database, Store } from '../store.ts'
import { dropOrphanedFiles } from './case-files.ts'
import { envelopes, expiredEnvelopes } from './schema.ts'

/** One query for all. A hash without an envelope, held or gone, is not in the map. */
export async function statusesOf(
  store: Store,
  tokenHashes: readonly string[],
): Promise<Map<string, EnvelopeStatus>> {
  const { tokenHash, acknowledgedOn, standing } = envelopes
  const hashes = [...tokenHashes]
  // A held one comes last, so that it prevails over an earlier one of the same token that is gone.
  const rows = await store.read((database) =>
    database.all<{ tokenHash: string; status: EnvelopeStatus }>(
      sql`select ${expiredEnvelopes.tokenHash} as "tokenHash", ${expiredEnvelopes.status} as "status", 0 as "held" from ${expiredEnvelopes} where ${inArray(expiredEnvelopes.tokenHash, hashes)} union all select ${tokenHash}, coalesce(${standing}, case when ${acknowledgedOn} is not null then 'opened' else 'waiting' end), 1 from ${envelopes} where ${inArray(tokenHash, hashes)} order by "held"`,
    ),
  )
  return new Map(rows.map((row) => [row.tokenHash, row.status]))
}

/** Deletes these envelopes and the memory of those that are gone; or only the ones that nobody acknowledged. */
export async function eraseEnvelopes(
  store: Store,
  tokenHashes: readonly string[],
  only: Erasure['only'],
): Promise<void> {
  const hashes = [...(await statusesOf(store, tokenHashes)).keys()]
  if (hashes.length === 0) return
  const ours = inArray(envelopes.tokenHash, hashes)
  if (only === 'unopened') {
    await store.write((database) => [
      database.delete(envelopes).where(and(ours, isNull(envelopes.acknowledgedOn))),
      dropOrphanedFiles(database),
    ])
    return
  }
  await store.write((database) => [
    database.delete(envelopes).where(ours),
    dropOrphanedFiles(database),
    database.delete(expiredEnvelopes).where(inArray(expiredEnvelopes.tokenHash, hashes)),
  ])
}

/** From one token's hash to another's. */
export interface TokenMove {
  from: string
  to: string
}

/** Ties envelopes, held or gone, to other tokens. Where the new hash is taken already, that envelope keeps its own. */
export async function moveEnvelopes(store: Store, moves: readonly TokenMove[]): Promise<void> {
  const found = await statusesOf(
    store,
    moves.map(({ from }) => from),
  )
  const [first, ...others] = moves.filter(({ from }) => found.has(from))
  if (!first) return
  await store.write((database) => [
    ...moved(database, first),
    ...others.flatMap((each) => moved(database, each)),
  ])
}

const moved = (database: Database, { from, to }: TokenMove) =>
  [
    database
      .update(envelopes)
      .set({ tokenHash: to })
      .where(and(eq(envelopes.tokenHash, from), isFree(to))),
    database
      .update(expiredEnvelopes)
      .set({ tokenHash: to })
      .where(and(eq(expiredEnvelopes.tokenHash, from), isFree(to))),
  ] as const

/** True in SQL when no envelope answers to this hash. */
const isFree = (hash: string): SQL =>
  sql`not exists (select 1 from ${envelopes} where ${eq(envelopes.tokenHash, hash)}) and not exists (select 1 from ${expiredEnvelopes} where ${eq(expiredEnvelopes.tokenHash, hash)})`
