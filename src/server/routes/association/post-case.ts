// POST /api/cases: the next revision of what an association writes about a case, with the record that it was changed. Whoever was not the
// first to write it hears so, and nothing of either is kept.
import { Hono } from 'hono'
import { keepCaseFile } from '../../../db/envelopes/case-files.ts'
import { CasePost } from '../../../protocol/case-file.ts'
import { MAX_CASE_POST_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'
import { revisionToKeep } from '../../sealed-record.ts'

export const postCase = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_CASE_POST_BYTES),
  requireRole('officer', 'member'),
  validate(CasePost),
  async (c) => {
    const { association, now, body } = c.var
    const revision = await revisionToKeep(c.env, association, body, now)
    if (!revision.ok) return refuse(c, revision.reason)
    const { bytes, record } = revision.value
    const file = { id: Number(body.case), association, revision: body.revision, bytes }
    const outcome = await keepCaseFile(c.env.envelopes, file, record)
    return outcome === 'kept' ? c.body(null, 204) : refuse(c, outcome)
  },
)
