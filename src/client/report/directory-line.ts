// The page's line to a Worker that holds the directory of the day, and says so before anything else.
import { decline, type Result } from '../../protocol/result.ts'
import { WorkerLine, type LineFault } from '../worker-line.ts'
import type { WorkerName } from '../worker-paths.ts'
import type { DirectoryReady, Offer } from './worker-messages.ts'

/** `Answer` is what it says once it is asked: each answer carries the number of its request. */
export class DirectoryLine<Asked extends object, Answer extends { turn: number }> {
  readonly #line: WorkerLine<Asked & { turn: number }, DirectoryReady | Answer>
  #offers: Promise<readonly Offer[] | null> | null = null

  constructor(name: WorkerName) {
    this.#line = new WorkerLine(name, () => (this.#offers = null))
  }

  /** The associations of the Worker's directory, or null when it did not arrive. A failure is not remembered. */
  offers(): Promise<readonly Offer[] | null> {
    this.#offers ??= this.#line
      .ask(null, (answer) => (isReady(answer) ? answer.entries : undefined))
      .then((ready) => {
        if (!this.#line.isOpen) this.#offers = null
        return ready.ok ? ready.value : null
      })
    return this.#offers
  }

  /** Drops the Worker and fetches its address again: it comes back with the directory of the day. */
  restart(): Promise<readonly Offer[] | null> {
    this.close()
    return this.offers()
  }

  /** Asks the Worker that is there, and starts none: another would hold another directory, which nobody has seen. */
  async ask<Read>(
    asked: Asked,
    read: (answer: Answer) => Read | undefined,
  ): Promise<Result<Read, LineFault>> {
    if (!this.#line.isOpen) return decline('failed')
    const turn = this.#line.nextTurn()
    return this.#line.ask({ ...asked, turn }, (answer) =>
      isReady(answer) || answer.turn !== turn ? undefined : read(answer),
    )
  }

  /** Ends the Worker. Whoever waits on it hears that it failed. */
  close(): void {
    this.#line.close()
  }
}

const isReady = (answer: DirectoryReady | { turn: number }): answer is DirectoryReady => !('turn' in answer)
