// Leaves a sealed message in a person's mailbox. It carries no session: the server is not told who writes. "Left" is believed only by the
// digest of the very bytes that were sent.
import { createHash } from 'node:crypto'
import { PROOF_FAULTS } from '../protocol/error-codes.ts'
import type { MailboxMessage } from '../protocol/mailbox.ts'
import type { Reply } from '../protocol/shapes.ts'
import { ChallengeAnswer, SubmissionAccepted } from '../protocol/submission.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { prove } from './prove.ts'
import {
  ask,
  codeIn,
  exchange,
  foreign,
  parsedAs,
  refusalIn,
  unreachable,
  type Server,
} from './server-connection.ts'

/** A proof is made again this many times. */
const PROOFS = 3
/** The same bytes under the same proof are kept once. */
const POSTS_A_PROOF = 2

/** `sealed` is base64, to the author's certificate. */
export async function leaveInMailbox(
  server: Server,
  { mailbox, auth, write }: Reply,
  sealed: string,
): Promise<Outcome> {
  const message: MailboxMessage = {
    version: 1,
    mailbox,
    auth,
    write,
    keep: 'message',
    sealed,
    signature: null,
  }
  const body = JSON.stringify(message)
  for (let proofs = 1; ; proofs++) {
    const asked = await ask(server, '/api/mailbox-challenge', ChallengeAnswer)
    if (!asked.ok) return asked
    const proof = prove(asked.value.challenge)
    if (proof === null) return foreign(server)
    const answer = await postTwice(server, body, proof)
    if (answer.lost) return unreachable(server)
    if (answer.response.ok) {
      const receipt = parsedAs(server, SubmissionAccepted, answer.bytes)
      const ours = receipt.ok && receipt.value.accepted === createHash('sha256').update(body).digest('hex')
      return ours
        ? done(undefined)
        : refused('The receipt is not for what was sent: the answer may not have arrived.')
    }
    if (proofs === PROOFS || !PROOF_FAULTS.includes(String(codeIn(answer.bytes))))
      return refusalIn(server, answer.bytes)
  }
}

async function postTwice(server: Server, body: string, proof: string) {
  for (let posts = 1; ; posts++) {
    const answer = await exchange(server, '/api/mailbox-messages', {
      method: 'POST',
      headers: { Proof: proof },
      body,
    })
    if (!answer.lost || posts === POSTS_A_PROOF) return answer
  }
}
