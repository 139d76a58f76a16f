// Whom to propose to a person: never an association that cannot help them, and the best fit first.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFound, isMadeFor, proposeServices } from '../../src/domain/route-services.ts'
import {
  canReceive,
  proposeAssociations,
  reasonsOf,
  suits,
  weigh,
  type Offer,
  type Seeker,
} from '../../src/domain/routing.ts'
import { SERVICES } from '../../src/help/services.ts'
import { DEPARTEMENT_CODES } from '../../src/protocol/departements.ts'
import { ACTS, AGE_BANDS, AUDIENCES, LANGUAGES, NEEDS } from '../../src/protocol/vocabulary.ts'

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
  proposeAssociations(offers, { ...SEEKER, ...seeker }).map(({ entry }) => entry.association)
const named = (association: string, changed: Partial<Offer> = {}): Offer => ({
  ...OFFER,
  ...changed,
  association,
})

const fit = (offer: Offer, seeker: Seeker): number => weigh(reasonsOf(offer, seeker))

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
  departement: fc.option(fc.constantFrom(...DEPARTEMENT_CODES.slice(0, 6), '75', '974', 'elsewhere')),
  language: fc.constantFrom(...LANGUAGES),
  ageBand: fc.option(fc.constantFrom(...AGE_BANDS)),
  acts: fc.subarray([...ACTS]),
})

describe('why an association is proposed', () => {
  const seeker: Seeker = {
    needs: ['legal', 'bank'],
    audiences: ['trans', 'hiv'],
    departement: '59',
    language: 'en',
    ageBand: '15-17',
  }

  it('is said for each need, audience, place, language and age that holds, and for nothing else', () => {
    const offer = named('ici', {
      scope: ['legal', 'care'],
      audiences: ['trans', 'migrant'],
      territory: ['59', '62'],
      languages: ['fr', 'en'],
      acceptsMinors: true,
    })
    expect(reasonsOf(offer, seeker)).toEqual([
      { kind: 'need', need: 'legal' },
      { kind: 'audience', audience: 'trans' },
      { kind: 'near', departement: '59' },
      { kind: 'language', language: 'en' },
      { kind: 'young' },
    ])
  })

  it('says as plainly that it helps elsewhere', () => {
    const kinds = reasonsOf(named('loin', { territory: ['13'] }), seeker).map(({ kind }) => kind)
    expect(kinds).toEqual(['anyone', 'elsewhere', 'young'])
  })

  it.each([
    ['meets a need, everywhere', {}, ['psychological'], '59', true],
    ['meets a need, but elsewhere', { territory: ['13'] as const }, ['psychological'], '59', false],
    ['meets no need', {}, ['bank'], '59', false],
    ['is asked nothing in particular', {}, [], null, true],
  ] as const)('suits or not when it %s', (_, changed, needs, departement, suited) => {
    const asking: Seeker = { ...SEEKER, needs, departement }
    const offer = named('une', {
      ...changed,
      territory: [...('territory' in changed ? changed.territory : [])],
    })
    expect(suits(reasonsOf(offer, asking), asking)).toBe(suited)
  })
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
        expect(names(proposeAssociations(given, seeker).map(({ entry }) => entry))).toEqual(names(expected))
        expect(given.filter((offer) => canReceive(offer, seeker))).toEqual(expected)
      }),
    )
  })

  it('the better fit comes first, and equals keep the order of the directory', () => {
    fc.assert(
      fc.property(offers, seekers, (given, seeker) => {
        const ranked = proposeAssociations(given, seeker).map(({ entry }) => entry)
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
          proposeAssociations(list, seeker).map(({ reasons }) => weigh(reasons))
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

describe('for every person, among the services', () => {
  const ids = (seeker: Seeker) => proposeServices(SERVICES, seeker).map(({ entry }) => entry.id)
  const isYoung = ({ ageBand }: Seeker) => ageBand === 'under-15' || ageBand === '15-17'

  it('nobody is left with nothing, nor sent twice to the same place', () => {
    fc.assert(
      fc.property(seekers, (seeker) => {
        const proposed = ids(seeker)
        expect(proposed.length).toBeGreaterThanOrEqual(2)
        expect(new Set(proposed).size).toBe(proposed.length)
        expect(proposed).toContain('france-victimes')
      }),
    )
  })

  it('whoever is under 18 sees 119 then 3018 before anything else', () => {
    fc.assert(
      fc.property(seekers.filter(isYoung), (seeker) => {
        expect(ids(seeker).slice(0, 2)).toEqual(['119', '3018'])
      }),
    )
  })

  it('whoever looks for safety and is not under 18 sees a number for danger first', () => {
    fc.assert(
      fc.property(
        seekers.filter((seeker) => !isYoung(seeker)),
        (seeker) => {
          const [first] = proposeServices(SERVICES, { ...seeker, needs: [...seeker.needs, 'emergency'] })
          expect(first?.entry.group).toBe('danger')
        },
      ),
    )
  })

  it('a service that is only in other places is never proposed', () => {
    fc.assert(
      fc.property(seekers, (seeker) => {
        for (const { entry } of proposeServices(SERVICES, seeker)) {
          const isThere = entry.territory.length === 0 || entry.territory.includes(seeker.departement ?? '')
          expect(isThere).toBe(true)
        }
      }),
    )
  })

  it('whatever is looked for on the help page, something that receives everyone remains', () => {
    const searches = fc.record({
      need: fc.option(fc.constantFrom(...NEEDS)),
      departement: fc.option(fc.constantFrom(...DEPARTEMENT_CODES, 'elsewhere')),
      audience: fc.option(fc.constantFrom(...AUDIENCES)),
    })
    fc.assert(
      fc.property(searches, (search) => {
        const found = SERVICES.filter((row) => isFound(row, search))
        expect(found.some((row) => row.always)).toBe(true)
      }),
    )
  })

  it('on the help page, the numbers for danger answer any need in France, and only what works abroad is left there', () => {
    const found = (departement: string) =>
      SERVICES.filter((row) => isFound(row, { need: 'peers', departement, audience: null })).map(
        ({ id }) => id,
      )
    expect(found('15')).toEqual([
      'police-17',
      'eu-112',
      'samu-15',
      '114',
      'france-victimes',
      'sos-homophobie',
      '3114',
    ])
    expect(found('elsewhere')).toEqual(['eu-112', 'france-victimes', 'sos-homophobie'])
  })

  it('on the help page, a row is made for what is looked for only when it says so', () => {
    const made = (need: 'housing' | null, audience: 'trans' | null) =>
      SERVICES.filter((row) => isMadeFor(row, { need, audience, departement: null })).map(({ id }) => id)
    expect(made('housing', null)).toEqual(['le-refuge'])
    expect(made(null, 'trans')).toEqual(['acceptess-t'])
    expect(made('housing', 'trans')).toEqual([])
  })
})
