// The page's side of the proving Worker. One Worker a proof, ended as soon as it has answered.
import { startWorker } from '../start-worker.ts'
import type { ProveAnswer, ProveRequest } from './worker-messages.ts'

export class ProvingDesk {
  #worker: Worker | null = null

  /** The `Proof` header for a challenge, or null when it could not be made. `onSolved` hears how many puzzles are done. */
  solve(challenge: string, onSolved: (solved: number) => void): Promise<string | null> {
    this.close()
    return new Promise((resolve) => {
      const worker = startWorker('prove')
      this.#worker = worker
      const settle = (proof: string | null): void => {
        worker.terminate()
        resolve(proof)
      }
      worker.addEventListener('message', ({ data }: MessageEvent<ProveAnswer>) => {
        if (data.type === 'progress') onSolved(data.solved)
        if (data.type === 'solved') settle(data.proof)
        if (data.type === 'failed') settle(null)
      })
      worker.addEventListener('error', () => settle(null))
      const request: ProveRequest = { type: 'solve', challenge }
      worker.postMessage(request)
    })
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = null
  }
}
