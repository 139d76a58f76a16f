// Lets through only a signed-in member, in a role that may, of an association that the directory still lists.
import { createMiddleware } from 'hono/factory'
import { seeSession } from '../../db/envelopes/sessions.ts'
import { secondsOf, sessionLimits } from '../../domain/sign-in.ts'
import type { TeamRole } from '../../protocol/team.ts'
import type { AppEnv } from '../env.ts'
import { refuse } from '../refuse.ts'
import { roleOf } from '../standing-team.ts'
import { sessionTokenHash } from '../session-cookie.ts'

/** Refuses `sign-in-required` and `not-allowed`; else leaves the association and the member in `c.var`. */
export const requireRole = (...roles: readonly TeamRole[]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { now } = c.var
    const tokenHash = sessionTokenHash(c)
    const signedIn =
      tokenHash && (await seeSession(c.env.envelopes, tokenHash, sessionLimits(now), secondsOf(now)))
    if (!signedIn || !c.env.directory.associations.includes(signedIn.association)) {
      return refuse(c, 'sign-in-required')
    }
    const { association, member } = signedIn
    const role = await roleOf(c.env, association, member, now)
    if (!role) return refuse(c, 'sign-in-required')
    if (!roles.includes(role)) return refuse(c, 'not-allowed')
    c.set('association', association)
    c.set('member', member)
    return next()
  })
