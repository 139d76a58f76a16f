// Shares the opening of envelopes between the key Worker and openers that it starts for itself. The keys go from Worker to Worker: they
// are never on the page, which cannot tell who opened what. When an opener fails, what it had is opened here: nothing is lost.
import { concat } from '../../crypto/encoding.ts'
import type { Opened } from './inbox-items.ts'
import type { openSealed, OpeningKeys } from './open-sealed.ts'
import type { OpenerEvents, OpenerLine, OpenerWord } from './opener-messages.ts'

/** Those who open, the key Worker among them: more would only take turns, and each holds the keys. */
const MOST_AT_WORK = 4

/** Each is given this many at once: half of an opening is waiting, for the browser's own cryptography or for the next envelope. */
const AT_ONCE = 4

/** An opener costs more to start than so many envelopes to open. */
const FEW = 16

/** When nothing was asked or answered for so long, openers end, and what they hold with them. Whatever one still had has failed. */
const REST_MS = 5_000

export interface PoolSurroundings {
  /** What is open now. Throws when nothing is. */
  keys: () => OpeningKeys
  /** Opens one envelope in this Worker. */
  openHere: typeof openSealed
  /** Calls once, after whatever this Worker was told in the meantime. */
  soon: (turn: () => void) => void
  /** Throws where a Worker cannot start Workers. */
  startOpener: (events: OpenerEvents) => OpenerLine
  /** Processors of this device, as the browser tells. */
  processors: number
}

/** One envelope that somebody waits for. */
interface Job {
  sealed: string
  held: OpeningKeys
  settle: (opened: Opened | Promise<Opened>) => void
}

interface Opener {
  line: OpenerLine
  ready: boolean
  jobs: Map<number, Job>
}

export interface OpenPool {
  /** Tries the seal of one envelope, in base64. Those asked first are begun first. */
  open: (sealed: string) => Promise<Opened>
}

export function makeOpenPool({ keys, openHere, soon, startOpener, processors }: PoolSurroundings): OpenPool {
  const waiting: Job[] = []
  const openers = new Set<Opener>()
  /** The keys that the openers were given; null while there are none. */
  let given: OpeningKeys['keys'] | null = null
  let ownJobs = 0
  let numbered = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  /** Whether what waits is about to be dealt out. */
  let due = false
  /** Whether anything was asked or answered since the timer was set. */
  let stirred = false

  const keep = ({ sealed, held, settle }: Job): void => {
    ownJobs++
    const opening = openHere(sealed, held)
    settle(opening)
    const done = (): void => {
      ownJobs--
      dealSoon()
    }
    opening.then(done, done)
  }
  /** What it had is opened here and nowhere else: it may be what it failed of. */
  const lose = (opener: Opener): void => {
    if (!openers.delete(opener)) return
    opener.line.end()
    for (const job of opener.jobs.values()) keep(job)
  }
  const dismiss = (): void => {
    given = null
    for (const opener of openers) lose(opener)
  }
  const hear = (opener: Opener, word: OpenerWord): void => {
    if (!openers.has(opener)) return
    if (word.ready) opener.ready = true
    else {
      opener.jobs.get(word.number)?.settle(word.opened)
      opener.jobs.delete(word.number)
    }
    dealSoon()
  }
  const startOne = ({ association, keys: secret }: OpeningKeys): void => {
    const line = startOpener({ onWord: (word) => hear(opener, word), onFail: () => lose(opener) })
    const opener: Opener = { line, ready: false, jobs: new Map() }
    openers.add(opener)
    line.give({ association, keys: concat(...secret.map((key) => key.write())) })
  }
  const start = (held: OpeningKeys): void => {
    given = held.keys
    try {
      for (let more = Math.min(processors, MOST_AT_WORK) - 1; more > 0; more--) startOne(held)
    } catch {
      // A Worker that may start none opens everything itself.
    }
  }
  const handOver = ({ line, jobs }: Opener, job: Job): void => {
    const number = ++numbered
    jobs.set(number, job)
    line.tell({ number, sealed: job.sealed })
  }
  /** Openers are served first; of the rest this Worker takes one, then hears what it was told. Some browsers open it in one go. */
  const deal = (): void => {
    due = false
    const newest = waiting.at(-1)
    if (newest && given === null && waiting.length > FEW) start(newest.held)
    for (const opener of openers) {
      while (opener.ready && opener.jobs.size < AT_ONCE && waiting.length > 0)
        handOver(opener, waiting.shift() as Job)
    }
    const job = ownJobs < AT_ONCE ? waiting.shift() : undefined
    if (job) {
      keep(job)
      dealSoon()
    }
    stirred = true
    if (given !== null) resting ??= setTimeout(lookIn, REST_MS)
  }
  const dealSoon = (): void => {
    if (due) return
    due = true
    soon(deal)
  }
  /** A timer set anew at each word would cost more than the word. */
  const lookIn = (): void => {
    resting = undefined
    if (!stirred) return dismiss()
    stirred = false
    resting = setTimeout(lookIn, REST_MS)
  }

  return {
    open: (sealed) =>
      new Promise((settle) => {
        const held = keys()
        // Another key was taken up: those who hold the one before it end.
        if (given !== null && given !== held.keys) dismiss()
        waiting.push({ sealed, held, settle })
        dealSoon()
      }),
  }
}
