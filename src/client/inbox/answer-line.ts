// The way an answer leaves the workspace: the server's day, and the person's mailbox. It carries no session: the server is not told
// which association writes.
import { isDay, type Day } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call, type CallFault } from '../api.ts'
import { writeMailbox } from '../return/mailbox-line.ts'
import { ProofQueue } from '../return/proof-queue.ts'
import type { Means } from './correspondence.ts'

/** `close` ends the proofs under way; who waits for one is told it failed. */
export function openAnswerLine(): Pick<Means, 'today' | 'write'> & { close: () => void } {
  const proofs = new ProofQueue()
  const solve = (challenge: string): Promise<string | null> => proofs.solve(challenge)
  return {
    today: serverDay,
    write: (reply, sealed) => writeMailbox(reply, sealed, 'message', { solve }),
    close: () => proofs.close(),
  }
}

/** A member's clock may be off, and the person reads the day. */
async function serverDay(): Promise<Result<Day, CallFault>> {
  const answer = await call('/api/mailbox-challenge')
  if (!answer.ok) return answer
  const { today } = (answer.value ?? {}) as { today?: unknown }
  return typeof today === 'string' && isDay(today) ? accept(today) : decline('unreachable')
}
