// POST /api/copies: an association keeps what it answered in its own inbox, sealed to its own key. The server cannot read it,
// and nothing says to whom the answer went.
import { Hono } from 'hono'
import { fromBase64 } from '../../../crypto/encoding.ts'
import { readRecipients } from '../../../crypto/packets.ts'
import { keyFrom, randomHex } from '../../../crypto/random.ts'
import { keepCopy } from '../../../db/envelopes/envelopes.ts'
import { copyFault } from '../../../domain/intake.ts'
import { dayOf } from '../../../protocol/day.ts'
import { OwnCopyEnvelope } from '../../../protocol/inbox.ts'
import { MAX_COPY_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postCopy = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_COPY_BYTES),
  requireRole('officer', 'member'),
  validate(OwnCopyEnvelope),
  async (c) => {
    const { association, now, body } = c.var
    const { directory, envelopes: store, hash } = c.env
    const key = (await directory.intakeFor([association], now)).keys.get(association)
    if (!key) return refuse(c, 'association-unknown')
    const sealed = fromBase64(body.sealed) ?? new Uint8Array(0)
    const fault = copyFault({ sealed, recipients: readRecipients(sealed) }, key)
    if (fault) return refuse(c, fault)

    // A retry has the same key: it leaves one copy. Nobody derives a token from which the random hash would come.
    const id = keyFrom(hash(sealed))
    const row = { id, association, keyFingerprint: key.fingerprint, sealed, tokenHash: randomHex(32) }
    await keepCopy(store, row, dayOf(now))
    return c.body(null, 204)
  },
)
