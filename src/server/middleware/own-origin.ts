// Keeps other sites' pages from acting with an association's cookie.
import { createMiddleware } from 'hono/factory'
import { isForeign } from '../../domain/sign-in.ts'
import type { AppEnv } from '../env.ts'
import { refuse } from '../refuse.ts'

/** Refuses `foreign-origin`. */
export const ownOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const request = { fetchSite: c.req.header('Sec-Fetch-Site'), origin: c.req.header('Origin') }
  if (isForeign(request, c.env.origin)) return refuse(c, 'foreign-origin')
  return next()
})
