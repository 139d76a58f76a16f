// POST /api/templates: the next revision of the answers an association has ready, with the record that they were changed. Whoever was not
// the first to write them hears so, and nothing of either is kept.
import { Hono } from 'hono'
import { fromBase64 } from '../../../crypto/encoding.ts'
import { readRecipients } from '../../../crypto/packets.ts'
import { randomKey } from '../../../crypto/random.ts'
import { keepPaper } from '../../../db/envelopes/association-papers.ts'
import { sealFault } from '../../../domain/intake.ts'
import { MAX_CASE_POST_BYTES, SEALED_CASE_BYTES } from '../../../protocol/limits.ts'
import { TemplatesPost } from '../../../protocol/templates.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { newestKeyId } from '../../newest-key.ts'
import { refuse } from '../../refuse.ts'
import { recordToKeep } from '../../sealed-record.ts'

export const postTemplates = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_CASE_POST_BYTES),
  requireRole('officer', 'member'),
  validate(TemplatesPost),
  async (c) => {
    const { association, now, body } = c.var
    const keyId = await newestKeyId(c.env, association, now)
    if (keyId === null) return refuse(c, 'association-unknown')
    const bytes = fromBase64(body.sealed) ?? new Uint8Array()
    const fault = sealFault({ sealed: bytes, recipients: readRecipients(bytes) }, keyId, SEALED_CASE_BYTES)
    if (fault) return refuse(c, fault)
    const record = recordToKeep(association, body.record, keyId)
    if (!record.ok) return refuse(c, record.reason)
    const kept = { id: randomKey(), association, paper: 'templates', revision: body.revision, bytes } as const
    const outcome = await keepPaper(c.env.envelopes, kept, record.value)
    return outcome === 'kept' ? c.body(null, 204) : refuse(c, outcome)
  },
)
