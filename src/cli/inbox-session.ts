// An association's session with a server, held by its key: sign in, read, acknowledge, sign out. The session's secret stays in
// memory and is given up at the end, whatever happened.
import * as v from 'valibot'
import { hasChallengeForm } from '../crypto/challenge.ts'
import type { CaseState } from '../protocol/case-state.ts'
import {
  acknowledgementOf,
  InboxPage,
  signInStatement,
  type Acknowledgement,
  type InboxEnvelope,
} from '../protocol/inbox.ts'
import { INBOX_PAGE_ENVELOPES } from '../protocol/limits.ts'
import type { MemberKey } from './member-key.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { ask, exchange, foreign, refusalIn, unreachable, type Server } from './server-connection.ts'

const COOKIE = '__Host-balise='

/** 320,000 envelopes: a server that goes on beyond is inventing them. */
const MAX_PAGES = 10_000

export interface Session {
  server: Server
  /** The `Cookie` header. */
  cookie: string
}

export async function signIn(
  server: Server,
  association: string,
  key: Pick<MemberKey, 'sign'>,
): Promise<Outcome<Session>> {
  const asked = await ask(server, '/api/sign-in-challenge', v.object({ challenge: v.string() }))
  if (!asked.ok) return asked
  const { challenge } = asked.value
  if (!hasChallengeForm('sign-in', challenge)) {
    return refused(
      `What ${server.origin} asks to have signed is not a sign-in challenge. Nothing was signed. Check --server.`,
    )
  }
  const statement = signInStatement(server.origin, association, challenge)
  const signed = await key.sign(statement)
  if (!signed.ok) return signed
  const signature = signed.value
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

/**
 * Calls `handle` with each page of envelopes, newest first, until it refuses or there are no more. A server that gives an
 * envelope or a page twice, or pages without end, is not followed.
 */
export async function forEachPage(
  { server, cookie }: Session,
  handle: (envelopes: readonly InboxEnvelope[]) => Promise<Outcome>,
): Promise<Outcome> {
  const seen = new Set<string>()
  let before: string | null = ''
  for (let pages = 0; before !== null; pages++) {
    if (pages === MAX_PAGES) return refused(endless(server))
    const query: string = before === '' ? '' : `?before=${encodeURIComponent(before)}`
    const page: Outcome<InboxPage> = await ask(server, `/api/inbox${query}`, InboxPage, {
      headers: { Cookie: cookie },
    })
    if (!page.ok) return page
    const { envelopes, next }: InboxPage = page.value
    for (const given of [...envelopes.map(({ id }) => id), ...(next === null ? [] : [next])]) {
      if (seen.has(given)) return refused(endless(server))
      seen.add(given)
    }
    const handled = await handle(envelopes)
    if (!handled.ok) return handled
    before = next
  }
  return done(undefined)
}

const endless = ({ origin }: Server): string =>
  `The inbox of ${origin} does not end: it gives the same envelopes again, or pages without number. What came before is kept. Tell those who run this site.`

/** Tells the server that these are held and could be opened; and where their case stands, or that it is worked on. Any number. */
export async function acknowledge(
  { server, cookie }: Session,
  ids: readonly string[],
  said: CaseState | 'kept' | null = null,
): Promise<Outcome> {
  for (let at = 0; at < ids.length; at += INBOX_PAGE_ENVELOPES) {
    const envelopes = ids.slice(at, at + INBOX_PAGE_ENVELOPES)
    const asked: Acknowledgement = acknowledgementOf(envelopes, said)
    const answer = await exchange(server, '/api/acknowledgements', {
      method: 'POST',
      headers: { Cookie: cookie },
      body: JSON.stringify(asked),
    })
    if (answer.lost) return unreachable(server)
    if (!answer.response.ok) return refusalIn(server, answer.bytes)
  }
  return done(undefined)
}

/** A session that cannot be closed ends by itself within half an hour of idleness. */
export const signOut = async (session: Session): Promise<void> => void (await endSession(session))

/** True once the server knows. */
export async function endSession({ server, cookie }: Session): Promise<boolean> {
  const answer = await exchange(server, '/api/session', { method: 'DELETE', headers: { Cookie: cookie } })
  return !answer.lost && answer.response.ok
}
