// Lets go of what is past its time: spent proofs of both stores, dead sessions, envelopes that nobody opened or whose case is over, messages whose day
// came, parts of files that nothing holds. It opens and reads none.
import { endUntouched, expireUnopened, forgetExpired } from '../../db/envelopes/expired.ts'
import { purgeInvitations } from '../../db/envelopes/invitations.ts'
import { fillDecoys, purgeMessages } from '../../db/envelopes/mailbox.ts'
import { purgeHolds } from '../../db/envelopes/part-holds.ts'
import { forgetParts, sendUnheldAway } from '../../db/envelopes/parts.ts'
import { purgeSessions } from '../../db/envelopes/sessions.ts'
import { purgePermits } from '../../db/envelopes/upload-permits.ts'
import { purgeSpentProofs } from '../../db/spent-proofs.ts'
import type { Store } from '../../db/store.ts'
import {
  expiredBefore,
  spentBefore,
  touchedBefore,
  unheldBefore,
  unopenedBefore,
} from '../../domain/retention.ts'
import { secondsOf, sessionLimits } from '../../domain/sign-in.ts'
import { dayOf } from '../../protocol/day.ts'
import type { PartStore } from '../parts/part-store.ts'

export interface PurgedStores {
  envelopes: Store
  statistics: Store
  parts: PartStore
}

/** How many of each went. */
export interface Purged {
  /** Those of the envelopes alone. */
  proofs: number
  sessions: number
  /** Envelopes that nobody opened. */
  unopened: number
  /** Envelopes of cases that were over, or that nobody touched any more. */
  ended: number
  /** What told authors that theirs had gone. */
  expired: number
  /** Messages of mailboxes that had been kept as long as they were to be. */
  messages: number
  /** What kept a part, and its days were over. */
  holds: number
  /** Parts of files that nothing held. */
  parts: number
  permits: number
  /** Invitations to a team that nobody took up in time. */
  invitations: number
}

/** `now` is in milliseconds. Throws `StoreFailure`; running it again is harmless. */
export async function purge(stores: PurgedStores, now: number): Promise<Purged> {
  const { envelopes, statistics } = stores
  const before = spentBefore(now)
  await fillDecoys(envelopes)
  // One for each card, and each hour: how many cards came is for nobody to read.
  await purgeSpentProofs(statistics, before)
  return {
    proofs: await purgeSpentProofs(envelopes, before),
    sessions: await purgeSessions(envelopes, sessionLimits(now)),
    unopened: await expireUnopened(envelopes, unopenedBefore(now), dayOf(now)),
    ended: await endUntouched(envelopes, touchedBefore(now), dayOf(now)),
    expired: await forgetExpired(envelopes, expiredBefore(now)),
    messages: await purgeMessages(envelopes, dayOf(now)),
    holds: await purgeHolds(envelopes, dayOf(now)),
    parts: await purgeParts(stores, now),
    permits: await purgePermits(envelopes, secondsOf(now)),
    invitations: await purgeInvitations(envelopes, dayOf(now)),
  }
}

/** 8 MB at a time: what is deleted is overwritten, and nobody should wait for that. */
const PARTS_AT_ONCE = 32

/** The bytes go before the row: where either fails, the row is found again the next time. */
async function purgeParts({ envelopes, parts }: PurgedStores, now: number): Promise<number> {
  for (let purged = 0; ;) {
    const leaving = await sendUnheldAway(envelopes, unheldBefore(now), dayOf(now), PARTS_AT_ONCE)
    if (leaving.length > 0) {
      await parts.drop(leaving)
      await forgetParts(envelopes, leaving)
    }
    purged += leaving.length
    if (leaving.length < PARTS_AT_ONCE) return purged
  }
}

/** What the operator reads: each count under its name. Null when nothing went. */
export function purgeLine(purged: Purged): string | null {
  const counts = Object.entries(purged).map(([what, count]: [string, number]) => `${what}=${count}`)
  return Object.values(purged).some((count) => count > 0) ? `purged ${counts.join(' ')}` : null
}
