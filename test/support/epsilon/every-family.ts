// All that is published of one report: its cell in a table of each family, seen together. A reader may add up what each tells.
import { cellIndexOf, cellsOf } from '../../../src/domain/cells.ts'
import { Card } from '../../../src/protocol/card.ts'
import { FAMILIES, LIFETIME_EPSILON } from '../../../src/protocol/families.ts'
import * as v from 'valibot'
import { placesOf, publishRight, STANDPOINTS, WIDE, type Design } from './design.ts'

/** A card for each cell of `WIDE`, in the order of its cells. */
const CARDS: readonly Card[] = cellsOf(WIDE).map(([departement, channel, place]) =>
  v.parse(Card, {
    version: 1,
    departement,
    quarter: '2100-Q1',
    weekday: 'friday',
    timeBand: 'night',
    channel,
    platform: 'other',
    place,
    lure: 'unknown',
    attackers: 'unknown',
    act: 'violence',
    complaint: 'none',
  }),
)

export const everyFamily: Design = {
  name: 'every family, seen together',
  declares: LIFETIME_EPSILON,
  places: placesOf(WIDE),
  pairs: STANDPOINTS.slice(0, 1),
  publish: async (desk, others, more) => {
    const counts = [...others]
    for (const card of more === 1 ? CARDS : []) {
      const cell = cellIndexOf(WIDE, card)
      counts[cell] = (counts[cell] ?? 0) + 1
    }
    const tables: number[][] = []
    for (const family of FAMILIES) tables.push(await publishRight(desk, family, WIDE, counts))
    return others.map((_, place) => tables.map((shown) => String(shown[place])))
  },
}
