// An association as the page shows it to someone who chooses, for tests.
import type { Offer } from '../../src/client/report/worker-messages.ts'

/** Active, for adults, everywhere. `more` says what is otherwise. */
export const makeOffer = (association: string, more: Partial<Offer> = {}): Offer => ({
  association,
  name: association,
  about: { fr: 'Écoute', en: 'Listening' },
  scope: ['legal'],
  audiences: [],
  territory: [],
  languages: ['fr'],
  answersWithinDays: 3,
  acceptsMinors: false,
  acceptsUnder15: false,
  status: 'active',
  fingerprint: 'A'.repeat(40),
  ...more,
})
