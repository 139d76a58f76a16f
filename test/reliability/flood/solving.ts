// Solves challenges one after the other, beside what else a process does.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export class Solving {
  readonly #thread = new Worker(new URL('solver.ts', import.meta.url))
  #last: Promise<unknown> = Promise.resolve()

  /** The `Proof` header for a challenge; an empty one when its turn comes and it is not wanted any more. */
  solve(challenge: string, isWanted: () => boolean = () => true): Promise<string> {
    const proof = this.#last.then(async () => {
      if (!isWanted()) return ''
      this.#thread.postMessage(challenge)
      return ((await once(this.#thread, 'message')) as [string])[0]
    })
    this.#last = proof.catch(() => null)
    return proof
  }

  async end(): Promise<void> {
    await this.#thread.terminate()
  }
}
