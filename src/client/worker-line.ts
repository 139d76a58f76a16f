// The page's line to one of its Workers: starts it when something is asked, waits for the answer, ends it when it fails or is no longer
// needed. One that throws, goes silent or never comes gives a reason; whoever waits always hears something.
import { accept, decline, type Result } from '../protocol/result.ts'
import { startWorker } from './start-worker.ts'
import type { WorkerName } from './worker-paths.ts'

/** A Worker that says nothing for this long has failed: each of its steps takes a few seconds on a slow phone. */
export const SILENCE_MS = 30_000

/** `unreachable`: it never came. `failed`: it threw, fell silent or was ended, after it had come or not. */
export type LineFault = 'unreachable' | 'failed'

export class WorkerLine<Request, Answer> {
  readonly #name: WorkerName
  readonly #onEnd: () => void
  #worker: Worker | null = null
  /** Whether this Worker is known to have arrived: it spoke, or threw. */
  #came = false
  #turn = 0

  /** `onEnd` hears, before whoever waits does, that a Worker was ended: what it told is of the past. */
  constructor(name: WorkerName, onEnd: () => void = () => {}) {
    this.#name = name
    this.#onEnd = onEnd
  }

  get isOpen(): boolean {
    return this.#worker !== null
  }

  /** A number that no other request of this line has. */
  nextTurn(): number {
    return ++this.#turn
  }

  /** Says it to the Worker that is there, if one is; nothing is waited for. */
  tell(request: Request): void {
    this.#worker?.postMessage(request)
  }

  /**
   * Starts a Worker unless one is there, says `request` to it (null: only listens), and gives the first thing that `read` makes of what
   * it hears. Whatever the Worker says gives it more time.
   */
  ask<Read>(
    request: Request | null,
    read: (answer: Answer) => Read | undefined,
  ): Promise<Result<Read, LineFault>> {
    return new Promise((resolve) => {
      const worker = this.#start()
      if (!worker) return resolve(decline('failed'))
      const settle = (outcome: Result<Read, LineFault>): void => {
        clearTimeout(silence)
        worker.removeEventListener('message', hear)
        worker.removeEventListener('error', fail)
        resolve(outcome)
      }
      const fail = (): void => settle(decline(this.#came ? 'failed' : 'unreachable'))
      const hear = ({ data }: MessageEvent<Answer>): void => {
        this.#came = true
        clearTimeout(silence)
        silence = this.#endInSilence()
        const answer = read(data)
        if (answer !== undefined) settle(accept(answer))
      }
      let silence = this.#endInSilence()
      worker.addEventListener('message', hear)
      worker.addEventListener('error', fail)
      if (request !== null) worker.postMessage(request)
    })
  }

  /** Ends the Worker, and with it all it holds. Whoever waits on it hears that it failed. */
  close(): void {
    const worker = this.#worker
    if (!worker) return
    this.#worker = null
    this.#onEnd()
    worker.terminate()
    worker.dispatchEvent(new Event('error'))
  }

  #endInSilence(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.close(), SILENCE_MS)
  }

  /** Null where the browser lets no Worker start. One that fails is ended, whether anyone waits on it or not. */
  #start(): Worker | null {
    if (this.#worker) return this.#worker
    this.#came = false
    try {
      const worker = startWorker(this.#name)
      worker.addEventListener('error', (event) => {
        if (this.#worker !== worker) return
        // What cannot be fetched has no message of its own; what throws has.
        this.#came ||= 'message' in event
        this.close()
      })
      return (this.#worker = worker)
    } catch {
      return null
    }
  }
}
