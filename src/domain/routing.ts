// Which associations to propose, decided on the phone from the directory. It proposes; the person chooses.
import type { SealingEntry } from '../directory/directory.ts'
import type { AgeBand, Audience, Need } from '../protocol/vocabulary.ts'

/** What the person said of themselves and their needs. It never leaves the phone by this way. */
export interface Seeker {
  needs: readonly Need[]
  audiences: readonly Audience[]
  departement: string | null
  language: string
  ageBand: AgeBand | null
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

/** Whether an association can receive this person at all: open, and allowed to help someone of their age. */
export function canReceive(offer: Offer, seeker: Seeker): boolean {
  if (offer.status !== 'active') return false
  if (seeker.ageBand === 'under-15') return offer.acceptsUnder15
  if (seeker.ageBand === '15-17') return offer.acceptsMinors
  return true
}

/** How well an association fits: needs first, then territory, audience and language. Higher is better. */
export function fit(offer: Offer, seeker: Seeker): number {
  const needs = seeker.needs.filter((need) => offer.scope.includes(need)).length
  const near =
    offer.territory.length === 0 ? 1 : offer.territory.some((code) => code === seeker.departement) ? 2 : -4
  const audiences = seeker.audiences.filter((audience) => offer.audiences.includes(audience)).length
  const language = offer.languages.includes(seeker.language) ? 1 : 0
  return needs * 4 + near * 2 + audiences * 2 + language
}

/** Those that can receive the person, best fit first; equals keep the directory's order. */
export function proposeAssociations<Entry extends Offer>(entries: readonly Entry[], seeker: Seeker): Entry[] {
  return entries
    .filter((entry) => canReceive(entry, seeker))
    .toSorted((a, b) => fit(b, seeker) - fit(a, seeker))
}
