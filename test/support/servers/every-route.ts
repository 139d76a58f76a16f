// One request that is heard and one that is refused for every route of the app, by the method and the path that the app itself gives it:
// a route that is added is in none of these lists, and whoever walks them says so.
import { toBase64, utf8 } from '../../../src/crypto/encoding.ts'
import { encryptTo, readArmoredCertificate } from '../../../src/crypto/openpgp.ts'
import { randomHex } from '../../../src/crypto/random.ts'
import { STATUS_TOKENS } from '../../../src/protocol/limits.ts'
import { createApp } from '../../../src/server/app.ts'
import { OPEN_DATA, RELEASE } from '../../../src/server/headers.ts'
import { casePost, casesOf, sealedRecord } from '../case-writer.ts'
import { unlockedKeyOf } from '../federation.ts'
import { LILLE, sealCardTo } from '../observatory/cards.ts'
import { makeRelease, storeReleases } from '../published-releases.ts'
import { sentinel } from '../sentinels.ts'
import {
  changeBody,
  foundTeam,
  lockedBytes,
  makePerson,
  makeTeam,
  personOf,
  signInAs,
  signInBodyAs,
  type TeamPerson,
} from '../team-maker.ts'
import { templateOf, templatesOf, templatesPost } from '../template-writer.ts'
import { bodyOf, holderOf, sealedEnvelope, sha256Of, solvedProof, submit } from './correspondence.ts'
import {
  erasureBody,
  leave,
  mailboxProof,
  makeHolder,
  messageBody,
  readBody,
} from './mailbox-correspondence.ts'
import {
  hashOfSecret,
  heldPart,
  holdBody,
  permitBody,
  sendPart,
  somePart,
  somePermit,
  uploadProof,
} from './part-sender.ts'
import type { RunningServer } from './running-server.ts'

/** A request by its parts; the method is the route's. */
export interface Asked {
  path: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** Everything that stands on a server before it is walked, and what was said to it that it may not keep. */
export interface Visit {
  server: RunningServer
  association: string
  team: readonly TeamPerson[]
  /** Of an officer of `association`, and of one of another. */
  cookie: string
  strangers: string
  /** Words that were sealed, and secrets that were only shown. */
  unkept: string[]
}

interface Route {
  /** The status of what is heard, and how to be. */
  status: number
  heard: (visit: Visit) => Promise<Asked> | Asked
  /** The code of what is refused; null where the route itself refuses nothing. */
  refused: [status: number, code: string, how: (visit: Visit) => Asked] | null
  /** Whether it is for those who are signed in. */
  signedIn?: true
  /** What is heard once a stranger was heard with the very same: another status where they took a place that they cannot know of. */
  afterStrangers?: 409
  /** The header set of what is heard, if not that of the API. */
  set?: Readonly<Record<string, string>>
  /** Other headers of what is heard than the content's type and length. */
  more?: readonly string[]
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

const json = (path: string, body: string, headers: Record<string, string> = {}): Asked => ({
  path,
  body,
  headers: { ...JSON_TYPE, ...headers },
})

const words = (visit: Visit, field: string): Uint8Array => {
  visit.unkept.push(sentinel(field))
  return utf8(`${sentinel(field)} `.repeat(8))
}

const secret = (visit: Visit): string => {
  const made = randomHex(32)
  visit.unkept.push(made)
  return made
}

const padded = (...tokens: string[]): string[] => [
  ...tokens,
  ...Array.from({ length: STATUS_TOKENS - tokens.length }, () => randomHex(32)),
]

/** An envelope that is kept: its token, and the row's key. */
async function kept(visit: Visit): Promise<{ token: string; id: string }> {
  const { server, association } = visit
  const token = secret(visit)
  const tokenHash = hashOfSecret(token)
  const envelope = { ...(await sealedEnvelope(server, association, words(visit, 'narrative'))), tokenHash }
  const answer = await submit(server, bodyOf(envelope), solvedProof(server))
  if (answer.status !== 202) throw new Error(`the submission answered ${answer.status}`)
  const [row] = await server.query('select id from envelopes where token_hash = ?', [tokenHash])
  return { token, id: String(row?.['id']) }
}

async function sealedToOwn({ server, association }: Visit, text: Uint8Array): Promise<string> {
  const certificate = await readArmoredCertificate(holderOf(server, association).certificate)
  if (!certificate) throw new Error('a certificate of the federation reads')
  return toBase64(await encryptTo(certificate, text))
}

const termsOf = async ({ server, association }: Visit) => {
  const key = await unlockedKeyOf(holderOf(server, association))
  return { association, key, own: key.toPublic() }
}

/** An invitation that waits, and the locator of its words. */
async function invited(visit: Visit): Promise<{ locator: string; body: string }> {
  const locator = secret(visit)
  const note = await sealedToOwn(visit, words(visit, 'invitation'))
  return { locator, body: JSON.stringify({ version: 1, locatorHash: sha256Of(locator), note }) }
}

async function sent({ server, cookie }: Visit, path: string, body: string): Promise<void> {
  const answer = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { ...JSON_TYPE, Cookie: cookie },
    body,
  })
  if (answer.status !== 204) throw new Error(`${path} answered ${answer.status}`)
}

const keyBlob = (visit: Visit) => {
  const locator = secret(visit)
  const blob = { locatorHash: sha256Of(locator), way: 'passkey', blob: lockedBytes('under lock') }
  return { locator, body: JSON.stringify(blob), removal: JSON.stringify({ locatorHash: blob.locatorHash }) }
}

const challenge = (path: string): Route => ({ status: 200, heard: () => ({ path }), refused: null })

const signedIn = (path: string, heard: Route['heard'] = () => ({ path })): Route => ({
  status: 200,
  signedIn: true,
  heard,
  refused: [401, 'sign-in-required', () => ({ path })],
})

const posted = (path: string, heard: Route['heard']): Route => ({
  status: 204,
  signedIn: true,
  heard,
  refused: [401, 'sign-in-required', () => json(path, '{}')],
})

const proven = (path: string, status: number, heard: Route['heard']): Route => ({
  status,
  heard,
  refused: [403, 'proof-missing', () => json(path, '{}')],
})

const shaped = (path: string, status: number, heard: Route['heard']): Route => ({
  status,
  heard,
  refused: [400, 'invalid-shape', () => json(path, '{}')],
})

const published = (path: string, set: Route['set'], refused: Route['refused']): Route => ({
  status: 200,
  heard: () => ({ path }),
  refused,
  ...(set ? { set } : {}),
  more: [...(path === '/api/releases' ? [] : ['content-disposition']), 'etag', 'vary'],
})

const inQuestion = (path: string): Route['refused'] => [
  400,
  'invalid-shape',
  () => ({ path: `${path}?departement=75` }),
]

export const EVERY_ROUTE: Readonly<Record<string, Route>> = {
  'GET /api/challenge': challenge('/api/challenge'),
  'GET /api/card-challenge': challenge('/api/card-challenge'),
  'GET /api/mailbox-challenge': challenge('/api/mailbox-challenge'),
  'GET /api/upload-challenge': challenge('/api/upload-challenge'),
  'GET /api/sign-in-challenge': challenge('/api/sign-in-challenge'),
  'GET /api/health': challenge('/api/health'),

  'POST /api/submissions': proven('/api/submissions', 202, async (visit) => {
    const { server, association } = visit
    const envelope = await sealedEnvelope(server, association, words(visit, 'submission'))
    return json('/api/submissions', bodyOf(envelope), { Proof: solvedProof(server) })
  }),
  'POST /api/cards': proven('/api/cards', 202, async (visit) => {
    const { server } = visit
    words(visit, 'card')
    const recipient = await readArmoredCertificate(server.federation.observatory.certificate)
    if (!recipient) throw new Error('a certificate of the federation reads')
    const sealed = toBase64(await sealCardTo(recipient, { ...LILLE, platform: sentinel('card') }))
    return json('/api/cards', JSON.stringify({ version: 1, sealed }), {
      Proof: solvedProof(server, undefined, 0, 'card'),
    })
  }),
  'POST /api/mailbox-messages': proven('/api/mailbox-messages', 202, async (visit) => {
    const plaintext = new Uint8Array(4096)
    plaintext.set(words(visit, 'message'))
    const sealed = Buffer.from(await sealedToOwn(visit, plaintext), 'base64')
    return json('/api/mailbox-messages', messageBody(makeHolder(), sealed), {
      Proof: mailboxProof(visit.server),
    })
  }),
  'POST /api/mailbox-reads': {
    ...proven('/api/mailbox-reads', 200, ({ server }) => {
      const proof = mailboxProof(server)
      return json('/api/mailbox-reads', readBody(makeHolder(), proof), { Proof: proof })
    }),
    more: ['content-disposition'],
  },
  'POST /api/mailbox-erasures': proven('/api/mailbox-erasures', 204, async (visit) => {
    const { server } = visit
    const [holder, proof] = [makeHolder(), mailboxProof(server)]
    const sealed = await sealedEnvelope(server, visit.association)
    await leave(server, holder, Buffer.from(sealed.sealed, 'base64'))
    return json('/api/mailbox-erasures', erasureBody(holder, proof, 'all'), { Proof: proof })
  }),
  'POST /api/envelope-status': shaped('/api/envelope-status', 200, async (visit) =>
    json('/api/envelope-status', JSON.stringify({ version: 1, tokens: padded((await kept(visit)).token) })),
  ),
  'POST /api/erasures': shaped('/api/erasures', 204, async (visit) =>
    json(
      '/api/erasures',
      JSON.stringify({ version: 1, tokens: padded((await kept(visit)).token), only: 'all' }),
    ),
  ),
  'POST /api/token-changes': shaped('/api/token-changes', 204, async (visit) => {
    const tokens = padded((await kept(visit)).token)
    return json(
      '/api/token-changes',
      JSON.stringify({ version: 1, tokens, newHashes: padded(hashOfSecret(secret(visit))) }),
    )
  }),
  'POST /api/upload-permits': proven('/api/upload-permits', 202, (visit) =>
    json('/api/upload-permits', permitBody(secret(visit)), { Proof: uploadProof(visit.server) }),
  ),
  'PUT /api/parts/:sha256{[0-9a-f]{64}}': {
    status: 200,
    heard: async ({ server }) => {
      const { bytes, sha256 } = somePart()
      const headers = { 'Content-Type': 'application/octet-stream', Permit: await somePermit(server) }
      return { path: `/api/parts/${sha256}`, headers, body: bytes }
    },
    refused: [
      403,
      'permit-missing',
      () => ({
        path: `/api/parts/${'0'.repeat(64)}`,
        headers: { 'Content-Type': 'application/octet-stream' },
        body: Uint8Array.of(1),
      }),
    ],
  },
  'GET /api/parts/:sha256{[0-9a-f]{64}}': {
    status: 200,
    heard: async ({ server }) => ({ path: `/api/parts/${(await heldPart(server)).sha256}` }),
    refused: [404, 'not-found', () => ({ path: `/api/parts/${'0'.repeat(64)}` })],
    more: ['content-disposition'],
  },
  'POST /api/part-holds': shaped('/api/part-holds', 204, async (visit) => {
    const [part, permit] = [somePart(), await somePermit(visit.server)]
    visit.unkept.push(part.secret, permit)
    await sendPart(visit.server, part, permit)
    return json('/api/part-holds', holdBody(permit, [part]))
  }),
  'POST /api/part-holds/renewals': shaped('/api/part-holds/renewals', 204, async (visit) =>
    json('/api/part-holds/renewals', JSON.stringify({ version: 1, secrets: [await heldSecret(visit)] })),
  ),
  'POST /api/part-holds/releases': shaped('/api/part-holds/releases', 204, async (visit) =>
    json('/api/part-holds/releases', JSON.stringify({ version: 1, secrets: [await heldSecret(visit)] })),
  ),

  'POST /api/session': {
    status: 204,
    heard: async ({ server, association, team }) =>
      json('/api/session', await signInBodyAs(server, association, personOf(team, 'officer'))),
    refused: [403, 'sign-in-refused', ({ association }) => json('/api/session', anybody(association))],
    more: ['set-cookie'],
  },
  'DELETE /api/session': {
    status: 204,
    heard: async ({ server, association, team }) => ({
      path: '/api/session',
      headers: { Cookie: await signInAs(server, association, personOf(team, 'member')) },
    }),
    refused: [
      403,
      'foreign-origin',
      () => ({ path: '/api/session', headers: { 'Sec-Fetch-Site': 'cross-site' } }),
    ],
    more: ['set-cookie'],
  },
  'GET /api/inbox': signedIn('/api/inbox'),
  'GET /api/cases': signedIn('/api/cases'),
  'GET /api/templates': signedIn('/api/templates'),
  'GET /api/records': signedIn('/api/records'),
  'GET /api/team': signedIn('/api/team'),
  'GET /api/key-blobs': signedIn('/api/key-blobs'),
  'GET /api/invitations': signedIn('/api/invitations'),
  'GET /api/notices': signedIn('/api/notices'),
  'POST /api/acknowledgements': posted('/api/acknowledgements', async (visit) =>
    json(
      '/api/acknowledgements',
      JSON.stringify({ envelopes: [(await kept(visit)).id], standing: 'accepted' }),
    ),
  ),
  'POST /api/copies': posted('/api/copies', async (visit) => {
    const { sealed } = await sealedEnvelope(visit.server, visit.association, words(visit, 'copy'))
    return json('/api/copies', JSON.stringify({ version: 1, sealed }))
  }),
  'POST /api/cases': posted('/api/cases', async (visit) => {
    const { id } = await kept(visit)
    words(visit, 'tag')
    const { head } = await casesOf(visit.server, visit.cookie)
    return json(
      '/api/cases',
      JSON.stringify(await casePost(await termsOf(visit), id, 1, head, { tags: [sentinel('tag')] })),
    )
  }),
  'POST /api/records': posted('/api/records', async (visit) => {
    const { head } = await casesOf(visit.server, visit.cookie)
    return json(
      '/api/records',
      JSON.stringify({ version: 1, record: await sealedRecord(await termsOf(visit), head, 'answered') }),
    )
  }),
  'POST /api/templates': posted('/api/templates', async (visit) => {
    words(visit, 'template')
    const { head, templates } = await templatesOf(visit.server, visit.cookie)
    const revision = (templates?.revision ?? 0) + 1
    const post = await templatesPost(await termsOf(visit), revision, head, [
      templateOf(1, sentinel('template')),
    ])
    return json('/api/templates', JSON.stringify(post))
  }),
  'POST /api/notices': posted('/api/notices', () =>
    json('/api/notices', JSON.stringify({ version: 1, address: 'avis@asso.example', locale: 'fr' })),
  ),
  'POST /api/key-blobs': {
    ...posted('/api/key-blobs', (visit) => json('/api/key-blobs', keyBlob(visit).body)),
    afterStrangers: 409,
  },
  'POST /api/key-blobs/removals': posted('/api/key-blobs/removals', async (visit) => {
    const { body, removal } = keyBlob(visit)
    await sent(visit, '/api/key-blobs', body)
    return json('/api/key-blobs/removals', removal)
  }),
  'POST /api/key-blobs/reads': {
    status: 200,
    heard: async (visit) => {
      const { locator, body } = keyBlob(visit)
      await sent(visit, '/api/key-blobs', body)
      return json('/api/key-blobs/reads', JSON.stringify({ locator }))
    },
    refused: [
      404,
      'not-found',
      () => json('/api/key-blobs/reads', JSON.stringify({ locator: randomHex(32) })),
    ],
  },
  'POST /api/invitations': {
    ...posted('/api/invitations', async (visit) => json('/api/invitations', (await invited(visit)).body)),
    afterStrangers: 409,
  },
  'POST /api/invitations/removals': posted('/api/invitations/removals', async (visit) => {
    const { locator, body } = await invited(visit)
    await sent(visit, '/api/invitations', body)
    return json('/api/invitations/removals', JSON.stringify({ locatorHash: sha256Of(locator) }))
  }),
  'POST /api/invitations/reads': {
    status: 200,
    heard: async (visit) => {
      const { locator, body } = await invited(visit)
      await sent(visit, '/api/invitations', body)
      return json('/api/invitations/reads', JSON.stringify({ locator }))
    },
    refused: [
      404,
      'not-found',
      () => json('/api/invitations/reads', JSON.stringify({ locator: randomHex(32) })),
    ],
  },
  'POST /api/invitations/answers': shaped('/api/invitations/answers', 204, async (visit) => {
    const { locator, body } = await invited(visit)
    await sent(visit, '/api/invitations', body)
    const { fingerprint: member } = await makePerson('member')
    const answer = lockedBytes('who I am')
    return json('/api/invitations/answers', JSON.stringify({ version: 1, locator, member, answer, ways: [] }))
  }),
  // The last of those of a team: what others asked before is of the team as it then was.
  'POST /api/team': posted('/api/team', async ({ server, cookie, association, team }) => {
    const signer = personOf(team, 'officer')
    return json('/api/team', JSON.stringify(await changeBody(server, cookie, { team, signer, association })))
  }),

  'GET /api/releases': published('/api/releases', OPEN_DATA, inQuestion('/api/releases')),
  'GET /api/releases/datapackage.json': published(
    '/api/releases/datapackage.json',
    OPEN_DATA,
    inQuestion('/api/releases/datapackage.json'),
  ),
  'GET /api/releases/*': published('/api/releases/act/2024.json', RELEASE, [
    404,
    'not-found',
    () => ({ path: '/api/releases/act/2001.json' }),
  ]),
}

async function heldSecret(visit: Visit): Promise<string> {
  const { secret: hold } = await heldPart(visit.server)
  visit.unkept.push(hold)
  return hold
}

const anybody = (association: string): string =>
  JSON.stringify({ association, challenge: 'not one', signature: 'not one' })

/** Every method and path that the app answers to, as the app says it. */
export const routesOfTheApp = (): string[] => [
  ...new Set(
    createApp()
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

/** The request as it goes, in the name of whoever has this cookie. */
export const askFor = (
  visit: Visit,
  route: string,
  { path, headers = {}, body }: Asked,
  cookie = '',
): Promise<Response> =>
  fetch(`${visit.server.origin}${path}`, {
    method: route.split(' ')[0] ?? '',
    headers: { ...headers, ...(cookie === '' ? {} : { Cookie: cookie }) },
    ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> | string }),
  })

/** Two teams, a release: what has to stand before every route can be heard. */
export async function beginVisit(
  server: RunningServer,
  [ours, theirs]: readonly [string, string],
): Promise<Visit> {
  const tables = ['rosters', 'team_books', 'team_members', 'key_blobs', 'invitations', 'sessions']
  for (const table of [...tables, 'case_files', 'records', 'association_papers', 'notices'])
    await server.query(`delete from ${table}`)
  const [team, others] = [await makeTeam(), await makeTeam()]
  await foundTeam(server, ours, team)
  await foundTeam(server, theirs, others)
  await storeReleases(server, [makeRelease('act', 'act-year', '2024')])
  const cookie = await signInAs(server, ours, personOf(team, 'officer'))
  const strangers = await signInAs(server, theirs, personOf(others, 'officer'))
  const unkept = [cookie, strangers].map((each) => each.split('=')[1] ?? '')
  return { server, association: ours, team, cookie, strangers, unkept }
}

/** Leaves the server to others as it was. */
export async function endVisit(visit: Visit): Promise<void> {
  const { server, association } = visit
  for (const table of [...(await tablesOf(visit)), 'sessions'])
    await server.query(`delete from ${table} where association = ?`, [association])
  await storeReleases(server, [])
}

/** Tables whose rows are an association's; but for its sessions, which only being asked moves. */
async function tablesOf({ server }: Visit): Promise<string[]> {
  const tables = await server.query(
    `select m.name as "name" from sqlite_master m join pragma_table_info(m.name) c
     where m.type = 'table' and c.name = 'association' and m.name <> 'sessions' order by m.name`,
  )
  if (tables.length < 8) throw new Error('an association has rows in eight tables')
  return tables.map(({ name }) => String(name))
}

async function valuesOf(visit: Visit): Promise<[table: string, values: unknown[]][]> {
  const values: [string, unknown[]][] = []
  for (const table of await tablesOf(visit)) {
    const rows = await visit.server.query(`select * from ${table} where association = ?`, [visit.association])
    for (const row of rows) values.push([table, Object.values(row)])
  }
  return values
}

const asBase64 = (value: unknown): unknown =>
  value instanceof ArrayBuffer ? Buffer.from(value).toString('base64') : value

/** Every row that is an association's, as text. */
export const ownRows = async (visit: Visit): Promise<string> =>
  JSON.stringify((await valuesOf(visit)).map(([table, values]) => [table, values.map(asBase64)]))

const MARK_CHARS = 40

/** What would show in an answer that something of this association's is in it: digests, keys, pieces of what is sealed. */
export async function ownMarks(visit: Visit): Promise<string[]> {
  const texts = (await valuesOf(visit)).flatMap(([, values]) => values.map(asBase64))
  const long = texts.filter((text) => typeof text === 'string' && text.length >= MARK_CHARS)
  return (long as string[]).map((text) => text.slice(-MARK_CHARS))
}

/** The keys of every row that is an association's. */
export async function ownIds(visit: Visit): Promise<number[]> {
  const ids: number[] = []
  for (const table of await tablesOf(visit)) {
    const rows = await visit.server.query(`select * from ${table} where association = ?`, [visit.association])
    ids.push(...rows.flatMap(({ id }) => (id === undefined ? [] : [Number(id)])))
  }
  return ids
}
