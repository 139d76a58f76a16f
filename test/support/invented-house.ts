// A server in a test's own process that keeps one association's inbox, files and record in memory: honest, unless the test answers first. What
// a command does when things go wrong is seen in what it received.
import { createHash } from 'node:crypto'
import { toBase64 } from '../../src/crypto/encoding.ts'
import type { CasePage, CasePost, SealedRecord } from '../../src/protocol/case-file.ts'
import type { InboxEnvelope } from '../../src/protocol/inbox.ts'
import type { Seed } from '../browser/inbox-seeds.ts'
import type { FederatedAssociation, Federation } from './federation.ts'
import { startStandIn, type Answer, type Received, type StandIn } from './stand-in-server.ts'

export const TODAY = '2026-11-23'

const rest = `.0.2000000000.${'A'.repeat(22)}.${'B'.repeat(22)}`
const NO_TEAM = { rosters: [], book: null, wrap: null, challenge: '' }

export interface InventedHouse extends StandIn {
  inbox: InboxEnvelope[]
  records: SealedRecord[]
  /** The next sessions' cookies; one that is not here is not alive. */
  alive: Set<string>
  /** What the test says in the server's place: null where it says nothing. */
  instead: (request: Received) => Answer | null
}

export async function startInventedHouse(
  { directoryBytes, signatureBytes }: Federation,
  { fingerprint }: FederatedAssociation,
  seeds: readonly Seed[],
): Promise<InventedHouse> {
  let house: InventedHouse
  const alive = new Set<string>()
  const records: SealedRecord[] = []
  const files = new Map<string, CasePost>()
  let sessions = 0
  const inbox = seeds.map(({ sealed, receivedOn }, index): InboxEnvelope => ({
    id: String(100 + index),
    receivedOn,
    acknowledgedOn: null,
    touchedOn: null,
    standing: 'received',
    keyFingerprint: fingerprint,
    sealed: toBase64(new Uint8Array(sealed)),
  }))
  const headNow = (): CasePage['head'] => ({
    number: records.length,
    digest: records.length === 0 ? null : sha256(Buffer.from(records.at(-1)?.sealed ?? '', 'base64')),
  })
  const keepRecord = (record: SealedRecord): boolean => {
    if (records[record.number - 1]?.sealed === record.sealed) return true
    const { number, digest } = headNow()
    if (record.number !== number + 1 || record.previous !== digest) return false
    records.push(record)
    return true
  }

  const inSession = ({ method, path, body }: Received): Answer | null => {
    if (path === '/api/team') return { body: NO_TEAM }
    if (path === '/api/inbox') return { body: { envelopes: inbox, next: null } }
    if (path.startsWith('/api/cases') && method === 'GET') {
      const after = Number(new URL(path, 'http://localhost').searchParams.get('after') ?? 0)
      const cases = [...files.values()]
        .filter((file) => Number(file.case) > after)
        .map((file) => ({ case: file.case, revision: file.revision, sealed: file.sealed }))
      return { body: { cases, next: null, head: headNow() } satisfies CasePage }
    }
    if (path === '/api/cases') {
      const post = JSON.parse(body) as CasePost
      if (post.revision !== (files.get(post.case)?.revision ?? 0) + 1) return conflict('case-changed')
      if (!keepRecord(post.record)) return conflict('record-changed')
      files.set(post.case, post)
      return { status: 204 }
    }
    if (path === '/api/records') {
      return keepRecord((JSON.parse(body) as { record: SealedRecord }).record)
        ? { status: 204 }
        : conflict('record-changed')
    }
    if (path === '/api/acknowledgements' || path === '/api/copies') return { status: 204 }
    return null
  }

  const answer = (request: Received): Answer | null => {
    const { method, path, headers, body } = request
    const said = house.instead(request)
    if (said !== null) return said
    if (path === '/directory.json') return { body: directoryBytes }
    if (path === '/directory.json.signatures') return { body: signatureBytes }
    if (path === '/api/sign-in-challenge') return { body: { challenge: `sign-in${rest}` } }
    if (path === '/api/mailbox-challenge') return { body: { challenge: `mailbox${rest}`, today: TODAY } }
    if (path === '/api/mailbox-messages') return { status: 202, body: { accepted: sha256(body) } }
    if (path === '/api/session' && method === 'POST') {
      const cookie = `__Host-balise=session${++sessions}`
      alive.add(cookie)
      return { status: 204, headers: { 'Set-Cookie': `${cookie}; Path=/; Secure; HttpOnly` } }
    }
    const cookie = headers.cookie ?? ''
    if (path === '/api/session') {
      alive.delete(cookie)
      return { status: 204 }
    }
    return alive.has(cookie) ? inSession(request) : { status: 401, body: { error: 'sign-in-required' } }
  }
  const standIn = await startStandIn((request) => answer(request))
  house = { ...standIn, inbox, records, alive, instead: () => null }
  return house
}

const conflict = (error: string): Answer => ({ status: 409, body: { error } })

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')
