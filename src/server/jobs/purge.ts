// Lets go of what is past its time: spent proofs of both stores, dead sessions, envelopes that nobody opened. It opens and
// reads none.
import { purgeUnopened } from '../../db/envelopes/envelopes.ts'
import { purgeSessions } from '../../db/envelopes/sessions.ts'
import { purgeSpentProofs } from '../../db/spent-proofs.ts'
import type { Store } from '../../db/store.ts'
import { spentBefore, unopenedBefore } from '../../domain/retention.ts'
import { sessionLimits } from '../../domain/sign-in.ts'

export interface PurgedStores {
  envelopes: Store
  statistics: Store
}

/** How many of each went. */
export interface Purged {
  proofs: number
  sessions: number
  unopened: number
}

/** `now` is in milliseconds. Throws `StoreFailure`; running it again is harmless. */
export async function purge({ envelopes, statistics }: PurgedStores, now: number): Promise<Purged> {
  const before = spentBefore(now)
  return {
    proofs: (await purgeSpentProofs(envelopes, before)) + (await purgeSpentProofs(statistics, before)),
    sessions: await purgeSessions(envelopes, sessionLimits(now)),
    unopened: await purgeUnopened(envelopes, unopenedBefore(now)),
  }
}

/** What the operator reads; null when nothing went. */
export const purgeLine = ({ proofs, sessions, unopened }: Purged): string | null =>
  proofs + sessions + unopened > 0
    ? `purged proofs=${proofs} sessions=${sessions} unopened=${unopened}`
    : null
