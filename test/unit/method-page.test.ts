// What the method page says is what the rules are: its numbers, its calendar, the answers that no table uses, the budget spent.
import { describe, expect, it } from 'vitest'
import { changesBetween, type ReadRelease } from '../../src/client/method/changes.ts'
import { spentByYear } from '../../src/client/method/spent.ts'
import { isHalfFilled, standingOf } from '../../src/client/method/standing.ts'
import { cellIndexOf } from '../../src/domain/cells.ts'
import { rungInForce, yearTotalFor } from '../../src/domain/ladder.ts'
import { marginOf } from '../../src/domain/margin.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'
import { Card } from '../../src/protocol/card.ts'
import { FAMILIES, LIFETIME_EPSILON, familyOf, type Family } from '../../src/protocol/families.ts'
import { DISPLAY_THRESHOLD, thresholdFor } from '../../src/protocol/display-threshold.ts'
import { closedOn, dueOn } from '../../src/protocol/statistics-window.ts'
import { daysBetween } from '../../src/protocol/day.ts'
import { LOCALES } from '../../src/protocol/vocabulary.ts'

const DECLARED: readonly Family[] = FAMILIES

const published = (
  family: ReadRelease['family'],
  window: string,
  more: Partial<ReadRelease> = {},
): ReadRelease => ({
  family,
  window,
  rung: familyOf(family).rungs[0].id,
  synthetic: false,
  publishedOn: dueOn(window),
  epsilon: familyOf(family).epsilon,
  note: null,
  codeSha256: 'a'.repeat(64),
  ...more,
})

const listed = (releases: readonly ReadRelease[]) =>
  releases.map((each) => ({ ...each, sha256: '0'.repeat(64) }))

const inFigures = ({ numerator, denominator }: { numerator: number; denominator: number }): number =>
  numerator / denominator

describe.each(LOCALES)('what the method page says in %s', (locale) => {
  const { chance, promise, calendar, counted, ledger } = MESSAGES[locale].method

  const epsilon = inFigures(LIFETIME_EPSILON)
  /** To the nearest tenth: how sure a coin flip may become, when the odds move by `e` to this power. */
  const surest = (power: number): string => ((100 * Math.exp(power)) / (1 + Math.exp(power))).toFixed(1)
  const percentages = (text: string): string[] =>
    [...text.matchAll(/([\d.,]+)\s?%/gu)].map(([, number = '']) => number.replace(',', '.'))

  it('is the guarantee of the whole budget, for one report and for two, and no more', () => {
    expect(percentages(promise.bound)).toEqual([surest(epsilon)])
    expect(percentages(promise.not.join(' '))).toEqual([surest(2 * epsilon), surest(epsilon)])
    expect(ledger.intro.replace(',', '.')).toContain(epsilon.toFixed(1))
  })

  it('is less of one report in two versions, which empties a cell and fills another in each table that they part', () => {
    const [where, quarters] = [inFigures(familyOf('where').epsilon), inFigures(familyOf('when-year').epsilon)]
    const parted = [where, where + quarters, epsilon]
    expect(percentages(promise.versionBounds.join(' '))).toEqual(parted.map((each) => surest(2 * each)))
    const partsByPlace = DECLARED.filter(({ rungs }) =>
      rungs.some(({ facets }) => facets.some((facet) => ['region', 'departement'].includes(facet))),
    )
    expect(partsByPlace.map(({ id }) => id)).toEqual(['where', 'when-year'])
  })

  it('is the threshold that pages use, and how seldom noise alone reaches it', () => {
    const [least] = chance.fewRule.match(/\d+/u) ?? []
    expect(Number(least)).toBe(DISPLAY_THRESHOLD)
    const [oneIn] = /\d{2,}/u.exec(chance.fewWhy) ?? []
    const thresholds = DECLARED.map(({ epsilon: share }) => thresholdFor(marginOf(share)))
    expect(thresholds).toEqual([15, 15, 20, 20, 30, 60])
    for (const { epsilon: share } of DECLARED) {
      const [threshold, kept] = [thresholdFor(marginOf(share)), Math.exp(-inFigures(share))]
      expect(kept ** threshold / (1 + kept)).toBeLessThan(1 / Number(oneIn))
    }
  })

  it('is the calendar of publication, two weeks after each quarter', () => {
    const days = [1, 2, 3, 4].map((quarter) => dueOn(`2026-Q${quarter}`))
    const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
    expect(calendar.days).toEqual(days.map((day) => format.format(new Date(day))))
    expect(dueOn('2026')).toBe(dueOn('2026-Q4'))
    expect(daysBetween(closedOn('2026'), dueOn('2026'))).toBe(14)
  })

  it('names as many unused answers as no table looks at', () => {
    const card = Object.fromEntries(
      Object.keys(Card.entries).map((facet) => [facet, 'unknown']),
    ) as unknown as Card
    const moves = (facet: string, value: string): boolean =>
      DECLARED.flatMap(({ rungs }) => rungs).some(
        (rung) => cellIndexOf(rung, { ...card, [facet]: value } as Card) !== cellIndexOf(rung, card),
      )
    const values: Readonly<Record<string, string>> = {
      departement: '75',
      quarter: '2026-Q1',
      weekday: 'monday',
      timeBand: 'night',
      channel: 'forum',
      platform: 'other',
      place: 'vehicle',
      lure: 'woman',
      attackers: '2',
      act: 'theft',
      complaint: 'filed',
    }
    expect(Object.keys(values).toSorted()).toEqual(
      Object.keys(Card.entries)
        .filter((name) => name !== 'version')
        .toSorted(),
    )
    const unused = Object.entries(values).filter(([facet, value]) => !moves(facet, value))
    expect(unused.map(([facet]) => facet)).toEqual(['quarter', 'attackers', 'complaint'])
    expect(counted.unused).toHaveLength(unused.length)
  })
})

describe('the total that a level needs', () => {
  it('is the least at which it is published', () => {
    const finer = DECLARED.flatMap((family) => family.rungs.slice(1).map((rung) => ({ family, rung })))
    expect(finer.length).toBeGreaterThan(4)
    for (const { family, rung } of finer) {
      const total = yearTotalFor(family, rung)
      expect(rungInForce(family, total).id).toBe(rung.id)
      expect(rungInForce(family, total - 1).id).not.toBe(rung.id)
    }
    for (const family of DECLARED) expect(yearTotalFor(family, family.rungs[0])).toBe(0)
  })
})

describe('the budget spent', () => {
  const ofYear = (year: string): ReadRelease[] => [
    ...[1, 2, 3, 4].map((quarter) => published('when-year', `${year}-Q${quarter}`)),
    ...(['where', 'when-week', 'how', 'platform', 'act'] as const).map((family) => published(family, year)),
  ]

  it('is nothing while nothing is published', () => {
    expect(spentByYear({ releases: [], held: [] })).toEqual([])
  })

  it('is a line a period, and for one report never more than all of it', () => {
    const [latest, first, ...rest] = spentByYear({
      releases: listed([...ofYear('2025'), published('when-year', '2026-Q1')]),
      held: [],
    })
    expect(rest).toEqual([])
    expect(latest?.year).toBe('2026')
    expect(latest && inFigures(latest.most)).toBe(0.5)
    expect(first?.periods.map(({ window, spent }) => [window, inFigures(spent)])).toEqual([
      ['2025-Q1', 0.5],
      ['2025-Q2', 0.5],
      ['2025-Q3', 0.5],
      ['2025-Q4', 0.5],
      ['2025', 1.5],
    ])
    expect(first && inFigures(first.most)).toBe(2)
  })

  it('counts what is held: it was drawn', () => {
    const releases = listed(ofYear('2025').filter(({ family }) => family !== 'where'))
    const [year] = spentByYear({ releases, held: [{ family: 'where', window: '2025' }] })
    expect(year && inFigures(year.most)).toBe(2)
    expect(year?.periods.at(-1)?.draws[0]).toEqual({
      window: '2025',
      family: 'where',
      rung: null,
      epsilon: familyOf('where').epsilon,
    })
  })

  it('is that of the dearest quarter where platforms come by quarter', () => {
    const releases = listed([
      published('when-year', '2026-Q1'),
      published('when-year', '2026-Q2'),
      published('platform', '2026-Q2', { rung: 'platform-quarter' }),
      published('act', '2026'),
    ])
    const [year] = spentByYear({ releases, held: [] })
    expect(year && inFigures(year.most)).toBeCloseTo(0.8)
  })
})

describe('what there is to show', () => {
  const listOf = (releases: readonly ReadRelease[], isComplete = true) => ({
    format: 'balise-releases-1' as const,
    releases: listed(releases),
    held: [],
    isComplete,
  })
  const none = listOf([])
  const some = listOf([
    published('when-year', '2025-Q4'),
    ...(['where', 'when-week', 'how', 'platform', 'act'] as const).map((family) => published(family, '2025')),
  ])

  it('is nothing before the first release, and in a demonstration not yet', () => {
    expect([false, true].map((isDemonstration) => standingOf(none, isDemonstration))).toEqual([
      'nothing',
      'filling',
    ])
    expect([false, true].map((isDemonstration) => standingOf(some, isDemonstration))).toEqual([
      'there',
      'there',
    ])
  })

  it('was not read when it did not come, or came with an entry that nobody can read', () => {
    for (const list of [null, listOf([published('act', '2025')], false), listOf([], false)])
      expect(standingOf(list, true)).toBe('unreachable')
  })

  it('of a demonstration is half there until every period has come', () => {
    expect(isHalfFilled(some, true, '2026-04-14')).toBe(false)
    expect(isHalfFilled(some, true, '2026-04-15')).toBe(true)
    expect(isHalfFilled(some, false, '2026-04-15')).toBe(false)
  })
})

describe('what changed between releases', () => {
  it('is nothing when the same code counted the same tables', () => {
    const releases = ['2024', '2025'].flatMap((year) => [published('where', year), published('act', year)])
    expect(changesBetween(releases, [])).toEqual([])
  })

  it('is the level of a family, once, in the year in which it changes', () => {
    const releases = [
      published('when-year', '2025-Q3'),
      published('when-year', '2025-Q4'),
      published('when-year', '2026-Q1', { rung: 'region-quarter' }),
      published('when-year', '2026-Q2', { rung: 'region-quarter' }),
      published('act', '2025'),
    ]
    expect(changesBetween(releases, [])).toEqual([
      {
        kind: 'rung',
        on: '2026-04-15',
        family: 'when-year',
        before: 'france-quarter',
        after: 'region-quarter',
      },
    ])
  })

  it('is its share of the budget', () => {
    const after = { numerator: 1, denominator: 5 }
    const changes = changesBetween(
      [published('act', '2025'), published('act', '2026', { epsilon: after })],
      [],
    )
    expect(changes).toEqual([
      { kind: 'epsilon', on: '2027-01-15', family: 'act', before: familyOf('act').epsilon, after },
    ])
  })

  it('is the code that counts, on the day it first did', () => {
    const other = 'b'.repeat(64)
    const changes = changesBetween(
      [
        published('when-year', '2026-Q1'),
        published('when-year', '2026-Q2', { codeSha256: other }),
        published('platform', '2026-Q2'),
        published('when-year', '2026-Q3', { codeSha256: other }),
      ],
      [],
    )
    expect(changes).toEqual([{ kind: 'code', on: '2026-07-15', before: 'a'.repeat(64), after: other }])
  })

  it('is what waits, first, then the notes of what was let through', () => {
    const note = 'Two waves, checked.'
    const changes = changesBetween(
      [published('where', '2025', { note })],
      [{ family: 'where', window: '2026' }],
    )
    expect(changes).toEqual([
      { kind: 'held', family: 'where', window: '2026' },
      { kind: 'note', on: '2026-01-15', family: 'where', window: '2025', note },
    ])
  })
})
