// Makes stores that were restored fit to be served from today: nobody is signed in, what is past its time goes, and no card waits that may have
// been counted after the backup. It opens no card and no envelope.
import type { FileStore } from '../db/file-store.ts'
import { forgetDepartures } from '../db/envelopes/departures.ts'
import { closeAllSessions } from '../db/envelopes/sessions.ts'
import { cardQuarters, deleteCards } from '../db/statistics/batches.ts'
import { dueReleases } from '../observatory/due-releases.ts'
import { readRecord } from '../observatory/read-record.ts'
import { dayOf, type Day } from '../protocol/day.ts'
import { yearsBetween } from '../protocol/statistics-window.ts'
import { purge, purgeLine } from '../server/jobs/purge.ts'
import { rowParts } from '../server/parts/row-parts.ts'

const UNBOUNDED = { slices: Infinity, milliseconds: Infinity }

/** `now` is in milliseconds. Says what it did, in lines for the operator. Throws `StoreFailure`. */
export async function makeReady(
  { envelopes, statistics }: { envelopes: FileStore; statistics: FileStore },
  now: number,
): Promise<string[]> {
  await closeAllSessions(envelopes)
  await forgetDepartures(envelopes)
  // The directory of a backup is an old one: whom it does not list may have been listed since.
  const stores = { envelopes, statistics, parts: rowParts(envelopes), directory: null }
  const gone = await purge(stores, now, UNBOUNDED)
  const cards = await dropDoubtfulCards({ statistics }, dayOf(now))
  for (const store of [envelopes, statistics]) {
    // What went is nowhere in the files either.
    await store.vacuum()
    await store.checkpoint()
  }
  return [purgeLine(gone) ?? 'nothing was past its time', cards, 'everyone is signed out']
}

/**
 * A release that was drawn after the backup is not in it, but its cards are: they would be drawn again, with other noise (docs/observatory.md).
 * Where nothing of the quarters of these cards is due and undrawn, nothing can have been drawn since. Else they all go; quarters that
 * were settled stay settled.
 */
async function dropDoubtfulCards({ statistics }: { statistics: FileStore }, today: Day): Promise<string> {
  const [first] = await cardQuarters(statistics)
  if (first === undefined) return 'no card waits to be counted'
  const record = await readRecord(statistics)
  const due = yearsBetween(first, today).flatMap((year) => dueReleases(year, today, first, record))
  if (due.length === 0) return 'the cards that wait are kept: nothing can have been counted since the backup'
  await deleteCards(statistics)
  return 'the cards that waited are deleted: they may have been counted since the backup (docs/observatory.md)'
}
