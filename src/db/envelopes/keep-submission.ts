// Keeps all the envelopes of a submission or none, against one proof.
import type { Day } from '../../protocol/day.ts'
import { keepOnce, type KeepOutcome } from '../keep-once.ts'
import type { Spending } from '../spent-proofs.ts'
import type { Store } from '../store.ts'
import { insertEnvelopeIf, type KeptEnvelope } from './envelopes.ts'

/** An envelope that is kept already is recognised by its token, whatever proof it comes under. Throws `StoreFailure`. */
export const keepSubmission = (
  store: Store,
  spending: Spending,
  kept: readonly KeptEnvelope[],
  receivedOn: Day,
): Promise<KeepOutcome> =>
  keepOnce(store, spending, (database, condition) =>
    kept.map((envelope) => insertEnvelopeIf(database, envelope, receivedOn, condition)),
  )
