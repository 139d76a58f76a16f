// Which releases have their day come and are not drawn. Functions of the calendar, the ledger and what was published: neither which
// windows are published nor at which rung may tell that a card came.
import type { Batch } from '../db/statistics/batches.ts'
import type { LedgerRow, StoredRelease } from '../db/statistics/releases.ts'
import { knownTotal, rungInForce } from '../domain/ladder.ts'
import { quarterOf, type Day } from '../protocol/day.ts'
import { FAMILIES, type Family, type Rung } from '../protocol/families.ts'
import {
  closedOn,
  dueOn,
  lastDueQuarter,
  quartersOf,
  spanOf,
  windowsSharing,
  yearOf,
  type StatisticsWindow,
} from '../protocol/statistics-window.ts'
import { readStored } from './stored-text.ts'

export interface DueRelease {
  family: Family
  rung: Rung
  window: StatisticsWindow
  /** Whose cards it counts. */
  quarters: readonly string[]
}

/** What is known of what was published so far. */
export interface Recorded {
  ledger: readonly LedgerRow[]
  releases: readonly StoredRelease[]
  batches: readonly Batch[]
}

/**
 * The quarter a service publishes from. Once it has published or settled one, its first; until then the one its operator says it started in, or
 * else the last whose day has come. Never the quarter of a card.
 */
export function firstQuarter(
  {
    ledger,
    batches,
  }: { ledger: readonly Pick<LedgerRow, 'window'>[]; batches: readonly Pick<Batch, 'quarter'>[] },
  startedOn: Day | undefined,
  today: Day,
): string {
  const [first] = [...ledger.map(({ window }) => window), ...batches.map(({ quarter }) => quarter)]
    .filter((window) => spanOf(window) === 'quarter')
    .toSorted()
  return first ?? (startedOn === undefined ? lastDueQuarter(today) : quarterOf(startedOn))
}

/** Those of one year that are due on a day and not drawn, by the day they close, quarters before the year they end. */
export function dueReleases(year: string, today: Day, first: string, record: Recorded): DueRelease[] {
  const counted = new Set(record.batches.filter((each) => each.counted).map((each) => each.quarter))
  return FAMILIES.flatMap((family: Family) => {
    const rung = rungOfYear(family, year, record)
    const windows = rung.window === 'quarter' ? quartersOf(year) : [year]
    return windows.map((window) => ({
      family,
      rung,
      window,
      quarters: quartersOf(window).filter((quarter) => quarter >= first),
    }))
  })
    .filter(
      ({ family, window, quarters }) =>
        dueOn(window) <= today &&
        quarters.length > 0 &&
        // A table drawn over cards that are gone would say that nothing happened.
        !quarters.some((quarter) => counted.has(quarter)) &&
        !isDrawn(record.ledger, family.id, window),
    )
    .toSorted(
      (one, other) =>
        closedOn(one.window).localeCompare(closedOn(other.window)) || other.window.length - one.window.length,
    )
}

/** Whether reports of this period were paid for already in a family. */
export const isDrawn = (
  ledger: readonly Pick<LedgerRow, 'family' | 'window'>[],
  family: string,
  window: StatisticsWindow,
): boolean => ledger.some((row) => row.family === family && windowsSharing(window).includes(row.window))

/**
 * The rung of a family for a whole year. The first draw of a year decides for the rest of it: a release that people approve later adds
 * to the total of the year before, and may not turn quarters into a year midway.
 */
export function rungOfYear(
  family: Family,
  year: string,
  { ledger, releases }: Pick<Recorded, 'ledger' | 'releases'>,
): Rung {
  const drawn = ledger.find((row) => row.family === family.id && yearOf(row.window) === year)
  const before = String(Number(year) - 1)
  const total = releases
    .filter((each) => each.family === family.id && !each.held && yearOf(each.window) === before)
    .reduce((sum, { body }) => sum + knownTotal(readStored(body)?.rows ?? []), 0)
  return family.rungs.find((rung) => rung.id === drawn?.rung) ?? rungInForce(family, total)
}
