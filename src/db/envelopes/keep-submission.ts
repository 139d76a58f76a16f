// Keeps all the envelopes of a submission or none, against one proof.
import { sql } from 'drizzle-orm'
import type { Day } from '../../protocol/day.ts'
import type { KeepOutcome } from '../keep-once.ts'
import { spenderOf, spendProofIf, spentBy, type Spending } from '../spent-proofs.ts'
import type { Store } from '../store.ts'
import { insertEnvelopeIf, type KeptEnvelope } from './envelopes.ts'
import { envelopes } from './schema.ts'

/**
 * An envelope that is kept already, byte for byte under its token, stays as it is, whatever proof it comes under. `token-taken`: a token
 * has other bytes; nothing was kept and the proof is not spent. Throws `StoreFailure`.
 */
export async function keepSubmission(
  store: Store,
  spending: Spending,
  kept: readonly KeptEnvelope[],
  receivedOn: Day,
): Promise<KeepOutcome | 'token-taken'> {
  const others = kept.map(
    ({ tokenHash, sealed }) =>
      sql`(${envelopes.tokenHash} = ${tokenHash} and ${envelopes.sealed} <> ${sealed})`,
  )
  const areFree = sql`not exists (select 1 from ${envelopes} where ${sql.join(others, sql` or `)})`
  const results = await store.write((database) => [
    spendProofIf(database, spending, areFree),
    ...kept.map((envelope) => insertEnvelopeIf(database, envelope, receivedOn, spentBy(spending))),
    spenderOf(database, spending.nonce),
  ])
  const [spender] = results.at(-1) as Awaited<ReturnType<typeof spenderOf>>
  if (!spender) return 'token-taken'
  if (spender.claim === spending.claim) return 'kept'
  return spender.bodyMac === spending.bodyMac ? 'already-kept' : 'proof-spent'
}
