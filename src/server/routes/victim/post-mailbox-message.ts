// POST /api/mailbox-messages: keeps one sealed message for whoever holds the mailbox's code. It asks no name of its sender. What is to be
// kept otherwise than a message is the owner's alone, and has room where others have none left.
import { Hono } from 'hono'
import { concat, fromBase64, toHex, utf8 } from '../../../crypto/encoding.ts'
import { macOf } from '../../../crypto/hmac.ts'
import { mailboxOf } from '../../../crypto/mailbox-id.ts'
import { splitIntoCells } from '../../../crypto/mailbox-page.ts'
import { messageBytes } from '../../../crypto/message-key.ts'
import { readRecipients } from '../../../crypto/packets.ts'
import { keyFrom, randomKey } from '../../../crypto/random.ts'
import { keepMessage, type KeptMessage } from '../../../db/envelopes/mailbox.ts'
import { messageFault } from '../../../domain/mailbox.ts'
import { keptUntil } from '../../../domain/retention.ts'
import { dayOf } from '../../../protocol/day.ts'
import { MAX_MAILBOX_CELLS, MAX_OTHERS_MAILBOX_CELLS, MAX_SEALED_CHARS } from '../../../protocol/limits.ts'
import { MailboxMessage, writeDetail } from '../../../protocol/mailbox.ts'
import type { AppEnv, House } from '../../env.ts'
import { isOwners } from '../../mailbox-owner.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { requireProof } from '../../middleware/require-proof.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

const MAX_BODY_BYTES = MAX_SEALED_CHARS + 512

/** Whoever was given the write capability may leave a message, and the name holds them to it. */
export const postMailboxMessage = new Hono<AppEnv>().post(
  '/',
  requireProof('mailbox'),
  limitBody(MAX_BODY_BYTES),
  validate(MailboxMessage),
  async (c) => {
    const { bytes, proof, challenge, now } = c.var
    const { envelopes: store, secret, hash } = c.env
    const { mailbox, auth, write, keep, signature, sealed: text } = c.var.body
    const [key, capability, sealed] = [fromBase64(auth), fromBase64(write), fromBase64(text)]
    if (!key || !capability || mailboxOf(key, hash(capability)) !== mailbox) return refuse(c, 'not-yours')
    if (signature !== null) {
      const shown = { mailbox, auth, writeHash: toHex(hash(capability)), signature }
      const detail = writeDetail({ keep }, toHex(hash(utf8(text))))
      if (!(await isOwners(shown, 'write', challenge, detail))) return refuse(c, 'not-yours')
    }
    if (!sealed) return refuse(c, 'not-sealed')
    const fault = messageFault({ sealed, recipients: readRecipients(sealed) })
    if (fault) return refuse(c, fault)

    const digest = hash(bytes)
    const { nonce, expiresAt } = proof
    const bodyMac = toHex(macOf(secret, 'body', digest))
    const today = dayOf(now)
    const kept = await keepMessage(
      store,
      { claim: randomKey(), nonce, bodyMac, expiresAt },
      { mailbox, ...inCells(sealed, mailbox, hash), receivedOn: today, keptUntil: keptUntil(keep, today) },
      signature === null ? MAX_OTHERS_MAILBOX_CELLS : MAX_MAILBOX_CELLS,
    )
    if (kept === 'proof-spent' || kept === 'mailbox-full') return refuse(c, kept)
    return c.json({ accepted: toHex(digest) }, 202)
  },
)

/** Keys are drawn from the ciphertext: they tell no order, and a message that comes again under another proof is there once. */
function inCells(
  sealed: Uint8Array,
  mailbox: string,
  hash: House['hash'],
): Pick<KeptMessage, 'message' | 'cells'> {
  const digest = hash(messageBytes(mailbox, sealed))
  return {
    message: keyFrom(digest),
    cells: splitIntoCells(sealed).map((bytes, cell) => ({
      id: keyFrom(hash(concat(digest, Uint8Array.of(cell)))),
      bytes,
    })),
  }
}
