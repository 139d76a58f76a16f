// The invented reports of a demonstration: real cards, the same each time, spread as the page says they are.
import { createRequire } from 'node:module'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { inventedCards } from '../../src/cli/invented-cards.ts'
import { chanceOf } from '../../src/cli/invented-chance.ts'
import populations from '../../src/cli/invented-populations.json' with { type: 'json' }
import { PLATFORMS } from '../../src/help/platforms.ts'
import { Card, type Facet } from '../../src/protocol/card.ts'
import { DEPARTEMENT_CODES } from '../../src/protocol/departements.ts'
import { quartersOf } from '../../src/protocol/statistics-window.ts'

const ofYear = (year: string, weekly = 60): Card[] =>
  quartersOf(year).flatMap((quarter) => inventedCards({ seed: 'test', weekly }, quarter))

/** Hundredths of the cards that have this answer. */
const share = (cards: readonly Card[], facet: Facet, ...codes: string[]): number =>
  (cards.filter((card) => codes.includes(card[facet])).length / cards.length) * 100

const [before, closing, after] = ['2023', '2024', '2025'].map((year) => ofYear(year)) as [
  Card[],
  Card[],
  Card[],
]

describe('invented reports', () => {
  it('are cards as phones make them, with slugs of the list alone', () => {
    const slugs = [...PLATFORMS.map(({ id }) => id), 'other', 'unknown']
    for (const card of closing) {
      expect(v.safeParse(Card, card).success).toBe(true)
      expect(slugs).toContain(card.platform)
    }
  })

  it('are the same for the same seed, rate and quarter, and others for any other', () => {
    const invention = { seed: 'test', weekly: 5 }
    const cards = inventedCards(invention, '2025-Q2')
    expect(inventedCards(invention, '2025-Q2')).toEqual(cards)
    expect(inventedCards(invention, '2025-Q3')).not.toEqual(cards)
    expect(inventedCards({ ...invention, seed: 'another' }, '2025-Q2')).not.toEqual(cards)
    expect(inventedCards({ ...invention, weekly: 20 }, '2025-Q2').slice(0, cards.length)).not.toEqual(cards)
  })

  it.each([1, 5, 20, 60])('come %i a week over three years, within what chance allows', (weekly) => {
    const count = ['2023', '2024', '2025'].flatMap((year) => ofYear(year, weekly)).length
    const expected = (weekly * 1096) / 7
    expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })

  it('happen where people live, by INSEE’s counts, more in big cities; nowhere is left out', () => {
    const communes = createRequire(import.meta.url)(
      '@etalab/decoupage-administratif/data/communes.json',
    ) as readonly { type: string; departement?: string; population?: number }[]
    const people = new Map<string, number>()
    for (const { type, departement = '', population = 0 } of communes) {
      if (type === 'commune-actuelle') people.set(departement, (people.get(departement) ?? 0) + population)
    }
    const rounded = DEPARTEMENT_CODES.map((code) => [code, Math.round((people.get(code) ?? 0) / 10_000)])
    expect(populations).toEqual(Object.fromEntries(rounded))

    expect(share(after, 'departement', '59')).toBeGreaterThan(2 * share(after, 'departement', '62'))
    expect(share(after, 'departement', 'unknown')).toBeGreaterThan(3)
    const everywhere = new Set([...before, ...closing, ...after].map(({ departement }) => departement))
    expect(everywhere.size).toBeGreaterThan(98)
  })

  it('are of evenings, nights and week-ends more than of mornings', () => {
    expect(share(after, 'timeBand', 'evening', 'night')).toBeGreaterThan(65)
    expect(share(after, 'timeBand', 'morning')).toBeLessThan(10)
    expect(share(after, 'weekday', 'friday', 'saturday')).toBeGreaterThan(
      1.5 * share(after, 'weekday', 'monday', 'tuesday'),
    )
  })

  it('leave a chat without account once it has closed, for others', () => {
    expect(share(before, 'platform', 'coco')).toBeGreaterThan(25)
    expect(share(closing, 'platform', 'coco')).toBeGreaterThan(10)
    expect(share(after, 'platform', 'coco')).toBeLessThan(1)
    expect(share(after, 'platform', 'other')).toBeGreaterThan(share(before, 'platform', 'other') + 8)
    expect(share(after, 'channel', 'chat-without-account')).toBeLessThan(
      share(before, 'channel', 'chat-without-account') - 12,
    )
    const happenedAfter = closing.filter(({ quarter }) => quarter === '2024-Q3' || quarter === '2024-Q4')
    expect(share(happenedAfter, 'platform', 'coco')).toBe(0)
  })
})

describe('chance that can be made again', () => {
  it('counts arrivals with the mean it is given, and their spread', () => {
    const chance = chanceOf('arrivals')
    const counts = Array.from({ length: 2000 }, () => chance.arrivals(13))
    const mean = counts.reduce((sum, each) => sum + each, 0) / counts.length
    const variance = counts.reduce((sum, each) => sum + (each - mean) ** 2, 0) / counts.length
    expect(mean).toBeCloseTo(13, 0)
    expect(variance).toBeGreaterThan(11)
    expect(variance).toBeLessThan(15)
    expect(chance.arrivals(0)).toBe(0)
  })
})
