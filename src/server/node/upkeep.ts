// What a self-hosted server does by the clock: purges each hour, rewrites its file each night, warns of a directory
// about to expire. It says how many rows went, never which.
import type { FileStore } from '../../db/file-store.ts'
import { StoreFailure } from '../../db/store.ts'
import { isExpired } from '../../domain/intake.ts'
import { expiryWarning } from '../../domain/retention.ts'
import { dayOf, type Day } from '../../protocol/day.ts'
import { purge, purgeLine } from '../jobs/purge.ts'

const HOUR_MILLISECONDS = 60 * 60 * 1000

export interface Upkeep {
  envelopes: FileStore
  directory: { expiresOn: Day }
  now: () => number
  log: (line: string) => void
}

/** Starts now and goes on each hour; the returned function ends it. It does not keep the process alive. */
export function startUpkeep(upkeep: Upkeep): () => void {
  let vacuumedOn: Day | null = null
  let warnedOn: Day | null = null

  async function tick(started: boolean): Promise<void> {
    const now = upkeep.now()
    const today = dayOf(now)
    if (warnedOn !== today) warn(upkeep, (warnedOn = today))
    try {
      upkeep.log(purgeLine(await purge(upkeep.envelopes, now)))
      await upkeep.envelopes.checkpoint()
      if (started && vacuumedOn !== today) {
        vacuumedOn = today
        await upkeep.envelopes.vacuum()
        await upkeep.envelopes.checkpoint()
      }
    } catch (error) {
      upkeep.log(error instanceof StoreFailure ? `purge-failed ${error.code}` : 'purge-failed')
    }
  }

  void tick(false)
  const timer = setInterval(() => void tick(true), HOUR_MILLISECONDS)
  timer.unref()
  return () => clearInterval(timer)
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
