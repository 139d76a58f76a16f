// Keeps all the envelopes of a submission or none, against one proof, in one transaction that needs no answer in between:
// the same on an embedded file and over HTTP.
import type { Day } from '../../protocol/day.ts'
import type { Statement, Store } from '../store.ts'
import { insertEnvelopeIf, type KeptEnvelope } from './envelopes.ts'
import { spenderOf, spendProof, spentBy, type Spending } from './spent-proofs.ts'

/**
 * `kept`: whatever was kept already, under an earlier proof, is there once. `already-kept`: the same body had spent this
 * proof. `proof-spent`: another body had.
 */
export type KeepOutcome = 'kept' | 'already-kept' | 'proof-spent'

/** Throws `StoreFailure` when nothing is known to be kept: the sender tries again with the same body and proof. */
export async function keepSubmission(
  store: Store,
  spending: Spending,
  kept: readonly KeptEnvelope[],
  receivedOn: Day,
): Promise<KeepOutcome> {
  const results = await store.write((database) => [
    spendProof(database, spending),
    ...kept.map((envelope): Statement => insertEnvelopeIf(database, envelope, receivedOn, spentBy(spending))),
    spenderOf(database, spending.nonce),
  ])
  const [spender] = results.at(-1) as Awaited<ReturnType<typeof spenderOf>>
  if (spender?.claim === spending.claim) return 'kept'
  return spender?.bodyMac === spending.bodyMac ? 'already-kept' : 'proof-spent'
}
