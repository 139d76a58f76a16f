// A directory of invented associations, as different as real ones are, for tests of whom to propose.
import type { Offer } from '../../src/domain/routing.ts'

const ILE_DE_FRANCE = ['75', '77', '78', '91', '92', '93', '94', '95'] as const

const association = (name: string, more: Pick<Offer, 'scope'> & Partial<Offer>): Offer => ({
  association: name,
  audiences: [],
  territory: [],
  languages: ['fr'],
  acceptsMinors: false,
  acceptsUnder15: false,
  status: 'active',
  ...more,
})

export const DIRECTORY: readonly Offer[] = [
  // Listens to anyone from 15 on, all over France.
  association('ecoute', {
    scope: ['psychological', 'peers', 'takedown'],
    languages: ['fr', 'en'],
    acceptsMinors: true,
  }),
  // Lawyers for adults, all over France.
  association('avocats', { scope: ['legal', 'bank', 'takedown'], languages: ['fr', 'en', 'ar'] }),
  // A house in Lille.
  association('maison-nord', {
    scope: ['psychological', 'legal', 'housing'],
    territory: ['59', '62'],
    acceptsMinors: true,
  }),
  // Somewhere to stay for the young, around Paris.
  association('toit-jeunes', {
    scope: ['housing', 'child-protection', 'psychological'],
    audiences: ['youth'],
    territory: [...ILE_DE_FRANCE],
    acceptsMinors: true,
  }),
  // The only one that may receive children under 15.
  association('enfance-ocean', {
    scope: ['child-protection', 'psychological', 'legal'],
    territory: ['974', '976'],
    acceptsMinors: true,
    acceptsUnder15: true,
  }),
  // Trans people, migrants and sex workers in Paris.
  association('trans-paris', {
    scope: ['residence', 'legal', 'care', 'peers'],
    audiences: ['trans', 'migrant', 'sex-worker'],
    territory: ['75', '93'],
    languages: ['fr', 'es', 'ar'],
  }),
  // Health and sex work in Marseille.
  association('sante-marseille', {
    scope: ['care', 'psychological', 'peers'],
    audiences: ['sex-worker', 'hiv'],
    territory: ['13'],
    languages: ['fr', 'en'],
  }),
  // On the coast, in three languages.
  association('azur', {
    scope: ['psychological', 'legal', 'forensic'],
    territory: ['06', '83'],
    languages: ['fr', 'en', 'ru'],
  }),
  // For those close to someone who was attacked.
  association('proches', {
    scope: ['psychological', 'legal'],
    audiences: ['relatives'],
    acceptsMinors: true,
  }),
  // Does everything, for everyone, and is closed for now: it must never be proposed.
  association('en-pause', {
    scope: ['legal', 'psychological', 'child-protection', 'housing', 'takedown'],
    audiences: ['trans', 'youth', 'relatives'],
    languages: ['fr', 'en', 'ar', 'es'],
    acceptsMinors: true,
    acceptsUnder15: true,
    status: 'paused',
  }),
]
