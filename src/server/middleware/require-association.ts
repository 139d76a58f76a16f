// Lets through only a signed-in association that the directory still lists.
import { createMiddleware } from 'hono/factory'
import { seeSession } from '../../db/envelopes/sessions.ts'
import { secondsOf, sessionLimits } from '../../domain/sign-in.ts'
import type { AppEnv } from '../env.ts'
import { refuse } from '../refuse.ts'
import { sessionTokenHash } from '../session-cookie.ts'

/** Refuses `sign-in-required`; else leaves the association in `c.var.association`. */
export const requireAssociation = createMiddleware<AppEnv>(async (c, next) => {
  const { now } = c.var
  const tokenHash = sessionTokenHash(c)
  const association =
    tokenHash && (await seeSession(c.env.envelopes, tokenHash, sessionLimits(now), secondsOf(now)))
  if (!association || !c.env.directory.associations.includes(association)) {
    return refuse(c, 'sign-in-required')
  }
  c.set('association', association)
  return next()
})
