// What docs/protocol.md says is what the code does: everything another program computed from that page alone, computed here again, and
// read back. The vectors were made by Python's standard library, and by gpg.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { argon2InWasm, CODE_COST, TEAM_COST } from '../../src/crypto/argon2.ts'
import { announcedBits, recogniseChallenge, type ChallengePurpose } from '../../src/crypto/challenge.ts'
import { makeCode, readCode, secretOf } from '../../src/crypto/code-spelling.ts'
import { placeOf } from '../../src/crypto/code-words.ts'
import { ed25519PublicKey, signEd25519 } from '../../src/crypto/curve-keys.ts'
import { derivedFrom } from '../../src/crypto/derive.ts'
import { verifyEd25519 } from '../../src/crypto/ed25519.ts'
import { fromBase64, fromHex, toBase64, toHex, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { holdSecretsOf } from '../../src/crypto/holds.ts'
import { holdOf, ownMac, threadOf, tokenOf } from '../../src/crypto/links.ts'
import { locatorOf } from '../../src/crypto/lock.ts'
import {
  dayNumbered,
  joinCells,
  MAILBOX_PAGE_BYTES,
  readPage,
  splitIntoCells,
  writePage,
} from '../../src/crypto/mailbox-page.ts'
import { mailboxOf } from '../../src/crypto/mailbox-id.ts'
import { decryptUnder, readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import { padText } from '../../src/crypto/padding.ts'
import { checkSolutions, solveProof, splitProof } from '../../src/crypto/proof-of-work.ts'
import { deriveReturnKeys } from '../../src/crypto/return-keys.ts'
import { sealedLength } from '../../src/crypto/seal-parts.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { rootOfWords, type WordsUse } from '../../src/crypto/team-words.ts'
import { verifySignedDirectory } from '../../src/directory/verify-directory.ts'
import {
  erasureDetail,
  mailboxStatement,
  readDetail,
  writeDetail,
  type MailboxAction,
} from '../../src/protocol/mailbox-statement.ts'
import { AssociationAnswer } from '../../src/protocol/thread.ts'
import { isSignedBy } from '../../src/sealing/sign-contents.ts'
import { tokenHashOf } from '../../src/sealing/token-hash.ts'

interface Vectors {
  codes: {
    secret: string
    places: number[]
    argon2id: string
    hkdf: Record<'auth' | 'write' | 'pgp-sign' | 'pgp-enc' | 'links', string>
    authPublic: string
    mailbox: string
    association: string
    thread: string
    tokens: [string, string, string]
    tokenHashes: string[]
    hold: string
    holdSecrets: string[]
    holdHashes: string[]
    ownJson: string
    ownMac: string
  }[]
  teamWords: {
    use: WordsUse
    secret: string
    argon2id: string
    what: string
    locator: string
    locatorHash: string
    lockKey: string
  }[]
  texts: { jsonBytes: number; paddedBytes: number | null; sha256: string | null }[]
  files: { bytes: number; sealedBytes: number }[]
  serverSecret: string
  proofs: {
    purpose: ChallengePurpose
    bits: number
    expiresAt: number
    challenge: string
    proof: string
  }[]
  sealed: string
  statements: { action: MailboxAction; detail: string; text: string; signature: string }[]
  page: { bytes: number; sha256: string }
  directory: { seeds: string[]; text: string; signatures: { root: string; signature: string }[] }
}

const FOLDER = join(import.meta.dirname, '../vectors')
const read = <Kind>(name: string): Kind => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Kind
const vectors = read<Vectors>('protocol_python.json')

const bytes = (hex: string): Bytes => fromHex(hex) ?? new Uint8Array()
const base64 = (text: string): Bytes => fromBase64(text) ?? new Uint8Array()
const digest = (whole: Uint8Array): string => toHex(sha256(whole))

describe.each(vectors.codes)('the return code of $secret', (kept) => {
  const links = bytes(kept.hkdf.links)

  it('is spelled by these places of the word lists, and read back from its words', () => {
    const { fr, en } = makeCode(bytes(kept.secret))
    expect(fr.map((word) => placeOf('fr', word.normalize('NFKD').replaceAll(/\p{M}/gu, '')))).toEqual(
      kept.places,
    )
    expect(en.map((word) => placeOf('en', word))).toEqual(kept.places)
    const again = readCode(fr.join(' '), 'fr')
    expect(again.ok && toHex(secretOf(again.value) ?? new Uint8Array())).toBe(kept.secret)
  })

  it('opens these keys and this mailbox', async () => {
    const root = await argon2InWasm(CODE_COST)(bytes(kept.secret), utf8('balise return code 1'))
    expect(toHex(root)).toBe(kept.argon2id)
    for (const [label, derived] of Object.entries(kept.hkdf)) {
      expect([label, toHex(await derivedFrom(root, label))]).toEqual([label, derived])
    }
    const keys = await deriveReturnKeys(bytes(kept.secret), async () => root)
    expect([toHex(keys.auth.public), keys.mailbox, toHex(keys.links)]).toEqual([
      kept.authPublic,
      kept.mailbox,
      kept.hkdf.links,
    ])
    expect(mailboxOf(bytes(kept.authPublic), sha256(bytes(kept.hkdf.write)))).toBe(kept.mailbox)
  })

  it('finds its thread, its envelopes and what keeps its files', async () => {
    const { association } = kept
    expect(await threadOf(links, association)).toBe(kept.thread)
    const tokens = await Promise.all([0, 1, 63].map((number) => tokenOf(links, association, number)))
    expect(tokens).toEqual(kept.tokens)
    expect(await Promise.all(tokens.map(tokenHashOf))).toEqual(kept.tokenHashes)
    expect(await holdOf(links, association, 0)).toBe(kept.hold)
    const secrets = await holdSecretsOf(kept.hold, 3)
    expect(secrets).toEqual(kept.holdSecrets)
    expect(secrets.map((secret) => digest(bytes(secret)))).toEqual(kept.holdHashes)
    expect(await ownMac(links, kept.ownJson)).toBe(kept.ownMac)
  })
})

describe.each(vectors.teamWords)('a team’s words as $use', (kept) => {
  it('are found, and open, by what follows from them', async () => {
    const root = await rootOfWords(bytes(kept.secret), kept.use, argon2InWasm(TEAM_COST))
    expect(toHex(root)).toBe(kept.argon2id)
    expect(await locatorOf(root, kept.what)).toBe(kept.locator)
    expect(digest(utf8(kept.locator))).toBe(kept.locatorHash)
    expect(toHex(await derivedFrom(root, `${kept.what} lock`))).toBe(kept.lockKey)
  })
})

describe('lengths', () => {
  it.each(vectors.texts)('a text of $jsonBytes bytes', ({ jsonBytes, paddedBytes, sha256: kept }) => {
    const text = `"${'a'.repeat(jsonBytes - 2)}"`
    const padded = padText(utf8(text))
    expect([padded?.length ?? null, padded && digest(padded)]).toEqual([paddedBytes, kept])
    if (padded) expect(JSON.parse(new TextDecoder().decode(padded))).toBe(JSON.parse(text))
  })

  it.each(vectors.files)('a file of $bytes bytes', ({ bytes: length, sealedBytes }) => {
    expect(sealedLength(length)).toBe(sealedBytes)
  })
})

describe.each(vectors.proofs)('a proof for $purpose at $bits bits', (kept) => {
  it('is made of the same counters, and believed', () => {
    expect(announcedBits(kept.challenge)).toBe(kept.bits)
    expect(solveProof(kept.challenge, sha256)).toBe(kept.proof)
    const { purpose, bits, expiresAt } = kept
    const known = recogniseChallenge(bytes(vectors.serverSecret), purpose, kept.challenge)
    expect(known).toMatchObject({ purpose, bits, expiresAt })
    const parts = splitProof(kept.proof)
    expect(parts && checkSolutions(parts.challenge, bits, parts.solutions, sha256)).toBe(true)
  })

  it('is not when one counter of it, or what it was issued for, is another', () => {
    const parts = splitProof(kept.proof)
    const other = parts?.solutions.with(3, (parts.solutions[3] ?? 0) ^ 1) ?? new Uint8Array()
    expect(checkSolutions(kept.challenge, Math.max(1, kept.bits), other, sha256)).toBe(false)
    expect(recogniseChallenge(bytes(vectors.serverSecret), 'sign-in', kept.challenge)).toBeNull()
  })
})

describe.each(vectors.statements)('what a mailbox’s key signs: $action, of $detail', (kept) => {
  const [code] = vectors.codes

  it('is this text under this signature, and no other', async () => {
    const challenge = vectors.proofs[2]?.challenge ?? ''
    const detail = {
      read: readDetail({ after: kept.detail === 'start' ? null : kept.detail }),
      erase: erasureDetail({ messages: kept.detail === 'all' ? 'all' : kept.detail.split(' ') }),
      write: writeDetail({ keep: 'pause' }, digest(utf8(vectors.sealed))),
    }[kept.action]
    expect(mailboxStatement(kept.action, code?.mailbox ?? '', challenge, detail)).toBe(kept.text)
    const made = await signEd25519(bytes(code?.hkdf.auth ?? ''), utf8(kept.text))
    expect(toBase64(made)).toBe(kept.signature)
    const key = bytes(code?.authPublic ?? '')
    expect(await verifyEd25519(key, base64(kept.signature), utf8(kept.text))).toBe(true)
    expect(await verifyEd25519(key, base64(kept.signature), utf8(`${kept.text} `))).toBe(false)
  })
})

it('a page of a mailbox has this form, and gives its messages back', () => {
  const [short, long] = [
    new Uint8Array(4245).fill(1),
    Uint8Array.from({ length: 16_539 }, (_, at) => at % 251),
  ]
  const cellsOf = (message: number, sealed: Bytes, since: number) =>
    splitIntoCells(sealed).map((content, cell, all) => ({
      message,
      cell,
      cells: all.length,
      receivedOn: dayNumbered(since),
      keptUntil: dayNumbered(since + 90),
      bytes: content,
    }))
  const cells = [...cellsOf(7, short, 20_000), ...cellsOf(2 ** 52 + 1, long, 20_001)]
  const decoys = Array.from({ length: 11 }, (_, at) => new Uint8Array(20 + 4245).fill(at + 1))
  const page = writePage(cells, false, decoys)
  expect([page.length, MAILBOX_PAGE_BYTES, digest(page)]).toEqual([
    vectors.page.bytes,
    vectors.page.bytes,
    vectors.page.sha256,
  ])
  const back = readPage(page)
  expect(joinCells(back?.cells ?? []).map(({ id, sealed }) => [id, digest(sealed)])).toEqual([
    ['7', digest(short)],
    [String(2 ** 52 + 1), digest(long)],
  ])
})

describe('a directory', () => {
  const { seeds, text, signatures } = vectors.directory
  const at = Date.parse('2026-10-01')

  it('is believed under these two signatures, which the same roots make again', async () => {
    const verdict = await verifySignedDirectory(utf8(text), utf8(JSON.stringify({ signatures })), at)
    expect(verdict).toMatchObject({ ok: true, value: { version: 3 } })
    for (const [index, { root, signature }] of signatures.entries()) {
      const seed = bytes(seeds[index] ?? '')
      expect(toHex(await ed25519PublicKey(seed))).toBe(root)
      expect(toBase64(await signEd25519(seed, utf8(text)))).toBe(signature)
    }
  })

  it('is not when a byte changed, or one root alone signed', async () => {
    const judge = (words: string, kept: typeof signatures) =>
      verifySignedDirectory(utf8(words), utf8(JSON.stringify({ signatures: kept })), at)
    const few = { ok: false, reason: 'too-few-signatures' }
    expect(await judge(text.replace('"version": 3', '"version": 4'), signatures)).toEqual(few)
    expect(await judge(text, signatures.slice(0, 1))).toEqual(few)
  })
})

describe('what gpg made or opened', () => {
  it('a file in one part opens under its session key to exactly these bytes', async () => {
    const {
      sessionKey,
      sha256: kept,
      bytes: length,
      message,
    } = read<{
      sessionKey: string
      sha256: string
      bytes: number
      message: string
    }>('attachment_balise.json')
    const sealed = base64(message)
    expect(sealed.length).toBe(sealedLength(length))
    const opened = await decryptUnder(bytes(sessionKey), sealed)
    expect([opened.length, digest(opened)]).toEqual([length, kept])
  })

  it('an answer that gpg signed is its association’s, and no more once a word of it changed', async () => {
    const certificate = await readArmoredCertificate(
      readFileSync(join(FOLDER, 'certificate_gpg.asc'), 'utf8'),
    )
    if (!certificate) throw new Error('certificate_gpg.asc is not read')
    const answer = read<AssociationAnswer>('answer_gpg.json')
    expect(v.is(AssociationAnswer, answer)).toBe(true)
    expect(await isSignedBy(certificate, answer)).toBe(true)
    const { signature, text, ...rest } = answer
    expect(await isSignedBy(certificate, { ...rest, text: `${text} `, signature })).toBe(false)
    expect(await isSignedBy(certificate, { text, ...rest, signature })).toBe(false)
  })
})
