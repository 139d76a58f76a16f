// Which associations to propose, and why, decided on the phone from the directory. It proposes; the person chooses. Nothing it is
// told or finds ever leaves the phone by this way.
import type { SealingEntry } from '../directory/directory.ts'
import type { ACTS, AgeBand, Audience, Need } from '../protocol/vocabulary.ts'

export type Act = (typeof ACTS)[number]

/** What the person said of themselves and their needs. */
export interface Seeker {
  needs: readonly Need[]
  audiences: readonly Audience[]
  /** A département, `elsewhere` for outside France, null when it is not said. */
  departement: string | null
  /** Wanted for the answer, by BCP 47 primary tag. */
  language: string
  ageBand: AgeBand | null
  /** What was done, for the services that are about nothing else. */
  acts?: readonly Act[]
}

export type Offer = Pick<
  SealingEntry,
  | 'association'
  | 'scope'
  | 'audiences'
  | 'territory'
  | 'languages'
  | 'acceptsMinors'
  | 'acceptsUnder15'
  | 'status'
>

/** Why something is proposed. Their weights are the whole of the ranking, so that what is shown is what decided. */
export type Reason =
  | { kind: 'need'; need: Need }
  | { kind: 'act'; act: Act }
  | { kind: 'near'; departement: string }
  | { kind: 'audience'; audience: Audience }
  | { kind: 'language'; language: string }
  /** It receives people under 18, and this person is. */
  | { kind: 'young' }
  /** It may be reached from outside France, and this person is there. */
  | { kind: 'abroad' }
  /** It is for no one in particular. */
  | { kind: 'anyone' }
  /** It is there above all for people this person did not say to be. */
  | { kind: 'others' }
  /** It serves the whole country. */
  | { kind: 'everywhere' }
  /** It serves other places than this person's. */
  | { kind: 'elsewhere' }

export interface Proposed<Entry> {
  entry: Entry
  reasons: Reason[]
}

/**
 * An answer one can read is worth more than one need met, and less than two; so is being there for someone else. A place too far
 * away outweighs everything.
 */
const WEIGHTS: Readonly<Record<Reason['kind'], number>> = {
  language: 6,
  need: 4,
  act: 4,
  near: 3,
  audience: 4,
  abroad: 2,
  young: 2,
  anyone: 1,
  everywhere: 1,
  others: -5,
  elsewhere: -1000,
}

/** Danger comes before anything that can wait. */
const EMERGENCY_WEIGHT = 100

const weightOf = (reason: Reason): number =>
  reason.kind === 'need' && reason.need === 'emergency' ? EMERGENCY_WEIGHT : WEIGHTS[reason.kind]

export const weigh = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, reason) => sum + weightOf(reason), 0)

export const isMinor = ({ ageBand }: Seeker): boolean => ageBand === 'under-15' || ageBand === '15-17'

/** Whether an association can receive this person at all: open, and allowed to help someone of their age. */
export function canReceive(offer: Offer, seeker: Seeker): boolean {
  if (offer.status !== 'active') return false
  if (seeker.ageBand === 'under-15') return offer.acceptsUnder15
  if (seeker.ageBand === '15-17') return offer.acceptsMinors
  return true
}

/** Why an association would suit this person, from what matters most; and, said as plainly, what keeps it far. */
export function reasonsOf(offer: Offer, seeker: Seeker): Reason[] {
  return [
    ...needsMet(offer.scope, seeker),
    ...audiencesMet(offer.audiences, seeker),
    ...placeOf(offer.territory, seeker),
    ...(offer.languages.includes(seeker.language)
      ? [{ kind: 'language', language: seeker.language } as const]
      : []),
    ...(isMinor(seeker) ? [{ kind: 'young' } as const] : []),
  ]
}

/** Those that can receive the person, best fit first; equals keep the directory's order. */
export function proposeAssociations<Entry extends Offer>(
  entries: readonly Entry[],
  seeker: Seeker,
): Proposed<Entry>[] {
  return rank(
    entries
      .filter((entry) => canReceive(entry, seeker))
      .map((entry) => ({ entry, reasons: reasonsOf(entry, seeker) })),
  )
}

/** Whether it answers what the person asked for (if they asked for anything), where they are, for people like them. */
export function suits(reasons: readonly Reason[], { needs }: Seeker): boolean {
  const kinds = new Set(reasons.map(({ kind }) => kind))
  return !kinds.has('elsewhere') && !kinds.has('others') && (needs.length === 0 || kinds.has('need'))
}

export const rank = <Entry>(proposed: readonly Proposed<Entry>[]): Proposed<Entry>[] =>
  proposed.toSorted((a, b) => weigh(b.reasons) - weigh(a.reasons))

export const needsMet = (answered: readonly Need[], { needs }: Seeker): Reason[] =>
  needs.filter((need) => answered.includes(need)).map((need) => ({ kind: 'need', need }))

export function audiencesMet(served: readonly Audience[], { audiences, ageBand }: Seeker): Reason[] {
  if (served.length === 0) return [{ kind: 'anyone' }]
  const met = audiences.filter((audience) => served.includes(audience))
  if (met.length > 0) return met.map((audience) => ({ kind: 'audience', audience }))
  const mayBeYoung = ageBand !== '26-and-over'
  return served.includes('youth') && mayBeYoung ? [] : [{ kind: 'others' }]
}

/** "Near" is in its territory and nothing more: a distance is never guessed. */
export function placeOf(territory: readonly string[], { departement }: Seeker): Reason[] {
  if (territory.length === 0) return [{ kind: 'everywhere' }]
  if (departement === null) return []
  return territory.includes(departement) ? [{ kind: 'near', departement }] : [{ kind: 'elsewhere' }]
}
