// Which releases are published, and when: by the calendar and by what was published, never by what came.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { LedgerRow, StoredRelease } from '../../src/db/statistics/releases.ts'
import { dueReleases, firstQuarter, rungOfYear, type Recorded } from '../../src/observatory/due-releases.ts'
import { marginOf, marginOfSum } from '../../src/domain/margin.ts'
import { publishFault } from '../../src/observatory/may-publish.ts'
import { mustWait } from '../../src/observatory/must-wait.ts'
import { addDays, quarterOf } from '../../src/protocol/day.ts'
import { FAMILIES, FAMILY_IDS, familyOf, type FamilyId } from '../../src/protocol/families.ts'
import type { Release } from '../../src/protocol/release.ts'
import {
  closedOn,
  dueOn,
  lastClosedQuarter,
  lastDueQuarter,
  quartersOf,
  windowBefore,
  windowsSharing,
  yearsBetween,
} from '../../src/protocol/statistics-window.ts'

const NOTHING: Recorded = { ledger: [], releases: [], batches: [] }
const YEARLY = FAMILY_IDS.filter((family) => family !== 'when-year')

const row = (family: string, window: string, rung = ''): LedgerRow => ({
  family,
  window,
  rung,
  epsilonNumerator: 1,
  epsilonDenominator: 2,
  drawnOn: '2026-01-15',
})

const kept = (
  family: FamilyId,
  window: string,
  rows: Release['rows'],
  more: Partial<StoredRelease> = {},
): StoredRelease => ({
  family,
  window,
  body: JSON.stringify({ rows, synthetic: false }),
  sha256: '',
  held: false,
  note: null,
  ...more,
})

const namesOf = (due: ReturnType<typeof dueReleases>): string[] =>
  due.map(({ family, rung, window }) => `${family.id} ${rung.id} ${window}`)

describe('the periods', () => {
  it('close on the first day of the next, and are published on the fifteenth', () => {
    expect(
      ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026'].map((window) => [closedOn(window), dueOn(window)]),
    ).toEqual([
      ['2026-04-01', '2026-04-15'],
      ['2026-07-01', '2026-07-15'],
      ['2026-10-01', '2026-10-15'],
      ['2027-01-01', '2027-01-15'],
      ['2027-01-01', '2027-01-15'],
    ])
  })

  it('follow one another, and the last that is closed or due on a day is so, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const day = addDays('2020-01-01', days)
        const closed = lastClosedQuarter(day)
        expect(closedOn(closed) <= day && day < closedOn(quarterOf(day))).toBe(true)
        expect(closedOn(windowBefore(closed)) < closedOn(closed)).toBe(true)
        const due = lastDueQuarter(day)
        expect(dueOn(due) <= day).toBe(true)
        expect([closed, windowBefore(closed)]).toContain(due)
        expect(due === closed || dueOn(closed) > day).toBe(true)
      }),
    )
    expect([windowBefore('2026'), windowBefore('2026-Q1')]).toEqual(['2025', '2025-Q4'])
  })

  it('share reports with their year or their quarters', () => {
    expect(quartersOf('2026')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
    expect(windowsSharing('2026-Q2')).toEqual(['2026-Q2', '2026'])
    expect(windowsSharing('2026')).toEqual(['2026', ...quartersOf('2026')])
  })
})

describe('a service publishes from', () => {
  it('the quarter its operator says it began in', () => {
    expect(firstQuarter({ ledger: [], batches: [] }, '2025-05-31', '2026-11-23')).toBe('2025-Q2')
  })

  it('the last quarter whose day has come, when nobody says', () => {
    expect(firstQuarter({ ledger: [], batches: [] }, undefined, '2026-11-23')).toBe('2026-Q3')
    expect(firstQuarter({ ledger: [], batches: [] }, undefined, '2026-10-14')).toBe('2026-Q2')
  })

  it('the first it published, once it has, whatever is said later', () => {
    const ledger = [row('where', '2025'), row('when-year', '2025-Q4'), row('when-year', '2025-Q3')]
    expect(firstQuarter({ ledger, batches: [] }, '2020-01-01', '2026-11-23')).toBe('2025-Q3')
    expect(firstQuarter({ ledger, batches: [] }, '2026-11-01', '2026-11-23')).toBe('2025-Q3')
    // A first round that was cut off: its cards are settled, and nothing is drawn.
    expect(firstQuarter({ ledger: [], batches: [{ quarter: '2025-Q2' }] }, undefined, '2026-11-23')).toBe(
      '2025-Q2',
    )
  })

  it('no year before it or after today', () => {
    expect(yearsBetween('2024-Q4', '2026-01-01')).toEqual(['2024', '2025', '2026'])
    expect(yearsBetween('2027-Q1', '2026-11-23')).toEqual([])
  })
})

describe('what is due', () => {
  it('comes on its day: a quarter, then with the fourth one the year', () => {
    const on = (today: string) => namesOf(dueReleases('2026', today, '2026-Q1', NOTHING))
    expect(on('2026-04-14')).toEqual([])
    expect(on('2026-04-15')).toEqual(['when-year france-quarter 2026-Q1'])
    expect(on('2027-01-14')).toHaveLength(3)
    expect(on('2027-01-15')).toEqual([
      'when-year france-quarter 2026-Q1',
      'when-year france-quarter 2026-Q2',
      'when-year france-quarter 2026-Q3',
      'when-year france-quarter 2026-Q4',
      'where france-year 2026',
      'when-week week-part-year 2026',
      'how lure-year 2026',
      'platform platform-year 2026',
      'act act-year 2026',
    ])
  })

  it('of a year that had begun is counted from the first quarter', () => {
    const due = dueReleases('2026', '2027-01-15', '2026-Q3', NOTHING)
    expect(due.filter(({ family }) => family.id === 'when-year').map(({ window }) => window)).toEqual([
      '2026-Q3',
      '2026-Q4',
    ])
    expect(due.find(({ family }) => family.id === 'where')?.quarters).toEqual(['2026-Q3', '2026-Q4'])
  })

  it('is not what was drawn, nor what shares reports with it, nor what is over cards that are gone', () => {
    const ledger = [row('when-year', '2026-Q1'), row('where', '2026'), row('platform', '2026-Q2')]
    expect(
      namesOf(dueReleases('2026', '2027-01-15', '2026-Q1', { ...NOTHING, ledger })).map(
        (name) => name.split(' ')[0],
      ),
    ).toEqual(['when-year', 'when-year', 'when-year', 'when-week', 'how', 'act'])
    const batches = [
      { quarter: '2026-Q1', counted: true },
      { quarter: '2026-Q2', counted: false },
    ]
    expect(namesOf(dueReleases('2026', '2026-07-15', '2026-Q1', { ...NOTHING, batches }))).toEqual([
      'when-year france-quarter 2026-Q2',
    ])
    expect(
      namesOf(dueReleases('2026', '2027-01-15', '2026-Q1', { ...NOTHING, batches })).filter((name) =>
        name.endsWith(' 2026'),
      ),
    ).toEqual([])
  })
})

describe('the rung of a year', () => {
  const rungs = (published: Partial<Recorded>) =>
    FAMILIES.map(({ id }) => rungOfYear(familyOf(id), '2026', { ...NOTHING, ...published }).id)

  it('follows the totals published over the year before, of the family alone', () => {
    const releases = [
      kept('where', '2025', [[600]]),
      kept('when-year', '2025-Q1', [[200]]),
      kept('when-year', '2025-Q2', [[200]]),
      kept('when-year', '2025-Q3', [[208]]),
      kept('act', '2024', [[9000]]),
    ]
    expect(rungs({ releases })).toEqual([
      'departement-year',
      'region-quarter',
      'week-part-year',
      'lure-year',
      'platform-year',
      'act-year',
    ])
  })

  it('does not count what waits for people to look', () => {
    const releases = [kept('where', '2025', [[600]], { held: true })]
    expect(rungs({ releases })[0]).toBe('france-year')
  })

  it('is that of its first draw until it ends, whatever is approved meanwhile', () => {
    const ledger = [
      row('platform', '2026-Q1', 'platform-quarter'),
      row('when-year', '2026-Q1', 'france-quarter'),
    ]
    const releases = [kept('when-year', '2025-Q1', [[9000]])]
    const [, whenYear, , , platform] = rungs({ ledger, releases })
    expect([whenYear, platform]).toEqual(['france-quarter', 'platform-quarter'])
  })
})

describe('a release waits', () => {
  const release = (family: FamilyId, window: string, rows: Release['rows']) =>
    ({ family, window, rows }) as Release

  /** Four quarters drawn: the year was whole. */
  const wholeYear = (year: string) => quartersOf(year).map((quarter) => row('when-year', quarter))
  const ledger = ['2024', '2025'].flatMap(wholeYear)
  const waits = (one: Release, releases: StoredRelease[], drawn = ledger) =>
    mustWait(one, { releases, ledger: drawn })

  const IN_ALL = marginOfSum(familyOf('where').epsilon, 1)
  test.each([
    ['at more than three times the period before', [[301 + IN_ALL]], [[100]], true],
    ['not at three times', [[300 + IN_ALL]], [[100]], false],
    ['not while it is small', [[45 + IN_ALL]], [[1]], false],
  ])('%s, net of what noise alone adds', (_what, rows, before, expected) => {
    expect(waits(release('where', '2026', rows), [kept('where', '2025', before)])).toBe(expected)
  })

  it('net of the noise of every known cell of a total', () => {
    const [known, unknown] = [['theft', 'insult', 'violence', 'blackmail'], ['unknown']]
    const of = (each: number) =>
      release('act', '2026', [
        ...known.map((act): [string, number] => [act, each]),
        ...unknown.map((act): [string, number] => [act, 9000]),
      ])
    const before = [kept('act', '2025', [['theft', 40]])]
    const most = 3 * 40 + marginOfSum(familyOf('act').epsilon, 4)
    expect(waits(of(Math.floor(most / 4)), before)).toBe(false)
    expect(waits(of(Math.floor(most / 4) + 1), before)).toBe(true)
  })

  it('when one platform with a name jumps, and not when “other” does', () => {
    const before = [
      kept('platform', '2025', [
        ['coco', 400],
        ['grindr', 20],
        ['other', 10],
        ['unknown', 10],
      ]),
    ]
    const of = (grindr: number, other: number, unknown: number) =>
      release('platform', '2026', [
        ['coco', 400],
        ['grindr', grindr],
        ['other', other],
        ['unknown', unknown],
      ])
    const margin = marginOf(familyOf('platform').epsilon)
    expect(waits(of(61 + margin, 10, 10), before)).toBe(true)
    expect(waits(of(60 + margin, 400, 9000), before)).toBe(false)
    expect(waits(release('platform', '2026', [['tinder', 46 + margin]]), before)).toBe(true)
  })

  it('for what was published before it alone: same family, same span, not held itself, the latest', () => {
    const jump = release('platform', '2026-Q2', [['coco', 200]])
    expect(waits(jump, [])).toBe(false)
    expect(waits(jump, [kept('platform', '2025', [['coco', 1]])])).toBe(false)
    expect(waits(jump, [kept('act', '2026-Q1', [['coco', 1]])])).toBe(false)
    expect(waits(jump, [kept('platform', '2026-Q1', [['coco', 1]], { held: true })])).toBe(false)
    expect(waits(jump, [kept('platform', '2026-Q3', [['coco', 1]])])).toBe(false)
    expect(
      waits(jump, [kept('platform', '2025-Q4', [['coco', 1]]), kept('platform', '2026-Q1', [['coco', 150]])]),
    ).toBe(false)
    expect(waits(jump, [kept('platform', '2025-Q4', [['coco', 1]])])).toBe(true)
  })

  it('not for being a whole year after one that had begun when the service did', () => {
    const jump = release('where', '2026', [[301 + IN_ALL]])
    const years = [kept('where', '2024', [[280]]), kept('where', '2025', [[100]])]
    expect(waits(jump, years)).toBe(true)
    const begun = ledger.filter(({ window }) => window !== '2025-Q1')
    expect(waits(jump, years, begun)).toBe(false)
    expect(waits(jump, years.slice(1), begun)).toBe(false)
    expect(waits(release('where', '2026', [[900]]), years, begun)).toBe(true)
  })

  it('as a year while a quarter of it does, in whichever family, and no other year', () => {
    const year = release('where', '2026', [[1]])
    const heldIn = (window: string) => [kept('when-year', window, [[1]], { held: true })]
    expect(waits(year, heldIn('2026-Q3'))).toBe(true)
    expect(waits(year, heldIn('2025-Q3'))).toBe(false)
    expect(waits(year, [kept('when-year', '2026-Q3', [[1]])])).toBe(false)
    expect(waits(release('when-year', '2026-Q4', [[1]]), heldIn('2026-Q3'))).toBe(false)
  })
})

test('every family but one waits for the end of the year at first', () => {
  expect(YEARLY).toHaveLength(FAMILIES.length - 1)
})

describe('nothing is drawn', () => {
  const settled = (...quarters: string[]): Recorded => ({
    ...NOTHING,
    batches: quarters.map((quarter) => ({ quarter, counted: true })),
  })
  const REAL = { first: '2025-Q1', synthetic: false, told: undefined }

  test.each([
    ['two quarters were never settled', settled(), '2025-07-15', undefined, null],
    ['a third was not', settled(), '2025-10-15', undefined, 'too-many-due'],
    ['its day has not come', settled(), '2025-10-14', undefined, null],
    ['one of three was settled', settled('2025-Q1'), '2025-10-15', undefined, null],
    ['somebody said so', settled(), '2025-10-15', '2025-Q1', null],
    ['somebody said so of a year', settled(), '2026-07-15', '2025', null],
    ['the clock is years ahead', settled('2025-Q1'), '2036-01-15', '2026-Q4', 'too-many-due'],
  ] as const)('or is: %s', (_when, published, until, told, fault) => {
    expect(publishFault(published, { ...REAL, until, told })).toBe(fault)
  })

  it('into a store of invented releases, nor an invented one among real ones', () => {
    const of = (synthetic: boolean) =>
      kept('act', '2025', [[1]], { body: JSON.stringify({ synthetic, rows: [[1]] }) })
    const fault = (releases: StoredRelease[], synthetic: boolean) =>
      publishFault({ ...NOTHING, releases }, { ...REAL, until: '2025-06-01', synthetic })
    expect([fault([of(true)], false), fault([of(false)], true)]).toEqual(['other-kind', 'other-kind'])
    expect([fault([of(true)], true), fault([of(false)], false), fault([], true)]).toEqual([null, null, null])
    // What is no release says nothing of the kind.
    expect(fault([kept('act', '2025', [], { body: 'act 2025' }), of(false)], false)).toBe(null)
  })
})
