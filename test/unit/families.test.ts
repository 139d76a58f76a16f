// What is counted, as it is declared: the budget, the cells, the rungs, the periods; each report moves one cell of one table a family.
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { PLATFORMS } from '../../src/help/platforms.ts'
import { cellIndexOf, cellsOf, codesOf } from '../../src/domain/cells.ts'
import { isKnown, isNamedPlatform, isRegion } from '../../src/protocol/cell-codes.ts'
import { isJump, knownTotal, rungInForce } from '../../src/domain/ladder.ts'
import { Card, CARD_COMPLAINTS } from '../../src/protocol/card.ts'
import {
  ALWAYS_BY_QUARTER,
  ALWAYS_BY_YEAR,
  COUNTED_FACETS,
  FAMILIES,
  familyOf,
  LIFETIME_EPSILON,
  rungOf,
  type Family,
  type FamilyId,
  type Rung,
} from '../../src/protocol/families.ts'
import { QUESTIONS } from '../../src/protocol/questions.ts'
import { REGION_CODES, REGIONS, regionOf } from '../../src/protocol/regions.ts'
import { ACTS } from '../../src/protocol/vocabulary.ts'
import * as v from 'valibot'

const RUNGS: [string, Rung][] = FAMILIES.flatMap((family: Family) =>
  family.rungs.map((rung): [string, Rung] => [`${family.id}, ${rung.id}`, rung]),
)

const said = (
  question: 'departement' | 'weekday' | 'timeBand' | 'channel' | 'place' | 'lure' | 'attackers',
) => fc.constantFrom(...QUESTIONS[question].values, 'unknown')

const anyCard = fc.record({
  version: fc.constant(1),
  departement: said('departement'),
  quarter: fc.constantFrom('2026-Q1', 'unknown'),
  weekday: said('weekday'),
  timeBand: said('timeBand'),
  channel: said('channel'),
  platform: fc.oneof(
    fc.constantFrom(...PLATFORMS.map(({ id }) => id), 'other', 'unknown'),
    fc.stringMatching(/^[a-z0-9]{1,12}$/),
  ),
  place: said('place'),
  lure: said('lure'),
  attackers: said('attackers'),
  act: fc.constantFrom(...ACTS, 'unknown'),
  complaint: fc.constantFrom(...CARD_COMPLAINTS, 'unknown'),
}) as fc.Arbitrary<Card>

describe('the budget', () => {
  it('is two, exactly, over all families', () => {
    const whole = FAMILIES.map(({ epsilon }) => epsilon).reduce(
      (sum, { numerator, denominator }) => ({
        numerator: sum.numerator * BigInt(denominator) + BigInt(numerator) * sum.denominator,
        denominator: sum.denominator * BigInt(denominator),
      }),
      { numerator: 0n, denominator: 1n },
    )
    expect(whole.numerator * BigInt(LIFETIME_EPSILON.denominator)).toBe(
      whole.denominator * BigInt(LIFETIME_EPSILON.numerator),
    )
    expect(LIFETIME_EPSILON).toEqual({ numerator: 2, denominator: 1 })
  })

  it('is spent by families whose names and rungs are told apart', () => {
    expect(new Set(FAMILIES.map(({ id }) => id)).size).toBe(FAMILIES.length)
    for (const family of FAMILIES as readonly Family[]) {
      expect(new Set(family.rungs.map(({ id }) => id)).size).toBe(family.rungs.length)
      const sizes = family.rungs.map((rung) => cellsOf(rung).length * (rung.window === 'quarter' ? 4 : 1))
      expect(sizes, 'from the coarsest to the finest').toEqual(sizes.toSorted((one, other) => one - other))
    }
    expect([rungOf('act', 'act-year')?.facets, rungOf('act', 'act-quarter')]).toEqual([['act'], null])
  })
})

test('one family is by year at every rung, and one by quarter: they say which periods were counted', () => {
  expect([ALWAYS_BY_YEAR, ALWAYS_BY_QUARTER]).toEqual(['where', 'when-year'])
})

describe('the cells of a table', () => {
  it.each(RUNGS)('are there once each, and every card moves exactly one: %s', (_name, rung) => {
    const cells = cellsOf(rung).map((codes) => codes.join(' '))
    expect(new Set(cells).size).toBe(cells.length)
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(v.is(Card, card)).toBe(true)
        const index = cellIndexOf(rung, card)
        expect(Number.isInteger(index) && index >= 0 && index < cells.length).toBe(true)
      }),
    )
  })

  it.each(RUNGS)('are what the card says, read without them: %s', (_name, rung) => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const weekend = ['saturday', 'sunday'].includes(card.weekday)
        const night = ['evening', 'night'].includes(card.timeBand)
        const listed = PLATFORMS.some(({ id }) => id === card.platform) || card.platform === 'unknown'
        const expected = {
          ...card,
          region: regionOf(card.departement),
          'week-part': card.weekday === 'unknown' ? 'unknown' : weekend ? 'weekend' : 'week',
          'day-part': card.timeBand === 'unknown' ? 'unknown' : night ? 'night' : 'day',
          platform: listed ? card.platform : 'other',
        }
        expect(cellsOf(rung)[cellIndexOf(rung, card)]).toEqual(rung.facets.map((facet) => expected[facet]))
      }),
    )
  })

  it('has “not known” last in each facet, and out of what is known', () => {
    for (const facet of COUNTED_FACETS) expect(codesOf(facet).at(-1)).toBe('unknown')
    expect([isKnown([]), isKnown(['59']), isKnown(['elsewhere']), isKnown(['week', 'unknown'])]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(codesOf('platform').filter((code) => !isNamedPlatform(code))).toEqual(['other', 'unknown'])
    expect(codesOf('region').filter(isRegion)).toEqual(REGION_CODES)
    expect(codesOf('departement')).toHaveLength(103)
    expect(codesOf('region')).toHaveLength(20)
  })
})

describe('the régions', () => {
  interface Official {
    code: string
    nom: string
    region?: string
    zone: string
  }
  const require = createRequire(import.meta.url)
  const official = (file: string) =>
    require(`@etalab/decoupage-administratif/data/${file}.json`) as Official[]
  const isCounted = ({ zone }: Official) => zone === 'metro' || zone === 'drom'

  it('are those of the official geographic code, names too', () => {
    const regions = official('regions').filter(isCounted)
    expect(Object.fromEntries(REGION_CODES.map((code) => [code, REGIONS[code].name]))).toEqual(
      Object.fromEntries(regions.map(({ code, nom }) => [code, nom.replaceAll('’', "'")])),
    )
  })

  it('have the départements it says, every one of them asked about', () => {
    const departements = official('departements').filter(isCounted)
    expect(departements).toHaveLength(101)
    expect(departements.map(({ code }) => [code, regionOf(code)])).toEqual(
      departements.map(({ code, region }) => [code, region]),
    )
    expect(QUESTIONS.departement.values.filter((code) => code !== 'elsewhere').toSorted()).toEqual(
      departements.map(({ code }) => code).toSorted(),
    )
    expect([regionOf('elsewhere'), regionOf('unknown')]).toEqual(['elsewhere', 'unknown'])
  })
})

describe('the rung in force', () => {
  const FIRST = ['france-year', 'france-quarter', 'week-part-year', 'lure-year', 'platform-year', 'act-year']
  const inForce = (yearTotal: number) => FAMILIES.map((family: Family) => rungInForce(family, yearTotal).id)

  it.each([
    [1, 52, FIRST],
    [5, 260, ['region-year', 'france-quarter', 'week-part-year', 'lure-year', 'platform-year', 'act-year']],
    [
      20,
      1040,
      ['departement-year', 'region-quarter', 'weekday-year', 'lure-year', 'platform-year', 'act-year'],
    ],
    [
      60,
      3120,
      [
        'departement-year',
        'region-quarter',
        'weekday-year',
        'channel-place-year',
        'platform-quarter',
        'act-year',
      ],
    ],
  ])('at %i a week, all known, is what the arithmetic says', (_weekly, total, rungs) => {
    expect(inForce(total)).toEqual(rungs)
  })

  it('is the coarsest when nothing was published, or less than nothing was counted', () => {
    expect([inForce(0), inForce(-40)]).toEqual([FIRST, FIRST])
  })

  it('is the finest whose noise does not exceed the chance in counting: to the unit', () => {
    for (const [id, rung, least] of [
      ['where', 'region-year', 106],
      ['where', 'departement-year', 567],
      ['when-year', 'region-quarter', 608],
      ['when-week', 'weekday-year', 623],
      ['how', 'channel-place-year', 1423],
      ['platform', 'platform-quarter', 3000],
    ] as const satisfies readonly (readonly [FamilyId, string, number])[]) {
      expect(rungInForce(familyOf(id), least).id).toBe(rung)
      expect(rungInForce(familyOf(id), least - 1).id).not.toBe(rung)
    }
  })
})

test('what is known is summed, negatives too; what is not known is left out', () => {
  expect(
    knownTotal([
      ['week', 'night', 40],
      ['week', 'unknown', 900],
      ['weekend', 'day', -3],
    ]),
  ).toBe(37)
  expect(knownTotal([[12]])).toBe(12)
})

test.each([
  [45, 2, 0, false],
  [46, 2, 0, true],
  [46, -30, 0, true],
  [300, 100, 0, false],
  [301, 100, 0, true],
  [310, 100, 10, false],
  [311, 100, 10, true],
])('%i after %i, where noise alone adds %i, is a jump: %s', (count, before, margin, jumps) => {
  expect(isJump(count, before, margin)).toBe(jumps)
})
