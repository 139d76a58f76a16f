// POST /api/cases: the next revision of what an association writes about a case, with the record that it was changed. Whoever was not the
// first to write it hears so, and nothing of either is kept.
import { Hono } from 'hono'
import { fromBase64 } from '../../../crypto/encoding.ts'
import { readRecipients } from '../../../crypto/packets.ts'
import { keepCaseFile } from '../../../db/envelopes/case-files.ts'
import { sealFault } from '../../../domain/intake.ts'
import { CasePost } from '../../../protocol/case-file.ts'
import { MAX_CASE_POST_BYTES, SEALED_CASE_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { newestKeyId } from '../../newest-key.ts'
import { refuse } from '../../refuse.ts'
import { recordToKeep } from '../../sealed-record.ts'

export const postCase = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_CASE_POST_BYTES),
  requireRole('officer', 'member'),
  validate(CasePost),
  async (c) => {
    const { association, now, body } = c.var
    const keyId = await newestKeyId(c.env, association, now)
    if (keyId === null) return refuse(c, 'association-unknown')
    const bytes = fromBase64(body.sealed) ?? new Uint8Array()
    const fault = sealFault({ sealed: bytes, recipients: readRecipients(bytes) }, keyId, SEALED_CASE_BYTES)
    if (fault) return refuse(c, fault)
    const record = recordToKeep(association, body.record, keyId)
    if (!record.ok) return refuse(c, record.reason)
    const file = { id: Number(body.case), association, revision: body.revision, bytes }
    const outcome = await keepCaseFile(c.env.envelopes, file, record.value)
    return outcome === 'kept' ? c.body(null, 204) : refuse(c, outcome)
  },
)
