// The page's side of the identifying Worker. A Worker that fails or never comes changes nothing: what was written stands.
import type { Identified, IdentifierType } from '../../domain/identifiers.ts'
import { startWorker } from '../start-worker.ts'
import type { IdentifyAnswer, IdentifyRequest } from './identify-messages.ts'

export class IdentifyDesk {
  #worker: Worker | null = null
  #turn = 0
  readonly #waiting = new Map<number, (answer: Identified) => void>()

  /** Fetches the Worker, unless it is there. */
  start(): void {
    if (this.#worker) return
    const worker = startWorker('identify')
    this.#worker = worker
    worker.addEventListener('message', ({ data: { turn, ...answer } }: MessageEvent<IdentifyAnswer>) => {
      this.#waiting.get(turn)?.(answer)
      this.#waiting.delete(turn)
    })
    worker.addEventListener('error', () => {
      if (this.#worker === worker) this.close()
    })
  }

  /** `onAnswer` hears the normal form, or nothing at all. */
  ask(type: IdentifierType, value: string, onAnswer: (answer: Identified) => void): void {
    const request: IdentifyRequest = { turn: ++this.#turn, type, value }
    if (this.#worker) this.#waiting.set(request.turn, onAnswer)
    this.#worker?.postMessage(request)
  }

  /** Ends the Worker; nobody hears of what was asked. */
  close(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#waiting.clear()
  }
}
