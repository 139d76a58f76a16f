// Puts the header set of the API on every answer below it, refusals and failures included; that of open data where it was chosen.
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../env.ts'
import { API } from '../headers.ts'

export const apiHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(c.get('headers') ?? API)) c.res.headers.set(name, value)
})
