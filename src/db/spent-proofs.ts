// Proofs and sign-in challenges that were used: one use each, and a way to recognise a retry. The same for either store.
import { and, eq, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { spentProofs } from './spent-proofs-table.ts'
import { rowsOf, someOf, wentOf, type Went } from './slice.ts'
import type { Database, Store } from './store.ts'

/** An attempt to spend a proof. `claim` is a fresh random integer; `expiresAt` is in seconds. */
export interface Spending {
  claim: number
  nonce: string
  bodyMac: string
  expiresAt: number
}

/** Takes the nonce for this claim, or does nothing when it is taken. */
export const spendProof = (database: Database, spending: Spending) =>
  database.insert(spentProofs).values(spending).onConflictDoNothing()

/** The same, and nothing unless `condition` holds. */
export const spendProofIf = (
  database: Database,
  { claim, nonce, bodyMac, expiresAt }: Spending,
  condition: SQL,
) =>
  database
    .insert(spentProofs)
    .select(sql`select ${claim}, ${nonce}, ${bodyMac}, ${expiresAt} where ${condition}`)
    .onConflictDoNothing()

/** Who spent a nonce: at most one row. */
export const spenderOf = (database: Database, nonce: string) =>
  database
    .select({ claim: spentProofs.claim, bodyMac: spentProofs.bodyMac })
    .from(spentProofs)
    .where(eq(spentProofs.nonce, nonce))

/** True in SQL when this very attempt spent the nonce. */
export const spentBy = ({ nonce, claim }: Spending): SQL =>
  sql`exists (select 1 from ${spentProofs} where ${and(eq(spentProofs.nonce, nonce), eq(spentProofs.claim, claim))})`

/** Spends a proof by itself; false when it was spent before, on whatever it was. */
export async function spendOnce(store: Store, spending: Spending): Promise<boolean> {
  const [, spenders] = await store.write((database) => [
    spendProof(database, spending),
    spenderOf(database, spending.nonce),
  ])
  return spenders[0]?.claim === spending.claim
}

/** Whether a nonce was spent on a body with this MAC. */
export async function wasSpentOn(store: Store, nonce: string, bodyMac: string): Promise<boolean> {
  const [spender] = await store.read((database) => spenderOf(database, nonce))
  return spender?.bodyMac === bodyMac
}

/** How many proofs were spent whose challenge expires at one of these seconds, up to `most`: no more rows of the index are looked at. */
export async function countAccepted(
  store: Store,
  expiringAt: readonly number[],
  most: number,
): Promise<number> {
  const [row] = await store.read((database) =>
    database.all<{ accepted: number }>(
      sql`select count(*) as "accepted" from (select 1 from ${spentProofs} where ${inArray(spentProofs.expiresAt, [...expiringAt])} limit ${most})`,
    ),
  )
  return Number(row?.accepted ?? 0)
}

/** Deletes at most so many of what expired before `expiredBefore` (seconds). */
export async function purgeSpentProofs(store: Store, expiredBefore: number, atMost: number): Promise<Went> {
  const expired = someOf(spentProofs, spentProofs.claim, lt(spentProofs.expiresAt, expiredBefore), atMost)
  const [result] = await store.write((database) => [
    database.delete(spentProofs).where(inArray(spentProofs.claim, expired)),
  ])
  return wentOf(rowsOf(result), atMost)
}
