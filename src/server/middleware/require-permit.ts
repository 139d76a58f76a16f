// Lets through only whoever shows a permit to upload that still lives, used up or not. It comes before the body is read: nothing is
// held for a sender who proved nothing. It takes nothing of the permit: that is one with keeping a part.
import { createMiddleware } from 'hono/factory'
import { permitIsLiving } from '../../db/envelopes/upload-permits.ts'
import { secondsOf } from '../../domain/sign-in.ts'
import type { AppEnv } from '../env.ts'
import { discardBody } from '../read-body.ts'
import { refuse } from '../refuse.ts'
import { tokenHashes } from '../token-hashes.ts'

/** Refuses `permit-missing`; else leaves the permit's hash in `c.var.permitHash`. */
export const requirePermit = createMiddleware<AppEnv>(async (c, next) => {
  const shown = c.req.header('Permit') ?? ''
  const [hash] = /^[0-9a-f]{64}$/.test(shown) ? tokenHashes([shown], c.env.hash) : []
  if (hash === undefined || !(await permitIsLiving(c.env.envelopes, hash, secondsOf(c.var.now)))) {
    await discardBody(c.req.raw)
    return refuse(c, 'permit-missing')
  }
  c.set('permitHash', hash)
  return next()
})
