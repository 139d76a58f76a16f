// POST /api/upload-permits: one proof of work for twenty parts. The server keeps the hash of the permit, and how many are left.
import { Hono } from 'hono'
import { toHex } from '../../../crypto/encoding.ts'
import { macOf } from '../../../crypto/hmac.ts'
import { randomKey } from '../../../crypto/random.ts'
import { givePermit } from '../../../db/envelopes/upload-permits.ts'
import { permitExpiry } from '../../../domain/retention.ts'
import { MAX_REQUEST_BYTES, PERMIT_PARTS } from '../../../protocol/limits.ts'
import { UploadPermit, type PermitAnswer } from '../../../protocol/parts.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { requireProof } from '../../middleware/require-proof.ts'
import { requireRoom } from '../../middleware/require-room.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postUploadPermit = new Hono<AppEnv>().post(
  '/',
  requireRoom,
  requireProof('upload'),
  limitBody(MAX_REQUEST_BYTES),
  validate(UploadPermit),
  async (c) => {
    const { bytes, proof, body } = c.var
    const { envelopes: store, secret, hash } = c.env
    const { nonce, expiresAt } = proof
    const bodyMac = toHex(macOf(secret, 'body', hash(bytes)))
    const outcome = await givePermit(
      store,
      { claim: randomKey(), nonce, bodyMac, expiresAt },
      {
        id: randomKey(),
        permitHash: body.permitHash,
        partsLeft: PERMIT_PARTS,
        expiresAt: permitExpiry(expiresAt),
      },
    )
    if (outcome === 'proof-spent') return refuse(c, outcome)
    return c.json({ parts: PERMIT_PARTS } satisfies PermitAnswer, 202)
  },
)
