// Has openers open what is too much for the key Worker, which stays free for whatever else the member asks. It sees sealed envelopes and
// what was in them, never a key. When an opener fails or falls silent, what it had goes to the key Worker: nothing is lost.
import type { Result } from '../../protocol/result.ts'
import type { Opened } from '../../sealing/inbox-items.ts'
import type { OpenerJob, OpenerWord } from './opener-messages.ts'

/** Each has this many in hand: one that it opens, and others, so that it never waits for the page. */
const AT_ONCE = 4

/** An opener costs more to start than so many envelopes to open. */
const FEW = 12

/** When nothing was asked or answered for so long, openers end, and what they hold with them. What one still had, it has lost. */
const REST_MS = 5_000

type Opening = Result<Opened, 'broken'>

/** The page's end of the line to an opener. */
export interface OpenerLine {
  tell: (job: OpenerJob) => void
  hear: (onWord: (word: OpenerWord) => void) => void
  close: () => void
}

export interface PoolSurroundings {
  /** Has the key Worker open one envelope. */
  openThere: (sealed: string) => Promise<Opening>
  /** Has the key Worker start openers, in place of those there were. None when it may not, or is gone. */
  startOpeners: () => Promise<readonly OpenerLine[]>
  endOpeners: () => void
}

/** One envelope that somebody waits for. */
interface Job {
  sealed: string
  settle: (opening: Opening) => void
}

interface Opener {
  line: OpenerLine
  ready: boolean
  jobs: Map<number, Job>
}

export interface OpenPool {
  /** Tries the seal of one envelope, in base64. Those asked first are begun first. */
  open: (sealed: string) => Promise<Opening>
  /** Ends the openers. What was being asked is still answered, as long as the key Worker is there. */
  end: () => void
}

export function makeOpenPool({ openThere, startOpeners, endOpeners }: PoolSurroundings): OpenPool {
  const waiting: Job[] = []
  const openers = new Set<Opener>()
  /** Openers were asked for and not ended: which time. */
  let crew: symbol | null = null
  /** One failed at work: others would fail too, each at the cost of a silence. */
  let alone = false
  let thereJobs = 0
  let numbered = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  /** Whether anything was asked or answered since the timer was set. */
  let stirred = false

  const sendThere = async ({ sealed, settle }: Job): Promise<void> => {
    thereJobs++
    settle(await openThere(sealed))
    thereJobs--
    deal()
  }
  /** What it had goes to the key Worker and to no other opener: it may be what it failed of. */
  const lose = (opener: Opener): void => {
    if (!openers.delete(opener)) return
    opener.line.close()
    const had = [...opener.jobs.values()]
    opener.jobs.clear()
    if (had.length > 0) alone = true
    for (const job of had) void sendThere(job)
  }
  const dismiss = (): void => {
    if (crew === null) return
    crew = null
    clearTimeout(resting)
    resting = undefined
    endOpeners()
    for (const opener of openers) lose(opener)
  }
  const hear = (opener: Opener, word: OpenerWord): void => {
    if (word === 'failed') lose(opener)
    else if (word === 'ready') opener.ready = true
    else {
      opener.jobs.get(word.number)?.settle({ ok: true, value: word.opened })
      opener.jobs.delete(word.number)
    }
    deal()
  }
  const start = async (): Promise<void> => {
    const own = (crew = Symbol('crew'))
    for (const line of await startOpeners()) {
      if (crew !== own) line.close()
      else {
        const opener: Opener = { line, ready: false, jobs: new Map() }
        openers.add(opener)
        line.hear((word) => hear(opener, word))
      }
    }
  }
  const handOver = ({ line, jobs }: Opener, job: Job): void => {
    const number = ++numbered
    jobs.set(number, job)
    line.tell({ number, sealed: job.sealed })
  }
  /** Gives what waits to the opener that has least in hand; to the key Worker, while none is ready. */
  const deal = (): void => {
    if (!alone && crew === null && waiting.length > FEW) void start()
    while (waiting.length > 0) {
      const [free] = [...openers].filter(({ ready }) => ready).toSorted((a, b) => a.jobs.size - b.jobs.size)
      const job = (free?.jobs.size ?? thereJobs) < AT_ONCE ? waiting.shift() : undefined
      if (!job) break
      if (free) handOver(free, job)
      else void sendThere(job)
    }
    stirred = true
    if (crew !== null) resting ??= setTimeout(lookIn, REST_MS)
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
        waiting.push({ sealed, settle })
        deal()
      }),
    end: dismiss,
  }
}
