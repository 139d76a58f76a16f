// What the trends page says of noisy numbers: how one is written, which are told apart, what changed, and that nothing is said which
// the margin does not allow.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { NamedCell } from '../../src/client/trends/cells-of-table.ts'
import { tableCells, totalOf } from '../../src/client/trends/cells-of-table.ts'
import { classesFor, classOf, classText } from '../../src/client/trends/classes.ts'
import { changeBeyondNoise, readComparison, type Compared } from '../../src/client/trends/comparison.ts'
import {
  beganIn,
  comparableWith,
  missingPeriods,
  yearsIn,
  yearToBegin,
} from '../../src/client/trends/periods.ts'
import { paintOf } from '../../src/client/trends/paper-paint.ts'
import { readTable } from '../../src/client/trends/plain-reading.ts'
import { platformsIn, stepsOf } from '../../src/client/trends/platform-steps.ts'
import { isShown, marginsOf, spoken, thresholdsOf, written } from '../../src/client/trends/numbers.ts'
import { hatchWhereHidden } from '../../src/client/trends/legend-entries.ts'
import { plateName } from '../../src/client/trends/plate-name.ts'
import { cellAt, readRelease, readReleaseList } from '../../src/client/trends/released.ts'
import { totalIn } from '../../src/client/trends/total.ts'
import { marginOfSum } from '../../src/domain/margin.ts'
import { releaseText } from '../../src/observatory/release-text.ts'
import { quartersOf } from '../../src/protocol/statistics-window.ts'
import { shortLabelOf } from '../../src/client/trends/words.ts'
import { inventedRelease, listOfReleases, threeYears } from '../support/invented-releases.ts'
import { declarationsIn, readSheets } from '../support/style-sheets.ts'
import { trendWords } from '../support/trend-words.ts'

const [fr, en] = [trendWords('fr'), trendWords('en')]
const NARROW_SPACE = '\u202f'

describe('a noisy number', () => {
  it('is never written without its interval', () => {
    expect(written({ value: 23, margin: 7 }, fr)).toBe('≈ 23 (16–30)')
    expect(spoken({ value: 23, margin: 7 }, fr)).toBe('environ 23, entre 16 et 30')
    expect(spoken({ value: 23, margin: 7 }, en)).toBe('about 23, between 16 and 30')
    expect(written({ value: 1040, margin: 30 }, fr)).toBe(
      `≈ 1${NARROW_SPACE}040 (1${NARROW_SPACE}010–1${NARROW_SPACE}070)`,
    )
    expect(written({ value: 1040, margin: 30 }, en)).toBe('≈ 1,040 (1,010–1,070)')
  })

  it.each([14, 0, -6])('of %i is one and the same sentence: fewer than 15, maybe none', (value) => {
    for (const say of [written, spoken]) {
      expect(say({ value, margin: 5 }, fr)).toBe('moins de 15, peut-être aucun')
      expect(say({ value, margin: 5 }, en)).toBe('fewer than 15, maybe none')
    }
  })

  it('is shown from twice its margin on, where that is more than 15', () => {
    expect(written({ value: 15, margin: 7 }, fr)).toBe('≈ 15 (8–22)')
    expect(written({ value: 59, margin: 30 }, fr)).toBe('moins de 60, peut-être aucun')
    expect(spoken({ value: 60, margin: 30 }, en)).toBe('about 60, between 30 and 90')
  })

  it('says its threshold and its margin, and both ends where several stand in one picture', () => {
    const one = [{ value: 3, margin: 10 }]
    const several = [...one, { value: 80, margin: 27 }]
    expect([thresholdsOf(one, fr), marginsOf(one, fr)]).toEqual(['20', '10'])
    expect([thresholdsOf(several, fr), marginsOf(several, fr)]).toEqual([
      '20 ou 54, selon la marge',
      '10 ou 27',
    ])
  })

  it('that was not collected is told apart from a small one', () => {
    expect(written(null, fr)).toBe('non recueilli')
    expect(spoken(null, en)).toBe('not collected')
  })
})

describe('a legend', () => {
  it('explains the hatch where something is hidden, and only there', () => {
    const shown = { value: 24, margin: 10 }
    expect(hatchWhereHidden([shown], fr)).toEqual([])
    expect(hatchWhereHidden([shown, { value: 3, margin: 10 }], fr)).toEqual([
      { look: 'hatch', says: 'moins de 20, peut-être aucun' },
    ])
  })
})

describe('the name of a picture', () => {
  it.each([
    ['how', 'lure-year', 'Comment, par personnage joué, 2025', 'How, by who they claimed to be, 2025'],
    ['where', 'france-year', 'Où, toute la France, 2025', 'Where, all of France, 2025'],
    ['act', 'act-year', 'Ce qui s’est passé, 2025', 'What happened, 2025'],
  ] as const)('says at which level, where there are several: %s, %s', (family, rung, french, english) => {
    const release = inventedRelease({ family, rung, window: '2025', reports: 100 })
    expect([plateName(release, fr).title, plateName(release, en).title]).toEqual([french, english])
    expect(plateName(release, fr).part).toBe(family === 'act' ? undefined : rung)
  })
})

describe('the five classes', () => {
  it('begin at the threshold, rise, and stretch the last over no more than double', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(5, 10, 15, 30, 400),
        fc.array(fc.integer({ min: -50, max: 9_000 }), { minLength: 1 }),
        (margin, values) => {
          const classes = classesFor(values.map((value) => ({ value, margin })))
          expect(classes[0]).toBe(Math.max(15, 2 * margin))
          expect(classes.toSorted((a, b) => a - b)).toEqual(classes)
          expect(new Set(classes).size).toBe(5)
          for (const value of values) {
            expect(value).toBeLessThan(2 * classes[4])
            expect(classOf(classes, value) > 0).toBe(isShown({ value, margin }))
          }
        },
      ),
    )
  })

  it('are named by round numbers', () => {
    const classes = classesFor([16, 88].map((value) => ({ value, margin: 5 })))
    expect([1, 5].map((index) => classText(classes, index, fr))).toEqual(['15–19', '60 et plus'])
    expect(classOf(classes, 60)).toBe(5)
    expect(classOf(classes, 59)).toBe(4)
    const wider = classesFor([{ value: 88, margin: 10 }])
    expect([1, 2].map((index) => classText(wider, index, en))).toEqual(['20–24', '25–29'])
  })
})

const cell = (name: string, value: number, margin = 10): NamedCell => ({ codes: [name], name, value, margin })

describe('the reading of a table', () => {
  it('names the largest, and says that it stands out only when it does from every other', () => {
    const read = readTable({ known: [cell('a', 80), cell('b', 59)], unknown: null }, '2025', fr)
    expect(read).toBe(
      'En 2025, le plus grand nombre\u00a0: a, environ 80, entre 70 et 90. Son écart avec chacun des autres dépasse la marge.',
    )
  })

  it('names those from which the margin does not tell it, hidden ones too', () => {
    const known = [cell('a', 30), cell('b', 10), cell('c', 9)]
    expect(readTable({ known, unknown: null }, '2025', en)).toBe(
      'In 2025, the largest number: a, about 30, between 20 and 40. The margin does not let us say that it is larger than: b. Numbers hidden, being under 20: 2 of 3.',
    )
  })

  it('counts them when they are many', () => {
    const known = ['a', 'b', 'c', 'd', 'e'].map((name) => cell(name, 30))
    expect(readTable({ known, unknown: null }, '2025', en)).toContain('larger than 4 of the others.')
  })

  it('says that nothing can be said of noise, and still says what is not known', () => {
    const unknown = { value: 40, margin: 12 }
    expect(readTable({ known: [cell('a', 29, 30), cell('b', 3, 30)], unknown }, '2025', fr)).toBe(
      'En 2025, aucun nombre n’est assez grand pour une image honnête. Le tableau est là. Réponse non connue\u00a0: environ 40, entre 28 et 52.',
    )
    expect(readTable({ known: [], unknown: null }, '2025-Q3', en)).toBe(
      'In the 3rd quarter of 2025, no number is large enough for an honest picture. The table is there.',
    )
  })
})

describe('a change between two periods', () => {
  it('is told only beyond both margins together', () => {
    expect(changeBeyondNoise({ value: 40, margin: 10 }, { value: 60, margin: 10 })).toBe(0)
    expect(changeBeyondNoise({ value: 40, margin: 10 }, { value: 61, margin: 10 })).toBe(1)
    expect(changeBeyondNoise({ value: 61, margin: 10 }, { value: 40, margin: 10 })).toBe(-1)
  })

  it('is never told of what is hidden in both', () => {
    expect(changeBeyondNoise({ value: -12, margin: 3 }, { value: 14, margin: 3 })).toBe(0)
  })

  const table = (window: string, values: readonly number[], facets = 'weekday'): Compared => ({
    window,
    facets,
    known: values.map((value, at) => cell(`n${at}`, value)),
    total: { value: values.reduce((sum, value) => sum + value, 0), margin: 20 },
  })

  it('is named, or counted when there are many; and never called more than a difference', () => {
    expect(readComparison(table('2024', [40, 90]), table('2025', [61, 60]), fr)).toBe(
      'Entre 2024 et 2025, hausse plus grande que la marge\u00a0: n0. Entre 2024 et 2025, baisse plus grande que la marge\u00a0: n1. La marge est celle du hasard ajouté. D’une période à l’autre, les récits varient aussi d’eux-mêmes.',
    )
    const many = readComparison(table('2024', Array(7).fill(20)), table('2025', Array(7).fill(80)), en)
    expect(many).toContain('Between 2024 and 2025, a rise larger than the margin for 7 numbers.')
    const none = readComparison(table('2025-Q1', [40]), table('2025-Q2', [50]), fr)
    expect(none).toContain('Entre le 1er trimestre 2025 et le 2e trimestre 2025, aucune différence')
  })

  it('is told of totals alone where the two are not counted in the same way', () => {
    const read = readComparison(table('2024', [100], 'lure'), table('2025', [150], 'channel,place'), en)
    expect(read).toContain(
      'only their totals can be compared. The total rises by more than the margin: 2024,',
    )
    expect(read).not.toContain('n0')
    const same = readComparison(table('2024', [100], 'lure'), table('2025', [140], 'channel,place'), en)
    expect(same).toContain('The totals differ by less than the margin')
  })
})

describe('a table of a release', () => {
  const release = inventedRelease({ family: 'when-week', rung: 'weekday-year', window: '2025', reports: 900 })

  it('sets what is not known apart, with the margin of a sum', () => {
    const { known, unknown, total } = tableCells(release, fr)
    expect(known).toHaveLength(28)
    expect(known[0]?.name).toBe('lundi (le matin)')
    expect(tableCells(release, en).known[0]?.name).toBe('Monday (morning)')
    expect(unknown?.margin).toBe(marginOfSum(release.epsilon, 12))
    expect(total.value).toBe(known.reduce((sum, { value }) => sum + value, unknown?.value ?? 0))
  })

  it('gives the one number that holds at every rung', () => {
    const one = inventedRelease({ family: 'where', rung: 'france-year', window: '2025', reports: 52 })
    const { value, margin } = totalOf(one)
    expect(margin).toBe(one.margin)
    expect(totalIn(one, fr)).toEqual({
      number: `≈ ${value}`,
      interval: `(${value - margin}–${value + margin})`,
      says: 'récits comptés en 2025',
    })
    const few = inventedRelease({ family: 'where', rung: 'france-year', window: '2025', reports: 2 })
    expect(totalIn(few, fr)).toMatchObject({ number: 'moins de 15, peut-être aucun', interval: '' })
  })
})

describe('the head of a column', () => {
  it('is short, and names the part of the day that its table counts', () => {
    expect(shortLabelOf(fr, 'timeBand', 'night')).toBe('Nuit')
    expect(shortLabelOf(fr, 'day-part', 'night')).toBe('Soir, nuit')
    expect(shortLabelOf(en, 'day-part', 'unknown')).toBe('Not known')
  })
})

describe('platforms over time', () => {
  const quarter = (window: string) =>
    inventedRelease({ family: 'platform', rung: 'platform-quarter', window, reports: 400 })
  const year = (window: string) =>
    inventedRelease({ family: 'platform', rung: 'platform-year', window, reports: 400 })

  it('goes by quarters where all are quarters', () => {
    const steps = stepsOf(quartersOf('2025').slice(0, 3).map(quarter))
    expect(steps.map(({ window, from }) => [window, from])).toEqual([
      ['2025-Q1', 2025],
      ['2025-Q2', 2025.25],
      ['2025-Q3', 2025.5],
    ])
  })

  it('goes by whole years otherwise: quarters are summed with a wider margin, a year in pieces is left out', () => {
    const quarters = quartersOf('2025').map(quarter)
    const steps = stepsOf([year('2024'), ...quarters, quarter('2026-Q1')])
    expect(steps.map(({ window }) => window)).toEqual(['2024', '2025'])
    const summed = quarters.reduce((sum, each) => sum + (cellAt(each, ['grindr'])?.value ?? 0), 0)
    const [first, second] = steps.map(({ counts }) => counts.get('grindr'))
    expect(second).toEqual({ value: summed, margin: marginOfSum({ numerator: 1, denominator: 5 }, 4) })
    expect(second?.margin).toBeGreaterThan(first?.margin ?? 0)
  })

  it('tells a platform that was not listed yet from one nobody named, and keeps others and unknown last', () => {
    const before = year('2024')
    const without = { ...before, rows: before.rows.filter(([code]) => code !== 'grindr') }
    const steps = stepsOf([without, year('2025')])
    expect(steps[0]?.counts.has('grindr')).toBe(false)
    expect(platformsIn(steps).slice(-2)).toEqual(['other', 'unknown'])
    expect(platformsIn(steps)).toContain('grindr')
  })
})

describe('periods', () => {
  const list = listOfReleases(threeYears())

  it('begin with the last year that is counted whole', () => {
    expect(yearsIn(list)).toEqual(['2025', '2024', '2023'])
    expect(yearToBegin(list)).toBe('2025')
    const quarters = { ...list, releases: list.releases.filter(({ window }) => window === '2024-Q2') }
    expect(yearToBegin(quarters)).toBe('2024')
    expect(yearToBegin({ ...list, releases: [] })).toBeNull()
  })

  it('of a year in which the service began are not held against another, nor begun with', () => {
    const since = (quarter: string) => ({
      ...list,
      releases: list.releases.filter(({ window }) => window.length === 4 || window >= quarter),
    })
    expect(beganIn(list)).toBeNull()
    expect(comparableWith(list, '2024')).toEqual(['2025', '2023'])
    const third = since('2023-Q3')
    expect(beganIn(third)).toBe('2023-Q3')
    expect(comparableWith(third, '2025')).toEqual(['2024'])
    expect(comparableWith(third, '2023')).toEqual([])
    expect(yearToBegin(since('2025-Q2'))).toBe('2024')
    const young = since('2025-Q2')
    expect(yearToBegin({ ...young, releases: young.releases.filter(({ window }) => window >= '2025') })).toBe(
      '2025',
    )
    expect(beganIn({ ...list, releases: [] })).toBeNull()
  })

  it('before the first quarter that was counted are not missing', () => {
    const third = list.releases.filter(({ window }) => window.length === 4 || window >= '2023-Q3')
    expect(missingPeriods({ ...list, releases: third }, '2026-02-01')).toEqual([])
    const held = [{ family: 'when-year', window: '2023-Q3' } as const]
    const fourth = third.filter(({ window }) => window !== '2023-Q3')
    expect(missingPeriods({ ...list, releases: fourth, held }, '2026-02-01')).toEqual([])
  })

  it('are missing from their day on, and not while people look at them', () => {
    expect(missingPeriods(list, '2026-04-14')).toEqual([])
    expect(missingPeriods(list, '2026-04-15')).toEqual(['2026-Q1'])
    const held = { ...list, held: [{ family: 'when-year', window: '2026-Q1' } as const] }
    expect(missingPeriods(held, '2026-04-15')).toEqual([])
    expect(missingPeriods({ ...list, releases: [] }, '2026-04-15')).toEqual([])
    const without = { ...list, releases: list.releases.filter(({ window }) => window !== '2024') }
    expect(missingPeriods(without, '2026-01-15')).toEqual(['2024'])
  })
})

describe('what the server says', () => {
  const release = inventedRelease({ family: 'act', rung: 'act-year', window: '2025', reports: 100 })
  const spoiled = (change: Record<string, unknown>): unknown => ({ ...release, ...change })

  it('is read when it is a release', () => {
    expect(readRelease(JSON.parse(releaseText(release)))).toEqual(release)
    const list = listOfReleases([release], [{ family: 'how', window: '2025' }])
    expect(readReleaseList(JSON.parse(JSON.stringify(list)))).toEqual({ ...list, isComplete: true })
  })

  it.each([
    ['a family that is none', { family: 'constructor' }],
    ['no digest', { sha256: 'abc' }],
    ['a note that is no text', { note: { text: 'Checked.' } }],
  ])('is left out of the list with %s, and the list says so', (_, change) => {
    const list = listOfReleases([release, { ...release, window: '2024' }])
    const [first, ...others] = list.releases
    const read = readReleaseList({ ...list, releases: [{ ...first, ...change }, ...others] })
    expect(read).toEqual({ ...list, releases: others, isComplete: false })
  })

  it.each([
    ['another format', { format: 'balise-release-2' }],
    ['a period that is none', { window: '2025-Q5' }],
    ['a margin below none', { margin: -1 }],
    ['a row with a code too few', { rows: [[3]] }],
    ['a count that is no whole number', { rows: [['theft', 1.5]] }],
    ['a count in words', { rows: [['theft', '3']] }],
    ['no noise', { epsilon: { numerator: 0, denominator: 1 } }],
    ['markup for a day', { publishedOn: '<b>2026</b>' }],
    ['no word of the code that counted', { codeSha256: null }],
  ])('is nothing with %s', (_, change) => {
    expect(readRelease(spoiled(change))).toBeNull()
  })

  test('whatever it is, it breaks nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        expect(readRelease(answer)).toBeNull()
        expect(readReleaseList(answer)).toBeNull()
      }),
    )
  })
})

describe('a picture that leaves the page', () => {
  const resolved = (value: string, tokens: ReadonlyMap<string, string>): string =>
    value.replace(/^var\((--[\w-]+)\)$/, (whole, name: string) => tokens.get(name) ?? whole)

  it('has the colours of light paper, class by class', async () => {
    const sheets = await readSheets()
    const [light = ''] = (sheets.get('tokens.css') ?? '').split('@media')
    const tokens = new Map(
      declarationsIn('tokens.css', light).map(({ property, value }) => [property, value]),
    )
    const looks = new Map<string, Record<string, string>>()
    for (const { selector, property, value } of declarationsIn(
      'trends-drawn.css',
      sheets.get('trends-drawn.css') ?? '',
    ))
      for (const part of selector.split(','))
        if (/^(?:fill|stroke|font-weight)/.test(property))
          looks.set(part.trim(), { ...looks.get(part.trim()), [property]: resolved(value, tokens) })
    const names = ['ground', 'shade-1', 'shade-2', 'shade-3', 'shade-4', 'hatch-line', 'not-collected']
    for (const name of [...names, 'edge', 'line', 'whisker', 'axis', 'closing', 'label-soft', 'on-dark']) {
      expect(paintOf(name), name).toEqual(looks.get(`.${name}`))
    }
  })
})
