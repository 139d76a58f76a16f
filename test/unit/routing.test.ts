// Whom to propose to a person: never an association that cannot help them, and the best fit first.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canReceive, fit, proposeAssociations, type Offer, type Seeker } from '../../src/domain/routing.ts'
import { DEPARTEMENT_CODES } from '../../src/protocol/departements.ts'
import { AGE_BANDS, AUDIENCES, NEEDS } from '../../src/protocol/vocabulary.ts'

const OFFER: Offer = {
  association: 'ecoute',
  scope: ['psychological'],
  audiences: [],
  territory: [],
  languages: ['fr'],
  acceptsMinors: false,
  acceptsUnder15: false,
  status: 'active',
}
const SEEKER: Seeker = { needs: [], audiences: [], departement: null, language: 'fr', ageBand: null }

const proposed = (offers: readonly Offer[], seeker: Partial<Seeker>): string[] =>
  proposeAssociations(offers, { ...SEEKER, ...seeker }).map((offer) => offer.association)
const named = (association: string, changed: Partial<Offer> = {}): Offer => ({
  ...OFFER,
  ...changed,
  association,
})

const adults = named('adults')
const minors = named('minors', { acceptsMinors: true })
const children = named('children', { acceptsMinors: true, acceptsUnder15: true })
const paused = named('paused', { acceptsMinors: true, acceptsUnder15: true, status: 'paused' })
const ALL = [adults, minors, children, paused]

describe('a person of a certain age', () => {
  it.each([
    ['under-15', ['children']],
    ['15-17', ['minors', 'children']],
    ['18-25', ['adults', 'minors', 'children']],
    ['26-and-over', ['adults', 'minors', 'children']],
    [null, ['adults', 'minors', 'children']],
  ] as const)(
    '(%s) is shown those who may receive them, and never one that is paused',
    (ageBand, expected) => {
      expect(proposed(ALL, { ageBand })).toEqual(expected)
    },
  )
})

describe('a person in need', () => {
  it('is shown first whoever answers most of what they need', () => {
    const legal = named('legal', { scope: ['legal'] })
    const both = named('both', { scope: ['legal', 'care'] })
    expect(proposed([OFFER, legal, both], { needs: ['legal', 'care'] })).toEqual(['both', 'legal', 'ecoute'])
  })

  it('is shown whoever can help from afar before whoever is near and cannot', () => {
    const near = named('near', { scope: ['housing'], territory: ['13'] })
    const able = named('able', { scope: ['legal'] })
    expect(proposed([near, able], { needs: ['legal'], departement: '13' })).toEqual(['able', 'near'])
  })

  it('is still shown those that answer none of it', () => {
    expect(proposed([OFFER], { needs: ['bank'] })).toEqual(['ecoute'])
  })

  it('is shown the near before the national, and the national before the far', () => {
    const far = named('far', { territory: ['75'] })
    const near = named('near', { territory: ['13', '84'] })
    expect(proposed([far, OFFER, near], { departement: '13' })).toEqual(['near', 'ecoute', 'far'])
  })

  it('who does not say where they are is shown the national first', () => {
    expect(proposed([named('local', { territory: ['13'] }), OFFER], {})).toEqual(['ecoute', 'local'])
  })

  it('is shown first those who are there for people like them, and who speak their language', () => {
    const trans = named('trans', { audiences: ['trans'] })
    const english = named('english', { languages: ['en', 'fr'] })
    expect(proposed([OFFER, trans], { audiences: ['trans'] })).toEqual(['trans', 'ecoute'])
    expect(proposed([OFFER, english], { language: 'en' })).toEqual(['english', 'ecoute'])
  })
})

const offers = fc.uniqueArray(
  fc.record({
    association: fc.stringMatching(/^[a-z]{3,8}$/),
    scope: fc.subarray([...NEEDS], { minLength: 1 }),
    audiences: fc.subarray([...AUDIENCES]),
    territory: fc.subarray(DEPARTEMENT_CODES.slice(0, 4)),
    languages: fc.subarray(['fr', 'en', 'ar'], { minLength: 1 }),
    acceptsMinors: fc.boolean(),
    acceptsUnder15: fc.boolean(),
    status: fc.constantFrom('active', 'paused'),
  }),
  { selector: (offer) => offer.association, maxLength: 12 },
)
const seekers = fc.record({
  needs: fc.subarray([...NEEDS]),
  audiences: fc.subarray([...AUDIENCES]),
  departement: fc.option(fc.constantFrom(...DEPARTEMENT_CODES.slice(0, 6))),
  language: fc.constantFrom('fr', 'en', 'ar', 'pt'),
  ageBand: fc.option(fc.constantFrom(...AGE_BANDS)),
})

describe('for every person and every directory', () => {
  it('exactly those that can receive the person are proposed', () => {
    fc.assert(
      fc.property(offers, seekers, (given, seeker) => {
        const names = (list: readonly Offer[]) => list.map((offer) => offer.association).toSorted()
        const expected = given.filter(
          (offer) =>
            offer.status === 'active' &&
            (seeker.ageBand !== 'under-15' || offer.acceptsUnder15) &&
            (seeker.ageBand !== '15-17' || offer.acceptsMinors),
        )
        expect(names(proposeAssociations(given, seeker))).toEqual(names(expected))
        expect(given.filter((offer) => canReceive(offer, seeker))).toEqual(expected)
      }),
    )
  })

  it('the better fit comes first, and equals keep the order of the directory', () => {
    fc.assert(
      fc.property(offers, seekers, (given, seeker) => {
        const ranked = proposeAssociations(given, seeker)
        for (const [i, offer] of ranked.entries()) {
          const next = ranked[i + 1]
          if (!next) continue
          const difference = fit(offer, seeker) - fit(next, seeker)
          expect(difference > 0 || (difference === 0 && given.indexOf(offer) < given.indexOf(next))).toBe(
            true,
          )
        }
      }),
    )
  })

  it('a directory written in another order changes the place of equals only', () => {
    fc.assert(
      fc.property(offers, seekers, (given, seeker) => {
        const fits = (list: readonly Offer[]) =>
          proposeAssociations(list, seeker).map((offer) => fit(offer, seeker))
        expect(fits(given.toReversed())).toEqual(fits(given))
      }),
    )
  })

  it('the directory itself is left as it was', () => {
    fc.assert(
      fc.property(offers, seekers, (given, seeker) => {
        const before = structuredClone(given)
        proposeAssociations(given, seeker)
        expect(given).toEqual(before)
      }),
    )
  })
})
