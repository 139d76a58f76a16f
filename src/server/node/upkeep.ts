// What a self-hosted server does by the clock: purges each hour, then has notices sent, rewrites its files at start and each night, warns
// of a directory about to expire. It says how many rows went, never which.
import type { FileStore } from '../../db/file-store.ts'
import { StoreFailure } from '../../db/store.ts'
import { isExpired } from '../../domain/intake.ts'
import { expiryWarning } from '../../domain/retention.ts'
import { dayOf, type Day } from '../../protocol/day.ts'

const HOUR_MILLISECONDS = 60 * 60 * 1000

/** About 13,000 envelopes of the smallest size, rewritten in less than a second. */
const QUICK_BYTES = 64 * 1024 * 1024

export interface Upkeep {
  envelopes: FileStore
  statistics: FileStore
  /** Whether both files were rewritten at start. */
  rewritten: boolean
  directory: { expiresOn: Day }
  /** Lets go of what is past its time at an instant in milliseconds, and says what the operator reads of it. Throws `StoreFailure`. */
  purge: (now: number) => Promise<string | null>
  /** Tells associations what waits, at an instant in milliseconds. It throws nothing. */
  notify: (now: number) => Promise<void>
  now: () => number
  log: (line: string) => void
}

/**
 * Rewrites a file while nobody waits for an answer, if that is quick: where rows lie tells which came together, and a
 * server that is started anew each day never sees a night. False when it is left to the first hour.
 */
export async function rewriteAtStart(store: FileStore): Promise<boolean> {
  try {
    if ((await store.sizeInBytes()) > QUICK_BYTES) return false
    await rewrite(store)
    return true
  } catch (error) {
    // A full disk must not keep the pages and their helplines from being served. The first hour tries again, and says so.
    if (error instanceof StoreFailure) return false
    throw error
  }
}

/** Starts now and goes on each hour; the returned function ends it. It does not keep the process alive. */
export function startUpkeep(upkeep: Upkeep): () => void {
  const { envelopes, statistics, log } = upkeep
  const rewrittenOn = new Map<FileStore, Day>()
  if (upkeep.rewritten)
    for (const store of [envelopes, statistics]) rewrittenOn.set(store, dayOf(upkeep.now()))
  let warnedOn: Day | null = null

  async function tick(started: boolean): Promise<void> {
    const now = upkeep.now()
    const today = dayOf(now)
    if (warnedOn !== today) warn(upkeep, (warnedOn = today))
    try {
      const line = await upkeep.purge(now)
      if (line !== null) log(line)
      await envelopes.checkpoint()
      await statistics.checkpoint()
      for (const store of [envelopes, statistics]) {
        if (!started || rewrittenOn.get(store) === today) continue
        await rewrite(store)
        // Not before: the observatory may be writing to the statistics, and then the next hour tries again.
        rewrittenOn.set(store, today)
      }
    } catch (error) {
      log(error instanceof StoreFailure ? `purge-failed ${error.code}` : 'purge-failed')
    }
    // Last: a relay that does not answer keeps nothing from going.
    await upkeep.notify(now)
  }

  void tick(false)
  const timer = setInterval(() => void tick(true), HOUR_MILLISECONDS)
  timer.unref()
  return () => clearInterval(timer)
}

async function rewrite(store: FileStore): Promise<void> {
  await store.vacuum()
  await store.checkpoint()
}

function warn({ directory, log }: Upkeep, today: Day): void {
  if (isExpired(directory, today)) {
    log(
      `directory-expired: it expired on ${directory.expiresOn}. Reports are refused until a new one is signed and built.`,
    )
    return
  }
  const days = expiryWarning(directory.expiresOn, today)
  if (days !== null)
    log(`directory-expires-soon: on ${directory.expiresOn}, in ${days} days. Have the next one signed.`)
}
