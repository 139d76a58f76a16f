// POST /api/key-blobs/reads: a locked key, to whoever shows what only its own way of opening it can know. Asked before signing in.
import { Hono } from 'hono'
import { toBase64, utf8 } from '../../../crypto/encoding.ts'
import { sha256Hex } from '../../../crypto/sha256.ts'
import { findKeyBlob } from '../../../db/envelopes/key-blobs.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import { KeyBlobRead } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postKeyBlobRead = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  validate(KeyBlobRead),
  async (c) => {
    const found = await findKeyBlob(c.env.envelopes, sha256Hex(utf8(c.var.body.locator)))
    if (!found) return refuse(c, 'not-found')
    return c.json({ association: found.association, blob: toBase64(found.bytes) })
  },
)
