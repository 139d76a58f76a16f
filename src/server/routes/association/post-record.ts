// POST /api/records: a member notes what they did, where nothing else of it comes here: an answer, an export.
import { Hono } from 'hono'
import { keepRecord } from '../../../db/envelopes/records.ts'
import { RecordPost } from '../../../protocol/case-file.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { newestKeyId } from '../../newest-key.ts'
import { refuse } from '../../refuse.ts'
import { recordToKeep } from '../../sealed-record.ts'

export const postRecord = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  requireRole('officer', 'member'),
  validate(RecordPost),
  async (c) => {
    const { association, now, body } = c.var
    const keyId = await newestKeyId(c.env, association, now)
    if (keyId === null) return refuse(c, 'association-unknown')
    const record = recordToKeep(association, body.record, keyId)
    if (!record.ok) return refuse(c, record.reason)
    const kept = await keepRecord(c.env.envelopes, record.value)
    return kept ? c.body(null, 204) : refuse(c, 'record-changed')
  },
)
