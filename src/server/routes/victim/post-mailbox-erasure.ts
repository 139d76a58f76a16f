// POST /api/mailbox-erasures: deletes messages of a mailbox, or all, for whoever holds its key. It answers 204 whether there were any.
import { Hono } from 'hono'
import { randomHex, randomKey } from '../../../crypto/random.ts'
import { eraseMessages } from '../../../db/envelopes/mailbox.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import { erasureDetail, MailboxErasure } from '../../../protocol/mailbox.ts'
import type { AppEnv } from '../../env.ts'
import { isOwners } from '../../mailbox-owner.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { requireProof } from '../../middleware/require-proof.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postMailboxErasure = new Hono<AppEnv>().post(
  '/',
  requireProof('mailbox'),
  limitBody(MAX_REQUEST_BYTES),
  validate(MailboxErasure),
  async (c) => {
    const { proof, challenge, body } = c.var
    if (!(await isOwners(body, 'erase', challenge, erasureDetail(body)))) return refuse(c, 'not-yours')
    const { nonce, expiresAt } = proof
    const spending = { claim: randomKey(), nonce, bodyMac: randomHex(32), expiresAt }
    const messages = body.messages === 'all' ? 'all' : body.messages.map(Number)
    const erased = await eraseMessages(c.env.envelopes, spending, body.mailbox, messages)
    return erased ? c.body(null, 204) : refuse(c, 'proof-spent')
  },
)
