// Lets go of what is past its time, a slice at a time, so that whoever reports meanwhile waits for one slice at most: spent proofs of both
// stores, dead sessions, envelopes that nobody opened or whose case is over, messages, holds and parts, permits, invitations, what an
// association that left has left behind. It opens and reads none. Stopped anywhere, the next run goes on.
import { noteDepartures, purgeDeparted } from '../../db/envelopes/departures.ts'
import { forgetExpired, letGo, overSince, unopenedSince, untouchedSince } from '../../db/envelopes/expired.ts'
import { purgeInvitations } from '../../db/envelopes/invitations.ts'
import { fillDecoys, purgeMessages } from '../../db/envelopes/mailbox.ts'
import { purgeHolds } from '../../db/envelopes/part-holds.ts'
import { forgetParts, sendUnheldAway } from '../../db/envelopes/parts.ts'
import { forgetPurges } from '../../db/envelopes/purges.ts'
import { purgeSessions } from '../../db/envelopes/sessions.ts'
import { purgePermits } from '../../db/envelopes/upload-permits.ts'
import type { Went } from '../../db/slice.ts'
import { purgeSpentProofs } from '../../db/spent-proofs.ts'
import type { Store } from '../../db/store.ts'
import {
  countedBefore,
  departedBefore,
  expiredBefore,
  spentBefore,
  touchedBefore,
  unheldBefore,
  unopenedBefore,
} from '../../domain/retention.ts'
import { secondsOf, sessionLimits } from '../../domain/sign-in.ts'
import { dayOf, type Day } from '../../protocol/day.ts'
import type { PartStore } from '../parts/part-store.ts'

export interface PurgedStores {
  envelopes: Store
  statistics: Store
  parts: PartStore
  /** Whom the directory lists; null where it could not be read, or is not of today: then nobody has left it. */
  directory: { associations: readonly string[]; issuedOn: Day } | null
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
  /** Associations that had left the directory, with all that they left behind. */
  departed: number
}

/** What one run may take. What is left then is for the next. */
export interface PurgeBounds {
  slices: number
  milliseconds: number
}

/** Well within the thousand requests to other servers that one run of an edge worker may make; each hour brings another run. */
export const EDGE_BOUNDS: PurgeBounds = { slices: 200, milliseconds: 60_000 }
/** Over well before the next hour. */
export const HOURLY_BOUNDS: PurgeBounds = { slices: Infinity, milliseconds: 30 * 60_000 }

/** Rows at once of what is small; of sealed envelopes (at most 6 MB), messages (at most 2 MB) and parts (8 MB): what goes is overwritten. */
const SMALL_ROWS = 500
const ENVELOPES = 100
const MESSAGES = 25
const PARTS = 32

interface Kind {
  slice: () => Promise<Went & { ended?: number }>
  /** What its count is called; null for what is for nobody to read. */
  name: keyof Purged | null
}

const kindsAt = (stores: PurgedStores, now: number): Kind[] => {
  const { envelopes, statistics } = stores
  const today = dayOf(now)
  const { over, any } = touchedBefore(now)
  return [
    { name: 'unopened', slice: () => letGo(envelopes, unopenedSince(unopenedBefore(now)), today, ENVELOPES) },
    { name: 'ended', slice: () => letGo(envelopes, overSince(over), today, ENVELOPES) },
    { name: 'ended', slice: () => letGo(envelopes, untouchedSince(any), today, ENVELOPES) },
    { name: 'expired', slice: () => forgetExpired(envelopes, expiredBefore(now), today, SMALL_ROWS) },
    { name: 'messages', slice: () => purgeMessages(envelopes, today, today, MESSAGES) },
    { name: 'holds', slice: () => purgeHolds(envelopes, today, today, SMALL_ROWS) },
    { name: 'parts', slice: () => purgeParts(stores, now) },
    {
      name: 'sessions',
      slice: () => purgeSessions(envelopes, sessionLimits(now), today, SMALL_ROWS),
    },
    { name: 'invitations', slice: () => purgeInvitations(envelopes, today, SMALL_ROWS) },
    ...(stores.directory?.associations.length ? [departedAt(envelopes, now)] : []),
    { name: 'permits', slice: () => purgePermits(envelopes, secondsOf(now), SMALL_ROWS) },
    { name: 'proofs', slice: () => purgeSpentProofs(envelopes, spentBefore(now), SMALL_ROWS) },
    // One for each card, and each hour: how many cards came is for nobody to read.
    { name: null, slice: () => purgeSpentProofs(statistics, spentBefore(now), SMALL_ROWS) },
    { name: null, slice: () => forgetPurges(envelopes, countedBefore(now), SMALL_ROWS) },
  ]
}

/** Nothing of it goes while nobody knows who is listed: some may be again. */
const departedAt = (envelopes: Store, now: number): Kind => ({
  name: 'departed',
  slice: () => purgeDeparted(envelopes, departedBefore(now), dayOf(now), ENVELOPES),
})

/** `noted` is how many associations were found to have left the directory. */
export interface PurgeRun {
  purged: Purged
  noted: number
  more: boolean
}

/**
 * A slice of each kind in turn, until nothing is left or the bounds are met: however much there is of one, the others go too. `now` is in
 * milliseconds. Throws `StoreFailure`; running it again is harmless, also at the same moment.
 */
export async function purge(
  stores: PurgedStores,
  now: number,
  { slices, milliseconds }: PurgeBounds = HOURLY_BOUNDS,
): Promise<PurgeRun> {
  const startedAt = performance.now()
  const purged = nothing()
  await fillDecoys(stores.envelopes)
  const noted = stores.directory ? await noteDepartures(stores.envelopes, stores.directory, dayOf(now)) : 0
  let taken = 0
  for (let kinds = kindsAt(stores, now); kinds.length > 0;) {
    const unfinished: Kind[] = []
    for (const kind of kinds) {
      if (taken >= slices || performance.now() - startedAt > milliseconds)
        return { purged, noted, more: true }
      const { count, more, ended = 0 } = await kind.slice()
      taken++
      purged.ended += ended
      if (kind.name !== null) purged[kind.name] += count
      if (more) unfinished.push(kind)
    }
    kinds = unfinished
  }
  return { purged, noted, more: false }
}

const nothing = (): Purged => ({
  proofs: 0,
  sessions: 0,
  unopened: 0,
  ended: 0,
  expired: 0,
  messages: 0,
  holds: 0,
  parts: 0,
  permits: 0,
  invitations: 0,
  departed: 0,
})

/** The bytes go before the row: where either fails, the row is found again the next time. */
async function purgeParts({ envelopes, parts }: PurgedStores, now: number): Promise<Went> {
  const leaving = await sendUnheldAway(envelopes, unheldBefore(now), dayOf(now), PARTS)
  if (leaving.length === 0) return { count: 0, more: false }
  await parts.drop(leaving)
  return { count: await forgetParts(envelopes, leaving, dayOf(now)), more: leaving.length === PARTS }
}

/**
 * What the operator reads: each count under its name, how many departures were noted, and whether the next run has more to do. Null when
 * there is nothing to say.
 */
export function purgeLine({ purged, noted, more }: PurgeRun): string | null {
  const counts = Object.entries(purged).map(([what, count]: [string, number]) => `${what}=${count}`)
  if (!more && noted === 0 && Object.values(purged).every((count) => count === 0)) return null
  const departures = noted > 0 ? [`departure-noted=${noted}`] : []
  return ['purged', ...counts, ...departures, ...(more ? ['more-is-left'] : [])].join(' ')
}
