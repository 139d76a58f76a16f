// Fills a demonstration's trends the way real ones come to be: invented cards, sealed to its observatory, kept by the quarter in which they
// would have come, then published by the observatory on each of its days. Cut off anywhere it goes on, and no card is there twice.
import { hash } from 'node:crypto'
import { fromBase64 } from '../crypto/encoding.ts'
import { keyFrom } from '../crypto/random.ts'
import { readBatches } from '../db/statistics/batches.ts'
import type { KeptCard } from '../db/statistics/keep-card.ts'
import { keepInventedCards, readCardKeys } from '../db/statistics/keep-invented-cards.ts'
import type { Store } from '../db/store.ts'
import type { SealedCard } from '../protocol/card.ts'
import type { Day } from '../protocol/day.ts'
import {
  dueOn,
  lastDueQuarter,
  quartersOf,
  yearOf,
  type StatisticsWindow,
} from '../protocol/statistics-window.ts'
import { sealCard } from '../sealing/seal-card.ts'
import { inventedCards, type Invention } from './invented-cards.ts'

export interface Filling {
  /** The statistics store. */
  store: Store
  /** The observatory's certificate, binary, in base64. */
  observatory: string
  invention: Invention
  /** From the earliest; each has had its day of publication. */
  quarters: readonly StatisticsWindow[]
  /** Has the observatory publish what is due on a day; settles once it is there. */
  publish: (on: Day) => Promise<void>
}

const WHOLE_YEARS = 3

/** The quarters of the last three whole years that are published by a day, and those since. */
export function quartersToFill(today: Day): StatisticsWindow[] {
  const last = lastDueQuarter(today)
  const lastWholeYear = Number(yearOf(last)) - (last.endsWith('Q4') ? 0 : 1)
  const years = Array.from({ length: WHOLE_YEARS + 1 }, (_, index) => lastWholeYear - WHOLE_YEARS + 1 + index)
  return years.flatMap((year) => quartersOf(String(year))).filter((quarter) => quarter <= last)
}

/** Those whose cards are still to come: a quarter that is settled had all of them. */
export async function quartersLeft(
  store: Store,
  quarters: readonly StatisticsWindow[],
): Promise<StatisticsWindow[]> {
  const settled = new Set((await readBatches(store)).map(({ quarter }) => quarter))
  return quarters.filter((quarter) => !settled.has(quarter))
}

/** Throws `StoreFailure`, or what `publish` throws; called again, it goes on where it was. */
export async function fillTrends(filling: Filling): Promise<void> {
  const { store, quarters, publish } = filling
  const left = await quartersLeft(store, quarters)
  for (const quarter of quarters) {
    if (left.includes(quarter)) await keepQuarter(filling, quarter)
    await publish(dueOn(quarter))
  }
}

/** Few, so that whoever sends a card of their own meanwhile waits for no more than these. */
const CARDS_TOGETHER = 32

async function keepQuarter(
  { store, observatory, invention }: Filling,
  quarter: StatisticsWindow,
): Promise<void> {
  const kept = await readCardKeys(store, quarter)
  const missing = inventedCards(invention, quarter)
    .map((card, number) => ({ card, id: keyOf(invention, quarter, number) }))
    .filter(({ id }) => !kept.has(id))
  for (let from = 0; from < missing.length; from += CARDS_TOGETHER) {
    const rows: KeptCard[] = []
    for (const { card, id } of missing.slice(from, from + CARDS_TOGETHER)) {
      const { sealed } = JSON.parse((await sealCard(card, observatory)).body) as SealedCard
      rows.push({ id, window: quarter, sealed: fromBase64(sealed) ?? new Uint8Array(0) })
    }
    await keepInventedCards(store, rows)
  }
}

/** By its number, and not by its sealed bytes, which are others each time: a card that was kept before the end came is known again. */
const keyOf = ({ seed, weekly }: Invention, quarter: StatisticsWindow, number: number): number =>
  keyFrom(hash('sha256', `${seed} ${weekly} ${quarter} card ${number}`, 'buffer'))
