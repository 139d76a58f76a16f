// Serves the built files where this process is their server: a closed set held in memory, so that no path can lead outside it.
import type { Context } from 'hono'
import { acceptsBrotli } from '../accepts-brotli.ts'
import type { AppEnv, SiteAnswer } from '../env.ts'
import { PAGE } from '../headers.ts'
import { refuse } from '../refuse.ts'

/** Any path outside /api. Unknown ones get the lost page with 404; other methods than GET and HEAD get 405. */
export function getSite(c: Context<AppEnv>): Response {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    return dressed(refuse(c, 'method-not-allowed'), { ...PAGE, Allow: 'GET, HEAD' })
  }
  const { site } = c.env
  const found = site?.find(c.req.path)
  if (found) return answer(c, found, 200)
  const canonical = c.req.path.replace(/(?:\.html|\/)$/, '')
  if (site?.find(canonical)) return dressed(c.body(null, 307), { ...PAGE, Location: canonical })
  return site?.lost ? answer(c, site.lost, 404) : dressed(refuse(c, 'not-found'), PAGE)
}

function answer(c: Context<AppEnv>, { type, headers, plain, brotli }: SiteAnswer, status: 200 | 404) {
  const accepted = brotli && acceptsBrotli(c.req.header('Accept-Encoding'))
  const encoding = accepted ? { 'Content-Encoding': 'br' } : {}
  const body = accepted ? brotli : plain
  return c.body(body, status, {
    ...headers,
    ...encoding,
    'Content-Type': type,
    'Content-Length': String(body.length),
    Vary: 'Accept-Encoding',
  })
}

function dressed(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
