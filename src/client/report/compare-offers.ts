// Whether what a person agreed to still stands, once the directory has changed under their feet. Pure.
import { canReceive, type Seeker } from '../../domain/routing.ts'
import type { Offer } from './worker-messages.ts'

export interface Comparison {
  /** Still exactly what was agreed to. */
  kept: Offer[]
  /** Same association, other key or terms: it must be asked again. */
  changed: Offer[]
  /** No longer there, paused, or no longer able to receive this person. */
  gone: Offer[]
}

/** `agreed` as they were when ticked; `now` as the directory has them. */
export function compareOffers(agreed: Iterable<Offer>, now: readonly Offer[], seeker: Seeker): Comparison {
  const comparison: Comparison = { kept: [], changed: [], gone: [] }
  for (const offer of agreed) {
    const current = now.find(({ association }) => association === offer.association)
    if (!current || !canReceive(current, seeker)) comparison.gone.push(offer)
    else if (sameTerms(offer, current)) comparison.kept.push(current)
    else comparison.changed.push(current)
  }
  return comparison
}

/** Every field, the key's fingerprint among them. */
const sameTerms = (one: Offer, other: Offer): boolean => canonical(one) === canonical(other)

const canonical = (offer: Offer): string =>
  JSON.stringify(Object.entries(offer).toSorted(([a], [b]) => (a < b ? -1 : 1)))
