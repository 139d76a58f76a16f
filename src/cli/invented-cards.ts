// Invents the reports of a quarter, for a demonstration: plausible, and untrue. The same seed and quarter give the same reports, so that
// their true counts are known to whoever checks the published ones. Each becomes a card as a phone makes one.
import { cardOf } from '../domain/card.ts'
import { PLATFORMS } from '../help/platforms.ts'
import type { Card } from '../protocol/card.ts'
import { daysBetween, quarterOf } from '../protocol/day.ts'
import type { Account } from '../protocol/report.ts'
import {
  closedOn,
  quarterNumber,
  windowBefore,
  type StatisticsWindow,
} from '../protocol/statistics-window.ts'
import { chanceOf, type Chance, type Shares } from './invented-chance.ts'
import {
  ACT_SHARES,
  ATTACKER_SHARES,
  bandSharesOn,
  CHANNELS_AFTER,
  CHANNELS_BEFORE,
  COMPLAINT_SHARES,
  DEPARTEMENT_SHARES,
  LURE_SHARES,
  PLATFORM_SHARES,
  placeSharesAfter,
  QUARTERS_AGO,
  SEASONS,
  SHIFT_BEGINS,
  SHIFT_QUARTERS,
  WEEKDAY_SHARES,
} from './invented-shares.ts'

export interface Invention {
  seed: string
  /** Reports a week, on average over a year. */
  weekly: number
}

/** One for all demonstrations: what is invented is no secret. */
export const DEMONSTRATION_SEED = 'lanterne'

const DAYS_A_WEEK = 7

/** The cards that arrive in a quarter, as many as chance has it. */
export function inventedCards({ seed, weekly }: Invention, quarter: StatisticsWindow): Card[] {
  const chance = chanceOf(`${seed} ${weekly} ${quarter}`)
  const weeks = daysBetween(closedOn(windowBefore(quarter)), closedOn(quarter)) / DAYS_A_WEEK
  const season = SEASONS[quarterNumber(quarter) - 1] ?? 1
  const count = chance.arrivals(weekly * weeks * season)
  return Array.from({ length: count }, () => cardOf(inventAccount(chance, quarter), platformIdOf))
}

const platformIdOf = (name: string): string | null => PLATFORMS.find((each) => each.name === name)?.id ?? null

function inventAccount(chance: Chance, quarter: StatisticsWindow): Account {
  const ago = chance.among(QUARTERS_AGO)
  const happened = ago === 'unknown' ? quarter : quarterBefore(quarter, Number(ago))
  const channel = chance.among(channelSharesIn(happened))
  const weekday = chance.among(WEEKDAY_SHARES)
  const act = chance.among(ACT_SHARES)
  return {
    ...(ago === 'unknown' ? {} : { month: firstMonthOf(happened) }),
    departement: chance.among(DEPARTEMENT_SHARES) as NonNullable<Account['departement']>,
    channel,
    platform: platformNameOf(chance.among(platformSharesIn(happened, channel))),
    weekday,
    timeBand: chance.among(bandSharesOn(weekday)),
    place: chance.among(placeSharesAfter(channel)),
    lure: chance.among(LURE_SHARES),
    attackers: chance.among(ATTACKER_SHARES),
    // Nobody is ambushed without a word: it is the most serious act that counts.
    acts: act === 'unknown' ? ['unknown'] : act === 'insults' ? [act] : ['insults', act],
    complaint: chance.among(COMPLAINT_SHARES),
  }
}

/** A day of the first month of a quarter, as an account has it. */
const firstMonthOf = (quarter: StatisticsWindow): string => closedOn(windowBefore(quarter))

const quarterBefore = (quarter: StatisticsWindow, steps: number): StatisticsWindow =>
  steps === 0 ? quarter : quarterBefore(windowBefore(quarter), steps - 1)

/** How far the change from one site to others has gone: from 0, before, to 1. */
function shiftIn(quarter: StatisticsWindow): number {
  const quarters = (of: StatisticsWindow): number => Number(of.slice(0, 4)) * 4 + quarterNumber(of)
  return Math.min(1, Math.max(0, (quarters(quarter) - quarters(SHIFT_BEGINS) + 1) / SHIFT_QUARTERS))
}

function channelSharesIn(quarter: StatisticsWindow): typeof CHANNELS_BEFORE {
  const shift = shiftIn(quarter)
  const codes = Object.keys(CHANNELS_BEFORE) as (keyof typeof CHANNELS_BEFORE)[]
  const shares = codes.map((code) => [
    code,
    CHANNELS_BEFORE[code] * (1 - shift) + CHANNELS_AFTER[code] * shift,
  ])
  return Object.fromEntries(shares) as typeof CHANNELS_BEFORE
}

/** What was on one that closed goes to those of its kind that nobody has listed. */
function platformSharesIn(quarter: StatisticsWindow, channel: keyof typeof PLATFORM_SHARES): Shares<string> {
  const shares = { ...PLATFORM_SHARES[channel] }
  for (const { id, closedOn: month } of PLATFORMS) {
    if (month === undefined || quarter <= quarterOf(month)) continue
    shares['other'] = (shares['other'] ?? 0) + (shares[id] ?? 0)
    delete shares[id]
  }
  return shares
}

/** As someone would have written it: a name of the list, or of none. */
function platformNameOf(slug: string): string {
  if (slug === 'unknown') return slug
  return PLATFORMS.find(({ id }) => id === slug)?.name ?? 'Un site inventé'
}
