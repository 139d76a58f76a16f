// POST /api/templates: the next revision of the answers an association has ready, with the record that they were changed. Whoever was not
// the first to write them hears so, and nothing of either is kept.
import { Hono } from 'hono'
import { randomKey } from '../../../crypto/random.ts'
import { keepPaper } from '../../../db/envelopes/association-papers.ts'
import { MAX_CASE_POST_BYTES } from '../../../protocol/limits.ts'
import { TemplatesPost } from '../../../protocol/templates.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'
import { revisionToKeep } from '../../sealed-record.ts'

export const postTemplates = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_CASE_POST_BYTES),
  requireRole('officer', 'member'),
  validate(TemplatesPost),
  async (c) => {
    const { association, now, body } = c.var
    const revision = await revisionToKeep(c.env, association, body, now)
    if (!revision.ok) return refuse(c, revision.reason)
    const { bytes, record } = revision.value
    const kept = { id: randomKey(), association, paper: 'templates', revision: body.revision, bytes } as const
    const outcome = await keepPaper(c.env.envelopes, kept, record)
    return outcome === 'kept' ? c.body(null, 204) : refuse(c, outcome)
  },
)
