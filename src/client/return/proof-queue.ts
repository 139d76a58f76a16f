// Proofs one after the other: two at once would halve the speed of each on a small phone, and the desk does one at a time.
import { ProvingDesk } from '../report/proving-desk.ts'

export class ProofQueue {
  readonly #desk = new ProvingDesk()
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  /** The `Proof` header for a challenge, or null when it could not be made. */
  solve(challenge: string): Promise<string | null> {
    const proof = this.#last.then(() => (this.#closed ? null : this.#desk.solve(challenge, () => {})))
    this.#last = proof.catch(() => null)
    return proof
  }

  /** Whoever waits gets none, and nothing is begun any more. */
  close(): void {
    this.#closed = true
    this.#desk.close()
  }
}
