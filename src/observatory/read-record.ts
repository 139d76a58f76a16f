// Reads what the statistics store says of what was published so far: the ledger, the releases, which quarters are settled. Never a card.
import { readBatches } from '../db/statistics/batches.ts'
import { readLedger, readReleases } from '../db/statistics/releases.ts'
import type { Store } from '../db/store.ts'
import type { Recorded } from './due-releases.ts'

/** Throws `StoreFailure`. */
export async function readRecord(store: Store): Promise<Recorded> {
  const [ledger, releases, batches] = await Promise.all([
    readLedger(store),
    readReleases(store),
    readBatches(store),
  ])
  return { ledger, releases, batches }
}
