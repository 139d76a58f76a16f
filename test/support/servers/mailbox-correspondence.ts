// What the holders of return codes, and those who write to them, do to a server in runtime tests. Keys are made anew for each; the
// cryptography is the product's own, and no state is kept.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { fromBase64Url, toBase64, toHex, utf8, type Bytes } from '../../../src/crypto/encoding.ts'
import { mailboxOf } from '../../../src/crypto/mailbox-id.ts'
import { joinCells, readPage, cursorAfter, type MailboxItem } from '../../../src/crypto/mailbox-page.ts'
import { encryptTo, readArmoredCertificate } from '../../../src/crypto/openpgp.ts'
import { randomBytes } from '../../../src/crypto/random.ts'
import { sha256 } from '../../../src/crypto/sha256.ts'
import {
  erasureDetail,
  mailboxStatement,
  readDetail,
  writeDetail,
  type Keeping,
  type MailboxErasure,
  type MailboxMessage,
  type MailboxRead,
} from '../../../src/protocol/mailbox.ts'
import type { MailboxAction } from '../../../src/protocol/mailbox-statement.ts'
import { postJson, solvedProof } from './correspondence.ts'
import type { RunningServer } from './running-server.ts'

type Server = Pick<RunningServer, 'origin' | 'secret' | 'federation'>

/** Someone who holds a return code: a mailbox, and the keys to it. */
export interface Holder {
  mailbox: string
  key: KeyObject
  auth: Bytes
  write: Bytes
}

export function makeHolder(): Holder {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const auth = fromBase64Url(publicKey.export({ format: 'jwk' }).x ?? '') ?? new Uint8Array()
  const write = randomBytes(32)
  return { mailbox: mailboxOf(auth, sha256(write)), key: privateKey, auth, write }
}

/** A sealed message of one of the sealed sizes, to whichever of the federation's keys: the server does not look. */
export async function sealedMessage(server: Server, bytes = 4096): Promise<Bytes> {
  const certificate = await readArmoredCertificate(server.federation.associations[0]?.certificate ?? '')
  if (!certificate) throw new Error('a certificate of the federation reads')
  return encryptTo(certificate, randomBytes(bytes))
}

export const mailboxProof = (server: Pick<Server, 'secret'>, expiresIn?: number, bits?: number): string =>
  solvedProof(server as RunningServer, expiresIn, bits, 'mailbox')

export const messageBody = (
  { mailbox, auth, write }: Holder,
  sealed: Uint8Array,
  more: Partial<MailboxMessage> = {},
): string =>
  JSON.stringify({
    version: 1,
    mailbox,
    auth: toBase64(auth),
    write: toBase64(write),
    keep: 'message',
    sealed: toBase64(sealed),
    signature: null,
    ...more,
  } satisfies MailboxMessage)

/** What only the mailbox's owner may leave, signed for this proof. */
export function ownBody(
  holder: Holder,
  proof: string,
  sealed: Uint8Array,
  keep: Exclude<Keeping, 'message'>,
  lies: Lies = {},
): string {
  const detail = writeDetail({ keep }, toHex(sha256(utf8(toBase64(sealed)))))
  const honest = { action: 'write', challenge: challengeOf(proof), detail } as const
  return messageBody(holder, sealed, { keep, signature: shown(holder, honest, lies).signature })
}

/** `null` for no proof at all. */
export const postTo = (
  server: Server,
  path: 'messages' | 'reads' | 'erasures',
  body: string,
  proof: string | null,
): Promise<Response> =>
  postJson(server as RunningServer, `/api/mailbox-${path}`, body, proof === null ? {} : { Proof: proof })

export const leave = (
  server: Server,
  holder: Holder,
  sealed: Uint8Array,
  keep: Keeping = 'message',
): Promise<Response> => {
  const proof = mailboxProof(server)
  const body = keep === 'message' ? messageBody(holder, sealed) : ownBody(holder, proof, sealed, keep)
  return postTo(server, 'messages', body, proof)
}

/** What a holder signs otherwise than honestly. */
export interface Lies {
  action?: MailboxAction
  challenge?: string
  detail?: string
  key?: KeyObject
}

function shown({ mailbox, key, auth, write }: Holder, honest: Required<Omit<Lies, 'key'>>, lies: Lies) {
  const { action, challenge, detail } = { ...honest, ...lies }
  const statement = mailboxStatement(action, mailbox, challenge, detail)
  const signature = toBase64(new Uint8Array(sign(null, utf8(statement), lies.key ?? key)))
  const writeHash = toHex(sha256(write))
  return { version: 1 as const, mailbox, auth: toBase64(auth), writeHash, signature }
}

const challengeOf = (proof: string): string => proof.slice(0, proof.lastIndexOf('.'))

export function readBody(
  holder: Holder,
  proof: string,
  after: string | null = null,
  lies: Lies = {},
): string {
  const honest = { action: 'read', challenge: challengeOf(proof), detail: readDetail({ after }) } as const
  return JSON.stringify({ ...shown(holder, honest, lies), after } satisfies MailboxRead)
}

export function erasureBody(
  holder: Holder,
  proof: string,
  messages: MailboxErasure['messages'],
  lies: Lies = {},
): string {
  const honest = {
    action: 'erase',
    challenge: challengeOf(proof),
    detail: erasureDetail({ messages }),
  } as const
  return JSON.stringify({ ...shown(holder, honest, lies), messages } satisfies MailboxErasure)
}

export function askPage(server: Server, holder: Holder, after: string | null = null): Promise<Response> {
  const proof = mailboxProof(server)
  return postTo(server, 'reads', readBody(holder, proof, after), proof)
}

export function erase(
  server: Server,
  holder: Holder,
  messages: MailboxErasure['messages'],
): Promise<Response> {
  const proof = mailboxProof(server)
  return postTo(server, 'erasures', erasureBody(holder, proof, messages), proof)
}

/** Every message, and how many cells each page held. */
export async function wholeMailbox(
  server: Server,
  holder: Holder,
): Promise<{ items: MailboxItem[]; pages: number[] }> {
  const cells = []
  const pages = []
  for (let after: string | null = null; ;) {
    const answer: Response = await askPage(server, holder, after)
    const page = readPage(new Uint8Array(await answer.arrayBuffer()))
    if (!page) throw new Error(`the mailbox answered ${answer.status}`)
    cells.push(...page.cells)
    pages.push(page.cells.length)
    const last = page.cells.at(-1)
    if (!page.more || !last) return { items: joinCells(cells), pages }
    after = cursorAfter(last)
  }
}
