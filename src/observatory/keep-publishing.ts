// The observatory's clock: a round at start, then one each hour, never two at once. A round that fails is tried again at the next; it
// says a reason code, never what a card held or how many there were.
import { StoreFailure } from '../db/store.ts'

const HOUR_MILLISECONDS = 60 * 60 * 1000

export interface Rounds {
  /** Publishes what is due at an instant in milliseconds. */
  publish: (now: number) => Promise<void>
  now: () => number
  log: (line: string) => void
}

/** Begins now and goes on until the returned function is called; what a round that is then under way says is no longer heard. */
export function keepPublishing({ publish, now, log }: Rounds): () => void {
  let underWay = false
  let stopped = false

  async function round(): Promise<void> {
    if (underWay) return
    underWay = true
    try {
      await publish(now())
    } catch (error) {
      if (!stopped) log(failureLine(error))
    }
    underWay = false
  }

  void round()
  const timer = setInterval(() => void round(), HOUR_MILLISECONDS)
  return () => {
    stopped = true
    clearInterval(timer)
  }
}

/** What an operator reads: a code, nothing of what was being handled. */
export const failureLine = (error: unknown): string =>
  error instanceof StoreFailure ? `publish-failed ${error.code}` : 'publish-failed'
