// The observatory's one act: it publishes what is due and missing, oldest first, then deletes the cards that every family has counted.
// It may be cut off anywhere and run by many at once. It never logs or publishes a true count.
import { sha256Hex } from '../crypto/sha256.ts'
import { utf8 } from '../crypto/encoding.ts'
import type { PrivateKey } from '../crypto/openpgp.ts'
import { deleteCounted, freezeBatch, markCounted } from '../db/statistics/batches.ts'
import { keepRelease } from '../db/statistics/releases.ts'
import type { Store } from '../db/store.ts'
import { dayOf, type Day } from '../protocol/day.ts'
import { FAMILY_IDS, type FamilyId } from '../protocol/families.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { dueOn, yearsBetween, type StatisticsWindow } from '../protocol/statistics-window.ts'
import { CODE_SHA256 } from './code-digest.ts'
import { countCards } from './count-cards.ts'
import { dueReleases, firstQuarter, isDrawn, type DueRelease } from './due-releases.ts'
import { secureSource, type RandomSource } from './laplace.ts'
import { publishFault, type PublishFault } from './may-publish.ts'
import { mustWait } from './must-wait.ts'
import { readRecord } from './read-record.ts'
import { noisyRelease, releaseText } from './release-text.ts'

export interface ObservatoryMeans {
  /** The statistics store. */
  store: Store
  /** The observatory's key, unlocked; then those it had before, when it changed. */
  keys: readonly PrivateKey[]
  /** Whether the cards are invented. */
  synthetic: boolean
  /** Milliseconds. */
  now: number
  /**
   * The day the service began, a public fact: it publishes from the quarter of that day. Heard until the first release only; without it
   * that is the last quarter whose day has come. What is published thus never depends on whether a card came.
   */
  startedOn?: Day | undefined
  /** Up to this window, more than two quarters may go at once: somebody looked at the clock, which may be far ahead. */
  catchUp?: StatisticsWindow | undefined
  /** The last window to publish, for whoever names one: what closes after it waits. Without it, all that is due. */
  through?: StatisticsWindow | undefined
  source?: RandomSource | undefined
  /** Hears what was drawn, by family and period, with the digest of its text. */
  log: (line: string) => void
}

export interface PublishedRelease {
  family: FamilyId
  window: StatisticsWindow
  /** `already`: another draw, elsewhere, was first. `in-the-way`: something that nobody drew stands where the release would: it is not paid for. */
  outcome: 'published' | 'held' | 'already' | 'in-the-way'
}

/**
 * What was due and missing when it began, and what came of it; or why nothing was touched. Throws `StoreFailure`; run again, it goes on.
 */
export async function publishDue(means: ObservatoryMeans): Promise<Result<PublishedRelease[], PublishFault>> {
  const { store, now, startedOn, through, synthetic, catchUp = through } = means
  const today = dayOf(now)
  const until = through !== undefined && dueOn(through) < today ? dueOn(through) : today
  const record = await readRecord(store)
  const first = firstQuarter(record, startedOn, today)
  const fault = publishFault(record, { first, until, synthetic, told: catchUp })
  if (fault) return decline(fault)
  const outcomes: PublishedRelease[] = []
  // A year at a time: its rungs follow what was published over the one before, and its cards are opened once.
  for (const year of yearsBetween(first, until)) {
    const due = dueReleases(year, until, first, await readRecord(store))
    outcomes.push(...(await publishTogether(due, today, means)))
  }
  await letCardsGo(store)
  return accept(outcomes)
}

async function publishTogether(
  due: readonly DueRelease[],
  today: Day,
  means: ObservatoryMeans,
): Promise<PublishedRelease[]> {
  if (due.length === 0) return []
  const { store, keys, log, source = secureSource() } = means
  for (const quarter of [...new Set(due.flatMap(({ quarters }) => quarters))].toSorted()) {
    await freezeBatch(store, quarter)
  }
  const counts = await countCards(store, keys, due)
  const outcomes: PublishedRelease[] = []
  for (const [index, each] of due.entries()) {
    const { outcome, sha256 } = await publishOne(each, counts[index] ?? [], today, { ...means, source })
    outcomes.push({ family: each.family.id as FamilyId, window: each.window, outcome })
    log([outcome, each.family.id, each.window, ...(sha256 === null ? [] : [sha256])].join(' '))
  }
  return outcomes
}

/** Draws once, keeps what was drawn with its ledger row unless another draw was first. The digest is of what was kept. */
async function publishOne(
  { family, rung, window }: DueRelease,
  counts: readonly number[],
  today: Day,
  { store, synthetic, source }: ObservatoryMeans & { source: RandomSource },
): Promise<{ outcome: PublishedRelease['outcome']; sha256: string | null }> {
  const record = await readRecord(store)
  if (isDrawn(record.ledger, family.id, window)) return { outcome: 'already', sha256: null }
  const facts = { family, rung, window, publishedOn: today, synthetic, codeSha256: CODE_SHA256 }
  const release = noisyRelease(facts, counts, source)
  const body = releaseText(release)
  const held = mustWait(release, record)
  const sha256 = sha256Hex(utf8(body))
  const isKept = await keepRelease(store, {
    family: family.id,
    window,
    rung: rung.id,
    epsilonNumerator: family.epsilon.numerator,
    epsilonDenominator: family.epsilon.denominator,
    drawnOn: today,
    body,
    sha256,
    held,
  })
  if (isKept) return { outcome: held ? 'held' : 'published', sha256 }
  const isTaken = isDrawn((await readRecord(store)).ledger, family.id, window)
  return { outcome: isTaken ? 'already' : 'in-the-way', sha256: null }
}

/** A card is of use until every family that covers its quarter has drawn. */
async function letCardsGo(store: Store): Promise<void> {
  const { ledger, batches } = await readRecord(store)
  for (const { quarter, counted } of batches) {
    if (!counted && FAMILY_IDS.every((family) => isDrawn(ledger, family, quarter))) {
      await markCounted(store, quarter)
    }
  }
  await deleteCounted(store)
}
