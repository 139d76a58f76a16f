// DELETE /api/session: signs out, here and now. Without a session it does nothing and says the same.
import { Hono } from 'hono'
import { closeSession } from '../../../db/envelopes/sessions.ts'
import type { AppEnv } from '../../env.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { sessionTokenHash, takeSessionCookie } from '../../session-cookie.ts'

export const deleteSession = new Hono<AppEnv>().delete('/', ownOrigin, async (c) => {
  const tokenHash = sessionTokenHash(c)
  if (tokenHash) await closeSession(c.env.envelopes, tokenHash)
  takeSessionCookie(c)
  return c.body(null, 204)
})
