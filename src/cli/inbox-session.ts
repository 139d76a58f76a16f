// An association's session with a server, held by its key: sign in, read, acknowledge, sign out. The session's secret stays in
// memory and is given up at the end, whatever happened.
import * as v from 'valibot'
import { signText, type PrivateKey } from '../crypto/openpgp.ts'
import { InboxPage, signInStatement, type InboxEnvelope } from '../protocol/inbox.ts'
import { done, type Outcome } from './outcome.ts'
import { ask, exchange, foreign, refusalIn, unreachable, type Server } from './server-connection.ts'

const COOKIE = '__Host-balise='

export interface Session {
  server: Server
  /** The `Cookie` header. */
  cookie: string
}

export async function signIn(
  server: Server,
  association: string,
  key: PrivateKey,
): Promise<Outcome<Session>> {
  const asked = await ask(server, '/api/sign-in-challenge', v.object({ challenge: v.string() }))
  if (!asked.ok) return asked
  const { challenge } = asked.value
  const statement = signInStatement(server.origin, association, challenge)
  const signature = await signText(key, statement, Date.now())
  const answer = await exchange(server, '/api/session', {
    method: 'POST',
    body: JSON.stringify({ association, challenge, signature }),
  })
  if (answer.lost) return unreachable(server)
  if (!answer.response.ok) return refusalIn(server, answer.bytes)
  const cookie = answer.response.headers
    .getSetCookie()
    .find((set) => set.startsWith(COOKIE))
    ?.split(';')[0]
  return cookie === undefined ? foreign(server) : done({ server, cookie })
}

/** Calls `handle` with each page of envelopes, newest first, until it refuses or there are no more. */
export async function forEachPage(
  { server, cookie }: Session,
  handle: (envelopes: readonly InboxEnvelope[]) => Promise<Outcome>,
): Promise<Outcome> {
  const seen = new Set<string>()
  for (let before: string | null = ''; before !== null;) {
    if (seen.has(before)) return foreign(server)
    seen.add(before)
    const query: string = before === '' ? '' : `?before=${encodeURIComponent(before)}`
    const page: Outcome<InboxPage> = await ask(server, `/api/inbox${query}`, InboxPage, {
      headers: { Cookie: cookie },
    })
    if (!page.ok) return page
    const handled = await handle(page.value.envelopes)
    if (!handled.ok) return handled
    before = page.value.next
  }
  return done(undefined)
}

/** Tells the server that these are held and could be opened; at most one page of them. */
export async function acknowledge({ server, cookie }: Session, ids: readonly string[]): Promise<Outcome> {
  if (ids.length === 0) return done(undefined)
  const answer = await exchange(server, '/api/acknowledgements', {
    method: 'POST',
    headers: { Cookie: cookie },
    body: JSON.stringify({ envelopes: ids }),
  })
  if (answer.lost) return unreachable(server)
  return answer.response.ok ? done(undefined) : refusalIn(server, answer.bytes)
}

/** A session that cannot be closed ends by itself within half an hour of idleness. */
export async function signOut({ server, cookie }: Session): Promise<void> {
  await exchange(server, '/api/session', { method: 'DELETE', headers: { Cookie: cookie } })
}
