// The way an answer, or a report that is passed on, leaves the workspace: the server's day, the person's mailbox, another association's
// inbox. It carries no session: the server is not told which association writes.
import { isDay, type Day } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call, type CallFault } from '../api.ts'
import { PartLine } from '../files/part-line.ts'
import { postSubmission } from '../return/network.ts'
import { writeMailbox } from '../return/mailbox-line.ts'
import { ProofQueue } from '../return/proof-queue.ts'
import type { Means } from './correspondence.ts'
import type { TransferMeans } from './transfer-desk.ts'

/** `close` ends the proofs under way; who waits for one is told it failed. */
export interface AnswerLine extends Pick<Means, 'today' | 'write'> {
  passing: Pick<TransferMeans, 'hold' | 'challenge' | 'solve' | 'post'>
  close: () => void
}

export function openAnswerLine(): AnswerLine {
  const proofs = new ProofQueue()
  const closing = new AbortController()
  const solve = (challenge: string): Promise<string | null> => proofs.solve(challenge)
  return {
    today: serverDay,
    write: (reply, sealed) => writeMailbox(reply, sealed, 'message', { solve }),
    passing: {
      hold: (holds) => new PartLine({ solve }, closing.signal).hold(holds),
      challenge: () => call('/api/challenge'),
      solve,
      post: (body, proof) => postSubmission(body, proof),
    },
    close: () => {
      closing.abort()
      proofs.close()
    },
  }
}

/** A member's clock may be off, and the person reads the day. */
async function serverDay(): Promise<Result<Day, CallFault>> {
  const answer = await call('/api/mailbox-challenge')
  if (!answer.ok) return answer
  const { today } = (answer.value ?? {}) as { today?: unknown }
  return typeof today === 'string' && isDay(today) ? accept(today) : decline('unreachable')
}
