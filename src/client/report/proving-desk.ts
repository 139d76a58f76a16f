// The page's side of the proving Worker. One Worker a proof, ended as soon as it has answered.
import { WorkerLine } from '../worker-line.ts'
import type { ProveAnswer, ProveRequest } from './worker-messages.ts'

export class ProvingDesk {
  #line: WorkerLine<ProveRequest, ProveAnswer> | null = null

  /** The `Proof` header for a challenge, or null when it could not be made. `onSolved` hears how many puzzles are done. */
  async solve(challenge: string, onSolved: (solved: number) => void): Promise<string | null> {
    this.close()
    const line = new WorkerLine<ProveRequest, ProveAnswer>('prove')
    this.#line = line
    const proof = await line.ask({ type: 'solve', challenge }, (answer) => {
      if (answer.type === 'solved') return answer.proof
      if (answer.type === 'failed') return null
      onSolved(answer.solved)
      return undefined
    })
    line.close()
    return proof.ok ? proof.value : null
  }

  /** Ends the Worker; whoever waits for its proof gets none. */
  close(): void {
    this.#line?.close()
  }
}
