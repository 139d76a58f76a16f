// Every endpoint as it is tried: its door, its schema, its size, and what an honest caller sends there. A test holds this list to the
// app's own.
import type * as v from 'valibot'
import { toBase64, toHex, utf8 } from '../../../src/crypto/encoding.ts'
import { randomHex } from '../../../src/crypto/random.ts'
import { sha256Hex } from '../../../src/crypto/sha256.ts'
import { signText } from '../../../src/crypto/openpgp-signatures.ts'
import { SealedCard } from '../../../src/protocol/card.ts'
import { CasePost, RecordPost, type SealedRecord } from '../../../src/protocol/case-file.ts'
import { Erasure, StatusQuestion, TokenChange } from '../../../src/protocol/envelope-status.ts'
import { Acknowledgement, OwnCopyEnvelope, SignIn, signInStatement } from '../../../src/protocol/inbox.ts'
import {
  MAX_CASE_POST_BYTES,
  MAX_COPY_BYTES,
  MAX_HOLDS_BYTES,
  MAX_INVITATION_BYTES,
  MAX_REQUEST_BYTES,
  MAX_SEALED_CHARS,
  MAX_SUBMISSION_BYTES,
  MAX_TEAM_CHANGE_BYTES,
  MAX_TOKENS_BYTES,
  STATUS_TOKENS,
} from '../../../src/protocol/limits.ts'
import { MailboxErasure, MailboxMessage, MailboxRead } from '../../../src/protocol/mailbox.ts'
import { NoticePost } from '../../../src/protocol/notices.ts'
import { HoldSecrets, PartHolds, UploadPermit } from '../../../src/protocol/parts.ts'
import { Submission } from '../../../src/protocol/submission.ts'
import {
  Invitation,
  InvitationAnswer,
  InvitationRead,
  InvitationRemoval,
  KeyBlob,
  KeyBlobRead,
  KeyBlobRemoval,
  TeamChange,
} from '../../../src/protocol/team.ts'
import { TemplatesPost } from '../../../src/protocol/templates.ts'
import { erasureBody, messageBody, readBody } from '../../support/servers/mailbox-correspondence.ts'
import { holdBody, permitBody } from '../../support/servers/part-sender.ts'
import { personOf } from '../../support/team-maker.ts'
import { casesNow, lastingChallenge, newEnvelope, noise, TEAM, type Role, type Visit } from './visit.ts'

/** What must be shown before a body is looked at. */
export type Door =
  | { kind: 'none' }
  | { kind: 'proof'; purpose: 'submission' | 'card' | 'mailbox' | 'upload' }
  | { kind: 'role'; roles: readonly Role[] }
  | { kind: 'permit' }

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As the app writes it. */
  path: string
  door: Door
  /** What an honest caller asks for, where it is not the path. */
  target?: (visit: Visit) => string
  body?: JsonBody
}

export interface JsonBody {
  schema: v.GenericSchema
  mostBytes: number
  /** A body that is taken, under this proof. */
  honest: (visit: Visit, proof: string) => unknown
}

const none: Door = { kind: 'none' }
const proof = (purpose: 'submission' | 'card' | 'mailbox' | 'upload'): Door => ({ kind: 'proof', purpose })
const roles = (...of: Role[]): Door => ({ kind: 'role', roles: of })
const staff = roles('officer', 'member')

const get = (path: string, door: Door, target?: (visit: Visit) => string): Endpoint => ({
  method: 'GET',
  path,
  door,
  ...(target ? { target } : {}),
})

const post = (
  path: string,
  door: Door,
  schema: v.GenericSchema,
  mostBytes: number,
  honest: JsonBody['honest'],
): Endpoint => ({ method: 'POST', path, door, body: { schema, mostBytes, honest } })

const tokensOf = ({ tokens }: Visit): string[] =>
  Array.from({ length: STATUS_TOKENS }, (_, at) => (at < 4 ? (tokens[at] ?? '') : randomHex(32)))

async function nextRecord(visit: Visit): Promise<SealedRecord> {
  const { head } = await casesNow(visit)
  return { number: head.number + 1, previous: head.digest, sealed: visit.sealed.record }
}

async function templatesNow({ server, cookies }: Visit): Promise<number> {
  const answer = await fetch(`${server.origin}/api/templates`, { headers: { Cookie: cookies.officer } })
  return ((await answer.json()) as { templates: { revision: number } | null }).templates?.revision ?? 0
}

async function signInBody({ server, team }: Visit): Promise<SignIn> {
  const challenge = lastingChallenge(server, 'sign-in')
  const statement = signInStatement(server.origin, TEAM, challenge)
  const signature = await signText(personOf(team, 'member').key, statement, Date.now())
  return { association: TEAM, challenge, signature }
}

export const ENDPOINTS: readonly Endpoint[] = [
  get('/api/challenge', none),
  post('/api/submissions', proof('submission'), Submission, MAX_SUBMISSION_BYTES, (visit) => ({
    version: 1,
    envelopes: [newEnvelope(visit)],
  })),
  get('/api/card-challenge', none),
  post('/api/cards', proof('card'), SealedCard, MAX_REQUEST_BYTES, ({ sealed }) => ({
    version: 1,
    sealed: sealed.card,
  })),
  get('/api/mailbox-challenge', none),
  post(
    '/api/mailbox-messages',
    proof('mailbox'),
    MailboxMessage,
    MAX_SEALED_CHARS + 512,
    ({ holder, sealed }) =>
      JSON.parse(messageBody(holder, new Uint8Array(Buffer.from(sealed.envelope, 'base64')))),
  ),
  post('/api/mailbox-reads', proof('mailbox'), MailboxRead, MAX_REQUEST_BYTES, ({ holder }, shown) =>
    JSON.parse(readBody(holder, shown)),
  ),
  post('/api/mailbox-erasures', proof('mailbox'), MailboxErasure, MAX_REQUEST_BYTES, ({ holder }, shown) =>
    JSON.parse(erasureBody(holder, shown, ['12345'])),
  ),
  get('/api/sign-in-challenge', none),
  post('/api/session', none, SignIn, MAX_REQUEST_BYTES, signInBody),
  { method: 'DELETE', path: '/api/session', door: none },
  get('/api/inbox', staff),
  post('/api/acknowledgements', staff, Acknowledgement, MAX_REQUEST_BYTES, ({ envelope }) => ({
    envelopes: [envelope],
  })),
  post('/api/copies', staff, OwnCopyEnvelope, MAX_COPY_BYTES, ({ sealed }) => ({
    version: 1,
    sealed: sealed.case,
  })),
  get('/api/team', roles('officer', 'member', 'recovery')),
  post(
    '/api/team',
    roles('officer', 'recovery'),
    TeamChange,
    MAX_TEAM_CHANGE_BYTES,
    ({ founding }) => founding,
  ),
  get('/api/key-blobs', staff),
  post('/api/key-blobs', staff, KeyBlob, MAX_REQUEST_BYTES, ({ tokens }) => ({
    locatorHash: tokens[1],
    way: 'words',
    blob: noise(300),
  })),
  post('/api/key-blobs/reads', none, KeyBlobRead, MAX_REQUEST_BYTES, ({ tokens }) => ({
    locator: tokens[0],
  })),
  post('/api/key-blobs/removals', staff, KeyBlobRemoval, MAX_REQUEST_BYTES, () => ({
    locatorHash: randomHex(32),
  })),
  get('/api/invitations', roles('officer')),
  post('/api/invitations', roles('officer'), Invitation, MAX_INVITATION_BYTES, ({ tokens, sealed }) => ({
    version: 1,
    locatorHash: sha256Hex(utf8(tokens[2] ?? '')),
    note: sealed.note,
  })),
  post('/api/invitations/reads', none, InvitationRead, MAX_REQUEST_BYTES, ({ tokens }) => ({
    locator: tokens[2],
  })),
  post('/api/invitations/answers', none, InvitationAnswer, MAX_INVITATION_BYTES, ({ tokens }) => ({
    version: 1,
    locator: tokens[2],
    member: 'A'.repeat(40),
    answer: noise(300),
    ways: [],
  })),
  post('/api/invitations/removals', roles('officer'), InvitationRemoval, MAX_REQUEST_BYTES, () => ({
    locatorHash: randomHex(32),
  })),
  get('/api/notices', roles('officer')),
  post('/api/notices', roles('officer'), NoticePost, MAX_REQUEST_BYTES, () => ({
    version: 1,
    address: 'veille@balise.example',
    locale: 'fr',
  })),
  get('/api/cases', staff),
  post('/api/cases', staff, CasePost, MAX_CASE_POST_BYTES, async (visit) => {
    const { cases } = await casesNow(visit)
    const known = cases.find((each) => each.case === visit.envelope)
    return {
      version: 1,
      case: visit.envelope,
      revision: (known?.revision ?? 0) + 1,
      sealed: visit.sealed.case,
      record: await nextRecord(visit),
    }
  }),
  get('/api/templates', staff),
  post('/api/templates', staff, TemplatesPost, MAX_CASE_POST_BYTES, async (visit) => ({
    version: 1,
    revision: (await templatesNow(visit)) + 1,
    sealed: visit.sealed.case,
    record: await nextRecord(visit),
  })),
  get('/api/records', staff),
  post('/api/records', staff, RecordPost, MAX_REQUEST_BYTES, async (visit) => ({
    version: 1,
    record: await nextRecord(visit),
  })),
  post('/api/envelope-status', none, StatusQuestion, MAX_TOKENS_BYTES, (visit) => ({
    version: 1,
    tokens: tokensOf(visit),
  })),
  post('/api/erasures', none, Erasure, MAX_TOKENS_BYTES, (visit) => ({
    version: 1,
    tokens: tokensOf(visit),
    only: 'unopened',
  })),
  post('/api/token-changes', none, TokenChange, MAX_TOKENS_BYTES, (visit) => ({
    version: 1,
    tokens: tokensOf(visit),
    newHashes: tokensOf(visit).toReversed(),
  })),
  get('/api/upload-challenge', none),
  post('/api/upload-permits', proof('upload'), UploadPermit, MAX_REQUEST_BYTES, () =>
    JSON.parse(permitBody(randomHex(32))),
  ),
  get('/api/parts/:sha256{[0-9a-f]{64}}', none, ({ part }) => `/api/parts/${part.sha256}`),
  {
    method: 'PUT',
    path: '/api/parts/:sha256{[0-9a-f]{64}}',
    door: { kind: 'permit' },
    target: ({ part }) => `/api/parts/${part.sha256}`,
  },
  post('/api/part-holds', none, PartHolds, MAX_HOLDS_BYTES, ({ permit, part }) =>
    JSON.parse(holdBody(permit, [part])),
  ),
  post('/api/part-holds/renewals', none, HoldSecrets, MAX_HOLDS_BYTES, ({ part }) => ({
    version: 1,
    secrets: [part.secret],
  })),
  post('/api/part-holds/releases', none, HoldSecrets, MAX_HOLDS_BYTES, () => ({
    version: 1,
    secrets: [randomHex(32)],
  })),
  get('/api/releases', none),
  get('/api/releases/datapackage.json', none),
  get('/api/releases/*', none, () => '/api/releases/act/2024.json'),
  get('/api/health', none),
]

/** Values that mean something to the server, for texts of each form. */
export function knownTo(visit: Visit): (form: RegExp) => readonly string[] {
  const { holder, sealed, tokens, team, part, permit } = visit
  const byForm = new Map<string, readonly string[]>([
    ['^[0-9a-f]{64}$', [...tokens, part.sha256, part.secret, permit, toHex(holder.write)]],
    ['^[A-Za-z0-9+/]+={0,2}$', Object.values(sealed)],
    ['^[A-Za-z0-9+/]{43}=$', [toBase64(holder.auth), toBase64(holder.write)]],
    ['^[a-z2-7]{26}$', [holder.mailbox]],
    ['^[1-9][0-9]{0,15}$', [visit.envelope, '1', '9007199254740993', '9999999999999999']],
    ['^[0-9A-F]{40}$', [visit.fingerprint, ...team.map(({ fingerprint }) => fingerprint)]],
    ['^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$', ['ecoute-sud', 'droits-nord', 'en-pause', TEAM]],
    ['^[0-9A-F]{16}$', ['0000000000000000']],
  ])
  return (form) => byForm.get(form.source) ?? []
}
