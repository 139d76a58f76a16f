// POST /api/mailbox-reads: one page of a mailbox, to whoever holds its key. Full, empty or never heard of, the answer has one status, one
// length and the same headers, and costs the same to make.
import { Hono } from 'hono'
import { utf8 } from '../../../crypto/encoding.ts'
import { macOf } from '../../../crypto/hmac.ts'
import { dayNumbered, writePage } from '../../../crypto/mailbox-page.ts'
import { randomHex, randomKey } from '../../../crypto/random.ts'
import { DECOYS, readCells, type CellCursor } from '../../../db/envelopes/mailbox.ts'
import { spendOnce } from '../../../db/spent-proofs.ts'
import { drawDecoys } from '../../../domain/mailbox.ts'
import { dayOf } from '../../../protocol/day.ts'
import { MAILBOX_PAGE_CELLS, MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import { MailboxRead, readDetail } from '../../../protocol/mailbox.ts'
import type { AppEnv } from '../../env.ts'
import { isOwners } from '../../mailbox-owner.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { requireProof } from '../../middleware/require-proof.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

/** One cell more than a page holds is read: whether it is the mailbox's own tells that another page follows. */
const CELLS_READ = MAILBOX_PAGE_CELLS + 1

/** The proof is spent before anything is read. Nothing of the request stays beside it: a read needs no retry, only another proof. */
export const postMailboxRead = new Hono<AppEnv>().post(
  '/',
  requireProof('mailbox'),
  limitBody(MAX_REQUEST_BYTES),
  validate(MailboxRead),
  async (c) => {
    const { proof, challenge, body } = c.var
    const { envelopes: store, secret } = c.env
    if (!(await isOwners(body, 'read', challenge, readDetail(body)))) return refuse(c, 'not-yours')
    const { nonce, expiresAt } = proof
    const spending = { claim: randomKey(), nonce, bodyMac: randomHex(32), expiresAt }
    if (!(await spendOnce(store, spending))) return refuse(c, 'proof-spent')

    const prf = macOf(secret, 'decoys', utf8(body.mailbox))
    const drawn = drawDecoys(prf, CELLS_READ, DECOYS)
    const read = await readCells(
      store,
      body.mailbox,
      body.after === null ? null : cursorOf(body.after),
      drawn,
      dayOf(c.var.now),
    )
    const cells = read.cells.slice(0, MAILBOX_PAGE_CELLS)
    const page = writePage(cells, read.cells.length > cells.length, read.decoys)
    return c.body(page, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
    })
  },
)

function cursorOf(text: string): CellCursor {
  const [days = 0, message = 0, cell = 0] = text.split('.').map(Number)
  return { receivedOn: dayNumbered(days), message, cell }
}
