// Keeps rows against one proof, all or none, in one transaction that needs no answer in between: the same on an embedded file
// and over HTTP.
import type { SQL } from 'drizzle-orm'
import { spenderOf, spendProof, spentBy, type Spending } from './spent-proofs.ts'
import type { Database, Statement, Store } from './store.ts'

/**
 * `kept`: whatever was kept already, under an earlier proof, is there once. `already-kept`: the same body had spent this
 * proof. `proof-spent`: another body had.
 */
export type KeepOutcome = 'kept' | 'already-kept' | 'proof-spent'

/**
 * `insertsIf` makes statements that insert only when a condition holds in the same transaction: that this attempt spent the
 * proof. Throws `StoreFailure` when nothing is known to be kept: the sender tries again with the same body and proof.
 */
export async function keepOnce(
  store: Store,
  spending: Spending,
  insertsIf: (database: Database, condition: SQL) => readonly Statement[],
): Promise<KeepOutcome> {
  const results = await store.write((database) => [
    spendProof(database, spending),
    ...insertsIf(database, spentBy(spending)),
    spenderOf(database, spending.nonce),
  ])
  const [spender] = results.at(-1) as Awaited<ReturnType<typeof spenderOf>>
  if (spender?.claim === spending.claim) return 'kept'
  return spender?.bodyMac === spending.bodyMac ? 'already-kept' : 'proof-spent'
}
