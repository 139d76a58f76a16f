// The address as it was asked for. A router decodes it, and would take `%77here` for `where`: one release has one address.
import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/** Path and query string, still encoded: `/api/releases?x`. */
export function targetOf(c: Context<AppEnv>): string {
  const { url } = c.req
  return url.slice(url.indexOf('/', url.indexOf('//') + 2))
}
