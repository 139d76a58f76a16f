// Releases and their ledger. A release is written once, with its ledger row, in one transaction; nothing here changes what it says.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { windowsSharing } from '../../protocol/statistics-window.ts'
import type { Store } from '../store.ts'
import { ledger, releases } from './schema.ts'

export interface KeptRelease {
  family: string
  window: string
  rung: string
  epsilonNumerator: number
  epsilonDenominator: number
  /** A day. */
  drawnOn: string
  /** The exact text served. */
  body: string
  sha256: string
  held: boolean
}

/**
 * Keeps a release and its ledger row, both or none. A family and a period that have theirs keep it: whoever came first. So do a year
 * and its quarters: a report is paid for once in a family, whichever rung it was counted at. False when another was first, or when something
 * that is not this release stands in its place. Throws `StoreFailure`.
 */
export async function keepRelease(store: Store, kept: KeptRelease): Promise<boolean> {
  const { family, window, rung, body, sha256, held, epsilonNumerator, epsilonDenominator, drawnOn } = kept
  const spent = and(eq(ledger.family, family), inArray(ledger.window, windowsSharing(window)))
  const isFirst = sql`not exists (select 1 from ${ledger} where ${spent})`
  const own = and(
    eq(releases.family, family),
    eq(releases.window, window),
    eq(releases.body, body),
    eq(releases.sha256, sha256),
  )
  const isThere = sql`exists (select 1 from ${releases} where ${own})`
  const [, drawn] = await store.write((database) => [
    database
      .insert(releases)
      .select(sql`select ${family}, ${window}, ${body}, ${sha256}, ${held ? 1 : 0}, null where ${isFirst}`)
      .onConflictDoNothing(),
    database
      .insert(ledger)
      .select(
        sql`select ${family}, ${window}, ${rung}, ${epsilonNumerator}, ${epsilonDenominator}, ${drawnOn} where ${isFirst} and ${isThere}`,
      )
      .onConflictDoNothing()
      .returning({ window: ledger.window }),
  ])
  return drawn.length > 0
}

export interface StoredRelease {
  family: string
  window: string
  body: string
  sha256: string
  held: boolean
  note: string | null
}

/** Null when there is none. It may be held. */
export async function readRelease(
  store: Store,
  family: string,
  window: string,
): Promise<StoredRelease | null> {
  const [found] = await store.read((database) =>
    database
      .select()
      .from(releases)
      .where(and(eq(releases.family, family), eq(releases.window, window))),
  )
  return found ?? null
}

/** Every release, held ones too, by period. */
export const readReleases = (store: Store): Promise<StoredRelease[]> =>
  store.read((database) =>
    database.select().from(releases).orderBy(asc(releases.window), asc(releases.family)),
  )

export type LedgerRow = typeof ledger.$inferSelect

/** What was spent, by period: a row a release. */
export const readLedger = (store: Store): Promise<LedgerRow[]> =>
  store.read((database) => database.select().from(ledger).orderBy(asc(ledger.window), asc(ledger.family)))
