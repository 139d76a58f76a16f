// What victims and associations do to a server in runtime tests: seal, prove, post; sign in, list, acknowledge. It uses the
// product's own code for everything cryptographic, and keeps no state.
import { createHash } from 'node:crypto'
import { issueChallenge, type ChallengePurpose } from '../../../src/crypto/challenge.ts'
import { toBase64 } from '../../../src/crypto/encoding.ts'
import { encryptTo, readArmoredCertificate } from '../../../src/crypto/openpgp.ts'
import { signText } from '../../../src/crypto/openpgp-signatures.ts'
import { solveProof } from '../../../src/crypto/proof-of-work.ts'
import { randomBytes, randomHex } from '../../../src/crypto/random.ts'
import type { SealedEnvelope } from '../../../src/protocol/envelope.ts'
import type { InboxEnvelope, InboxPage } from '../../../src/protocol/inbox.ts'
import { signInStatement } from '../../../src/protocol/inbox.ts'
import { CHALLENGE_SLOT_SECONDS } from '../../../src/protocol/limits.ts'
import { unlockedKeyOf, type FederatedAssociation } from '../federation.ts'
import type { RunningServer } from './running-server.ts'

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** The association of a federation by its slug. */
export function holderOf(
  server: Pick<RunningServer, 'federation'>,
  association: string,
): FederatedAssociation {
  const holder = server.federation.associations.find((each) => each.association === association)
  if (!holder) throw new Error(`no ${association} in this federation`)
  return holder
}

/** An envelope of the smallest size for an association; the plaintext is whatever is given, padded with zeros. */
export async function sealedEnvelope(
  server: RunningServer,
  association: string,
  plaintext: Uint8Array = randomBytes(32),
  bytes = 4096,
): Promise<SealedEnvelope> {
  const holder = holderOf(server, association)
  const certificate = await readArmoredCertificate(holder.certificate)
  if (!certificate) throw new Error('a certificate of the federation reads')
  const padded = new Uint8Array(bytes)
  padded.set(plaintext)
  return {
    association,
    keyFingerprint: holder.fingerprint,
    sealed: toBase64(await encryptTo(certificate, padded)),
    tokenHash: randomHex(32),
  }
}

export const bodyOf = (...envelopes: SealedEnvelope[]): string => JSON.stringify({ version: 1, envelopes })

/** The same sealed bytes under a new token: another person's envelope, as far as a server can tell. */
export const asAnother = (envelope: SealedEnvelope): SealedEnvelope => ({
  ...envelope,
  tokenHash: randomHex(32),
})

/** A solved challenge that this server would have issued, without asking for it. */
export const solvedProof = (
  server: RunningServer,
  expiresIn = CHALLENGE_SLOT_SECONDS,
  bits = 0,
  purpose: ChallengePurpose = 'submission',
): string =>
  solveProof(
    issueChallenge(server.secret, {
      purpose,
      bits,
      expiresAt: Math.floor(Date.now() / 1000) + expiresIn,
    }),
    hash,
  )

/** A challenge asked for and solved, as a phone does. */
export async function askedProof(server: RunningServer): Promise<string> {
  const answer = (await (await fetch(`${server.origin}/api/challenge`)).json()) as { challenge: string }
  return solveProof(answer.challenge, hash)
}

export const submit = (
  server: RunningServer,
  body: RequestInit['body'],
  proof: string | null,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${server.origin}/api/submissions`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(proof === null ? {} : { Proof: proof }),
      ...headers,
    },
    body: body ?? null,
  })

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

export async function signInChallenge(server: RunningServer): Promise<string> {
  const answer = await fetch(`${server.origin}/api/sign-in-challenge`)
  return ((await answer.json()) as { challenge: string }).challenge
}

/** A sign-in body, honest unless the options say otherwise. */
export async function signInBody(
  server: RunningServer,
  holder: FederatedAssociation,
  lies: { challenge?: string; origin?: string; association?: string } = {},
): Promise<string> {
  const challenge = lies.challenge ?? (await signInChallenge(server))
  const association = lies.association ?? holder.association
  const statement = signInStatement(lies.origin ?? server.origin, association, challenge)
  const signature = await signText(await unlockedKeyOf(holder), statement, Date.now())
  return JSON.stringify({ association, challenge, signature })
}

export const postJson = (
  server: RunningServer,
  path: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  })

/** Signs in and returns the Cookie header's value. */
export async function signIn(server: RunningServer, association: string): Promise<string> {
  const answer = await postJson(
    server,
    '/api/session',
    await signInBody(server, holderOf(server, association)),
  )
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 204 || !cookie) throw new Error(`sign-in answered ${answer.status}`)
  return cookie
}

export async function inboxPage(server: RunningServer, cookie: string, before?: string): Promise<InboxPage> {
  const query = before === undefined ? '' : `?before=${before}`
  const answer = await fetch(`${server.origin}/api/inbox${query}`, { headers: { Cookie: cookie } })
  if (answer.status !== 200) throw new Error(`the inbox answered ${answer.status}`)
  return (await answer.json()) as InboxPage
}

/** Every envelope of an inbox, page after page. */
export async function wholeInbox(server: RunningServer, cookie: string): Promise<InboxEnvelope[]> {
  const all: InboxEnvelope[] = []
  let next: string | null = null
  do {
    const page: InboxPage = await inboxPage(server, cookie, next ?? undefined)
    all.push(...page.envelopes)
    next = page.next
  } while (next !== null)
  return all
}
