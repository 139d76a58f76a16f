// Whether what is due may be drawn at all. A draw is for good, so a clock that is wrong, or a store of the other kind, stops everything
// before a card is settled. It reads what was published and nothing of the cards.
import type { Day } from '../protocol/day.ts'
import {
  closedOn,
  dueOn,
  quartersOf,
  yearsBetween,
  type StatisticsWindow,
} from '../protocol/statistics-window.ts'
import type { Recorded } from './due-releases.ts'
import { readStored } from './stored-text.ts'

export type PublishFault =
  /** More than two quarters were never settled: a long silence, or a clock that is far ahead. */
  | 'too-many-due'
  /** The store holds invented releases and these would be real ones, or the other way round. */
  | 'other-kind'

/** Of those whose day has come: as many as go without a word of anyone. Whoever runs without a break has one at most. */
const MOST_AT_ONCE = 2

export interface Intent {
  /** The quarter that publishing begins with. */
  first: string
  /** What is due on this day is drawn. */
  until: Day
  synthetic: boolean
  /** The last window up to which somebody said that however many may go at once. */
  told: StatisticsWindow | undefined
}

/** Why nothing may be drawn; null when it may. */
export function publishFault(
  { releases, batches }: Pick<Recorded, 'releases' | 'batches'>,
  { first, until, synthetic, told }: Intent,
): PublishFault | null {
  const settled = new Set(batches.map(({ quarter }) => quarter))
  const untold = yearsBetween(first, until)
    .flatMap(quartersOf)
    .filter((quarter) => quarter >= first && dueOn(quarter) <= until && !settled.has(quarter))
    .filter((quarter) => told === undefined || closedOn(quarter) > closedOn(told))
  if (untold.length > MOST_AT_ONCE) return 'too-many-due'
  return releases.some(({ body }) => readStored(body)?.synthetic === !synthetic) ? 'other-kind' : null
}
