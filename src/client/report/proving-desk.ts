// The page's side of the proving Worker. One Worker a proof, ended as soon as it has answered.
import { startWorker } from '../start-worker.ts'
import { SILENCE_MS, type ProveAnswer, type ProveRequest } from './worker-messages.ts'

export class ProvingDesk {
  #giveUp = (): void => {}

  /** The `Proof` header for a challenge, or null when it could not be made. `onSolved` hears how many puzzles are done. */
  solve(challenge: string, onSolved: (solved: number) => void): Promise<string | null> {
    this.close()
    return new Promise((resolve) => {
      const worker = startWorker('prove')
      const settle = (proof: string | null): void => {
        clearTimeout(silence)
        worker.terminate()
        resolve(proof)
      }
      const giveUp = (): void => settle(null)
      let silence = setTimeout(giveUp, SILENCE_MS)
      this.#giveUp = giveUp
      worker.addEventListener('message', ({ data }: MessageEvent<ProveAnswer>) => {
        clearTimeout(silence)
        silence = setTimeout(giveUp, SILENCE_MS)
        if (data.type === 'progress') onSolved(data.solved)
        if (data.type === 'solved') settle(data.proof)
        if (data.type === 'failed') settle(null)
      })
      worker.addEventListener('error', giveUp)
      const request: ProveRequest = { type: 'solve', challenge }
      worker.postMessage(request)
    })
  }

  /** Ends the Worker; whoever waits for its proof gets none. */
  close(): void {
    this.#giveUp()
  }
}
