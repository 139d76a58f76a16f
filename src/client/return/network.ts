// The network as the page to come back to needs it: the mailbox, the tokens, the inboxes, each with its proof. No call carries a cookie.
import type { CodeDesk } from '../code/code-desk.ts'
import type { Result } from '../../protocol/result.ts'
import { call, type CallFault } from '../api.ts'
import { addressOf, eraseMailbox, readMailbox, writeMailbox } from './mailbox-line.ts'
import { eraseEnvelopes, findEnvelopes, moveEnvelopes } from './own-envelopes.ts'
import { releaseFiles } from './own-files.ts'
import type { ProofQueue } from './proof-queue.ts'
import type { Network } from './visit.ts'

/** The largest submission of one envelope on a line of 10 kbit/s. */
const SUBMISSION_TIMEOUT_MS = 120_000

export function networkOf(code: Pick<CodeDesk, 'sign'>, proofs: Pick<ProofQueue, 'solve'>): Network {
  const solve = (challenge: string) => proofs.solve(challenge)
  return {
    read: (keys) => readMailbox(keys, { solve, sign: (statement) => code.sign(keys, statement) }),
    write: (keys, sealed, keep) =>
      writeMailbox(addressOf(keys), sealed, keep, { solve, sign: (statement) => code.sign(keys, statement) }),
    erase: (keys, messages) =>
      eraseMailbox(keys, messages, { solve, sign: (statement) => code.sign(keys, statement) }),
    find: findEnvelopes,
    releaseFiles,
    eraseEnvelopes,
    moveEnvelopes,
    challenge: () => call('/api/challenge'),
    solve,
    post: postSubmission,
  }
}

/** One envelope, without a session or a cookie. */
export const postSubmission = (body: string, proof: string): Promise<Result<unknown, CallFault>> =>
  call('/api/submissions', {
    method: 'POST',
    headers: { Proof: proof },
    body,
    timeoutMs: SUBMISSION_TIMEOUT_MS,
  })
