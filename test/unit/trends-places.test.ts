// What the trends page says of places and of quarters, in words: true at the edges, never more than the margin allows, alike in both languages.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableCells } from '../../src/client/trends/cells-of-table.ts'
import { readPlaces } from '../../src/client/trends/places-reading.ts'
import { roundAbove } from '../../src/client/trends/round-above.ts'
import { quarterSteps } from '../../src/client/trends/quarter-steps.ts'
import { readQuarters } from '../../src/client/trends/quarters-reading.ts'
import { cellsOf } from '../../src/domain/cells.ts'
import { marginOf, marginOfSum } from '../../src/domain/margin.ts'
import { familyOf, rungOf, type FamilyId, type Rung } from '../../src/protocol/families.ts'
import type { Release } from '../../src/protocol/release.ts'
import { dueOn } from '../../src/protocol/statistics-window.ts'
import { trendWords } from '../support/trend-words.ts'

/** A release that says exactly this: `counts` by code, `otherwise` everywhere else. */
function saying(
  family: FamilyId,
  rungId: string,
  window: string,
  counts: Readonly<Record<string, number>>,
  otherwise = 0,
): Release {
  const rung = rungOf(family, rungId) as Rung
  const { epsilon } = familyOf(family)
  return {
    format: 'balise-release-1',
    family,
    window,
    rung: rungId,
    synthetic: true,
    publishedOn: dueOn(window),
    epsilon,
    noise: 'discrete-laplace',
    margin: marginOf(epsilon),
    codeSha256: 'a'.repeat(64),
    facets: [...rung.facets],
    rows: cellsOf(rung).map((codes) => [...codes, counts[codes.join()] ?? otherwise]),
  }
}

const [french, english] = [trendWords('fr'), trendWords('en')]

const read = (release: Release, words = french): string =>
  readPlaces({ window: release.window, facets: release.facets.join(), ...tableCells(release, words) }, words)

const byDepartement = (counts: Record<string, number>, otherwise = 0): Release =>
  saying('where', 'departement-year', '2025', counts, otherwise)

describe('what is said of places', () => {
  it('names the one place that reaches 15, with its interval, and how many are hidden', () => {
    expect(read(byDepartement({ '33': 23 }, 1))).toBe(
      [
        'En 2025, en tout\u00a0: environ 125, entre 75 et 175.',
        'En 2025, le plus grand nombre\u00a0: Gironde, environ 23, entre 18 et 28.',
        'Son écart avec chacun des autres dépasse la marge.',
        'Nombres cachés, car sous 15\u00a0: 100 sur 101.',
        'Réponse non connue\u00a0: moins de 15, peut-être aucun.',
      ].join(' '),
    )
    expect(read(byDepartement({ '33': 23 }), english)).toContain(
      'In 2025, the largest number: Gironde, about 23, between 18 and 28.',
    )
  })

  it('does not rank what the margin cannot', () => {
    const close = read(byDepartement({ '33': 40, '59': 38, '13': 31, '75': 10 }))
    expect(close).toContain('La marge ne permet pas de dire s’il dépasse\u00a0: Nord et Bouches-du-Rhône.')
    expect(close).not.toContain('Paris')
  })

  it.each([
    ['nobody', 0],
    ['what is under the threshold everywhere', 9],
    ['values below zero', -4],
  ])('says that there is no honest picture of %s, and no number of a place', (_, otherwise) => {
    for (const words of [french, english]) {
      const said = read(byDepartement({}, otherwise), words)
      expect(said).toContain(
        words === french ? 'aucun nombre n’est assez grand' : 'no number is large enough',
      )
      for (const name of Object.values(words.labels['departement'] ?? {}))
        expect(said).not.toContain(` ${name},`)
      expect(said).not.toMatch(/[-−]\d/)
    }
  })

  it('says of France counted as one that it is the only number', () => {
    const said = read(saying('where', 'france-year', '2025', { '': 52 }))
    expect(said).toMatch(/^En 2025, en tout\u00a0: environ 52, entre 47 et 57\. C’est le seul nombre/)
    expect(read(saying('where', 'france-year', '2025', { '': -3 }))).toContain('moins de 15, peut-être aucun')
  })

  it('never names elsewhere as the largest, nor what is not known', () => {
    const said = read(byDepartement({ '33': 23, elsewhere: 90, unknown: 80 }))
    expect(said).toContain('Gironde, environ 23')
    expect(said).not.toContain('Hors de France')
    expect(said).toContain('Réponse non connue\u00a0: environ 80')
  })

  it('speaks of a place only where it is the largest, and never writes a number under 15', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 400 }), { minLength: 103, maxLength: 103 }),
        (values) => {
          const rung = rungOf('where', 'departement-year') as Rung
          const counts = Object.fromEntries(cellsOf(rung).map((codes, at) => [codes.join(), values[at] ?? 0]))
          const said = read(byDepartement(counts))
          const most = Math.max(
            ...Object.entries(counts).flatMap(([code, value]) =>
              code === 'unknown' || code === 'elsewhere' ? [] : [value],
            ),
          )
          for (const [, value] of said.matchAll(/environ ([\d\u202f\u00a0]+)/g))
            expect(Number((value ?? '').replaceAll(/\D/g, ''))).toBeGreaterThanOrEqual(15)
          if (most >= 15) expect(said.replaceAll(/[\u202f\u00a0]/g, '')).toContain(`, environ ${most}, entre`)
        },
      ),
    )
  })
})

const quarter = (window: string, counts: Record<string, number>, otherwise = 0): Release =>
  saying('when-year', 'region-quarter', window, counts, otherwise)
const france = (window: string, count: number): Release =>
  saying('when-year', 'france-quarter', window, { '': count })

describe('quarters, whichever way they were counted', () => {
  it('add régions up to France, with the margin of a sum, and leave what was not published empty', () => {
    const steps = quarterSteps([quarter('2025-Q1', { '75': 20 }, 2), france('2024-Q3', 60)])
    expect(steps.map(({ window }) => window)).toEqual(['2024-Q3', '2024-Q4', '2025-Q1'])
    const [first, second, third] = steps
    expect(first).toMatchObject({
      france: { value: 60, margin: marginOf(familyOf('when-year').epsilon) },
      regions: null,
    })
    expect(second).toEqual({ window: '2024-Q4', france: null, regions: null })
    expect(third?.france).toEqual({ value: 58, margin: marginOfSum(familyOf('when-year').epsilon, 20) })
    expect(third?.regions?.get('75')?.value).toBe(20)
  })

  it.each([
    ['none', {}, 'aucune région n’atteint 15'],
    ['one', { '75': 15 }, 'une seule région sur 18 atteint 15'],
    ['several', { '75': 15, '11': 40, unknown: 50, elsewhere: 50 }, '2 régions sur 18 atteignent 15'],
  ])('say how many régions reach 15: %s', (_, counts, sentence) => {
    const [said] = readQuarters(quarterSteps([quarter('2025-Q4', counts)]), french)
    expect(said).toContain(`Au 4e trimestre 2025, ${sentence}.`)
  })

  it('are compared with the same quarter a year before, where both are there', () => {
    const both = quarterSteps([france('2024-Q2', 30), france('2025-Q2', 90)])
    expect(readQuarters(both, french)[1]).toContain('hausse plus grande que la marge\u00a0: Toute la France.')
    expect(readQuarters(quarterSteps([france('2025-Q1', 30), france('2025-Q2', 90)]), french)).toHaveLength(1)
    expect(readQuarters([], french)).toEqual([])
  })

  it('have a scale that ends on a round number, no interval cut off and little lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (value) => {
        const top = roundAbove(value)
        expect(top).toBeGreaterThanOrEqual(value)
        expect(top).toBeLessThanOrEqual(2 * value)
        expect(Number(top.toPrecision(2))).toBe(top)
      }),
    )
  })
})
