// What people do to a server while something goes wrong: a report, a message, a card, a part of a file with its hold, an acknowledgement,
// a case. Each is sent as often as need be, the same body under the same proof, and can be looked for in the stores.
import { fromBase64, toBase64, type Bytes } from '../../src/crypto/encoding.ts'
import { readArmoredCertificate, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { randomBytes, randomHex } from '../../src/crypto/random.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import type { CasePage } from '../../src/protocol/case-file.ts'
import type { SealedEnvelope } from '../../src/protocol/envelope.ts'
import { casePost, casesOf, postCase } from '../support/case-writer.ts'
import { unlockedKeyOf } from '../support/federation.ts'
import { LILLE, sealCardTo } from '../support/observatory/cards.ts'
import {
  asAnother,
  bodyOf,
  holderOf,
  postJson,
  sealedEnvelope,
  signIn,
  solvedProof,
  submit,
} from '../support/servers/correspondence.ts'
import {
  makeHolder,
  mailboxProof,
  messageBody,
  postTo,
  sealedMessage,
} from '../support/servers/mailbox-correspondence.ts'
import {
  askPermit,
  fetchPart,
  holdAll,
  permitBody,
  sendPart,
  somePart,
  uploadProof,
} from '../support/servers/part-sender.ts'
import { asServer, type Served } from './served.ts'

/** Reports go to this one; what an association does is done by the other. */
export const WRITTEN_TO = 'ecoute-sud'
export const WORKING = 'droits-nord'

/** A piece of one of the sealed lengths, told apart by its end: a server cannot check that. */
function anotherEnd(sealed: Bytes): Bytes {
  const other = Uint8Array.from(sealed)
  other.set(randomBytes(500), other.length - 500)
  return other
}

/** What an association finds when a scenario begins: one more is the case it works on. */
const UNOPENED = 8

export interface Deed {
  /** What it leaves in a store, as `found` names it. */
  id: string
  kind: DeedKind
  /** Sends it, or sends it again. Every step of it must be answered well. */
  send(served: Served): Promise<Response>
}

export type DeedKind = 'report' | 'message' | 'card' | 'file' | 'acknowledgement' | 'case'
export const KINDS: readonly DeedKind[] = ['report', 'message', 'card', 'file']

/** What was sealed once for all deeds of a house. */
export interface Stock {
  envelope: SealedEnvelope
  message: Bytes
  card: Bytes
  /** An association that is signed in, what it did not open yet, and the case it works on. */
  cookie: string
  own: PrivateKey
  unopened: string[]
  caseId: string
  revision: number
  head: CasePage['head']
}

export async function stockFor(served: Served): Promise<Stock> {
  const server = asServer(served)
  const observatory = await readArmoredCertificate(served.federation.observatory.certificate)
  if (!observatory) throw new Error('a certificate of the federation reads')
  const theirs = await sealedEnvelope(server, WORKING)
  for (let sent = 0; sent <= UNOPENED; sent++) {
    const answer = await submit(server, bodyOf(asAnother(theirs)), solvedProof(server))
    if (answer.status !== 202)
      throw new Error(`what an association is to work on was answered ${answer.status}`)
  }
  const rows = await served.query(
    'select id from envelopes where association = ? and acknowledged_on is null and id not in (select id from case_files) limit ?',
    [WORKING, UNOPENED + 1],
  )
  const [caseId = '', ...unopened] = rows.map(({ id }) => String(id))
  const cookie = await signIn(server, WORKING)
  const { head } = await casesOf(server, cookie)
  return {
    envelope: await sealedEnvelope(server, WRITTEN_TO),
    message: await sealedMessage(server),
    card: await sealCardTo(observatory, LILLE),
    cookie,
    own: await unlockedKeyOf(holderOf(server, WORKING)),
    unopened,
    caseId,
    revision: 0,
    head,
  }
}

/** One deed of this kind that nobody did before; `cardProof` where a card is to come under a proof of the scenario's own. */
export function newDeed(
  served: Served,
  stock: Stock,
  kind: (typeof KINDS)[number],
  cardProof = solvedProof(asServer(served), undefined, 0, 'card'),
): Deed {
  if (kind === 'report') return reportOf(served, stock.envelope)
  if (kind === 'message') {
    const [sealed, holder, proof] = [anotherEnd(stock.message), makeHolder(), mailboxProof(served)]
    const body = messageBody(holder, sealed)
    return { kind, id: sha256Hex(sealed), send: (at) => postTo(at, 'messages', body, proof) }
  }
  if (kind === 'card') {
    const sealed = anotherEnd(stock.card)
    const body = JSON.stringify({ version: 1, sealed: toBase64(sealed) })
    return {
      kind,
      id: sha256Hex(sealed),
      send: (at) => postJson(asServer(at), '/api/cards', body, { Proof: cardProof }),
    }
  }
  const [part, permit] = [somePart(3000), randomHex(32)]
  const [body, proof] = [permitBody(permit), uploadProof(served)]
  return {
    kind,
    id: part.sha256,
    send: async (at) => {
      const asked = await askPermit(at, body, proof)
      if (!asked.ok) return asked
      const sent = await sendPart(at, part, permit)
      return sent.ok ? await holdAll(at, [part], permit) : sent
    },
  }
}

export function reportOf(served: Served, envelope: SealedEnvelope): Deed {
  const sealed = anotherEnd(fromBase64(envelope.sealed) ?? new Uint8Array())
  const body = bodyOf(asAnother({ ...envelope, sealed: toBase64(sealed) }))
  const proof = solvedProof(asServer(served))
  return { kind: 'report', id: sha256Hex(sealed), send: (at) => submit(asServer(at), body, proof) }
}
/** What a signed-in association does: it opened an envelope and says so. Null when there is none left that it did not. */
export function acknowledgementOf(stock: Stock): Deed | null {
  const id = stock.unopened.pop()
  if (id === undefined) return null
  const body = JSON.stringify({ envelopes: [id] })
  return {
    kind: 'acknowledgement',
    id,
    send: (at) => postJson(asServer(at), '/api/acknowledgements', body, { Cookie: stock.cookie }),
  }
}

/** The next revision of a case, with its record: each follows the one before, so the one before must be kept. */
export async function caseOf(stock: Stock): Promise<Deed> {
  const terms = { association: WORKING, key: stock.own, own: stock.own.toPublic() }
  const revision = (stock.revision += 1)
  const post = await casePost(terms, stock.caseId, revision, stock.head, { tags: [`${revision}`] })
  const digest = sha256Hex(fromBase64(post.record.sealed) ?? new Uint8Array())
  stock.head = { number: post.record.number, digest }
  return { kind: 'case', id: digest, send: (at) => postCase(asServer(at), stock.cookie, post) }
}

type Find = (served: Served) => Promise<string[]>

const digestsOf = (rows: readonly Record<string, unknown>[], column: string): string[] =>
  rows.map((row) => sha256Hex(new Uint8Array(row[column] as ArrayBuffer)))

/** What there is of each kind, one name for each time it is there. */
export const FOUND: Readonly<Record<DeedKind, Find>> = {
  report: async (at) => digestsOf(await at.query('select sealed from envelopes'), 'sealed'),
  message: async (at) => digestsOf(await at.query('select bytes from mailbox_cells'), 'bytes'),
  card: async (at) => digestsOf(await at.queryStatistics('select sealed from cards'), 'sealed'),
  file: async (at) => {
    const held = await at.query(
      'select p.sha256 from part_holds h join parts p on p.sha256 = h.part where p.leaving = 0',
    )
    const read = held.map(async ({ sha256 }) => {
      const answer = await fetchPart(at, { sha256: String(sha256) })
      // What cannot be opened as it was sent is not there.
      return sha256Hex(new Uint8Array(await answer.arrayBuffer()))
    })
    return await Promise.all(read)
  },
  acknowledgement: async (at) =>
    (await at.query('select id from envelopes where acknowledged_on is not null')).map(({ id }) =>
      String(id),
    ),
  case: async (at) => (await at.query('select digest from records')).map(({ digest }) => String(digest)),
}
