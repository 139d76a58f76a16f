// Everything that is not a sealed report for an association of the directory is refused with its code, kept nowhere and echoed nowhere.
import { createMessage, encrypt, readKey } from 'openpgp'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64, utf8 } from '../../../src/crypto/encoding.ts'
import { issueChallenge } from '../../../src/crypto/challenge.ts'
import { randomBytes } from '../../../src/crypto/random.ts'
import type { ErrorCode } from '../../../src/protocol/error-codes.ts'
import type { SealedEnvelope } from '../../../src/protocol/envelope.ts'
import {
  asAnother,
  bodyOf,
  holderOf,
  sealedEnvelope,
  solvedProof,
  submit,
} from '../../support/servers/correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { PAUSED, storedCount, type House } from './house.ts'

const SENTINEL = 'sentinelle-Qz7'

interface Attempt {
  body: RequestInit['body']
  /** Undefined for an honest one. */
  proof?: string | null
  headers?: Record<string, string>
}

const refused: [
  what: string,
  code: ErrorCode,
  status: number,
  attempt: (s: RunningServer) => Promise<Attempt>,
][] = [
  [
    'a plaintext report',
    'invalid-shape',
    400,
    async () => ({ body: JSON.stringify({ narrative: SENTINEL }) }),
  ],
  [
    'a plaintext in the place of the ciphertext',
    'not-sealed',
    422,
    async (s) => ({
      body: bodyOf({ ...(await sealedEnvelope(s, 'ecoute-sud')), sealed: toBase64(utf8(SENTINEL)) }),
    }),
  ],
  [
    'a second spelling of one envelope',
    'not-sealed',
    422,
    async (s) => {
      const envelope = await sealedEnvelope(s, 'ecoute-sud')
      const respelt = fromBase64(envelope.sealed) ?? new Uint8Array()
      // The top bit of the point, which opening ignores.
      respelt[2 + 44] = (respelt[2 + 44] ?? 0) | 0x80
      return { body: bodyOf({ ...envelope, sealed: toBase64(respelt) }) }
    },
  ],
  ['a literal data packet', 'not-sealed', 422, async (s) => ({ body: bodyOf(await literal(s)) })],
  [
    'text that is not base64',
    'invalid-shape',
    400,
    async (s) => ({ body: bodyOf({ ...(await sealedEnvelope(s, 'ecoute-sud')), sealed: `${SENTINEL} !` }) }),
  ],
  [
    'a recipient who is not of the directory',
    'wrong-recipient',
    422,
    async (s) => ({
      body: bodyOf({
        ...(await sealedEnvelope(s, 'ecoute-sud')),
        sealed: (await sealedEnvelope(s, 'droits-nord')).sealed,
      }),
    }),
  ],
  ['a second recipient', 'wrong-recipient', 422, async (s) => ({ body: bodyOf(await forTwo(s)) })],
  [
    'an unpadded envelope',
    'wrong-size',
    422,
    async (s) => ({ body: bodyOf(await sealedEnvelope(s, 'ecoute-sud', utf8(SENTINEL), 4095)) }),
  ],
  [
    'an envelope sealed to a key that was changed',
    'key-changed',
    409,
    async (s) => ({
      body: bodyOf({ ...(await sealedEnvelope(s, 'ecoute-sud')), keyFingerprint: 'A'.repeat(40) }),
    }),
  ],
  [
    'an association that is not in the directory',
    'association-unknown',
    422,
    async (s) => ({
      body: bodyOf({ ...(await sealedEnvelope(s, 'ecoute-sud')), association: 'sentinelle-qz7' }),
    }),
  ],
  [
    'a paused association',
    'association-paused',
    409,
    async (s) => ({ body: bodyOf(await sealedEnvelope(s, PAUSED)) }),
  ],
  [
    'one wrong envelope among right ones',
    'wrong-size',
    422,
    async (s) => ({
      body: bodyOf(
        await sealedEnvelope(s, 'ecoute-sud'),
        await sealedEnvelope(s, 'droits-nord', utf8(SENTINEL), 100),
      ),
    }),
  ],
  [
    'an association named twice',
    'invalid-shape',
    400,
    async (s) => {
      const envelope = await sealedEnvelope(s, 'ecoute-sud')
      return { body: bodyOf(envelope, asAnother(envelope)) }
    },
  ],
  [
    'one token for two envelopes',
    'invalid-shape',
    400,
    async (s) => {
      const [one, two] = [await sealedEnvelope(s, 'ecoute-sud'), await sealedEnvelope(s, 'droits-nord')]
      return { body: bodyOf(one, { ...two, tokenHash: one.tokenHash }) }
    },
  ],
  [
    'an unknown field',
    'invalid-shape',
    400,
    async (s) => ({
      body: JSON.stringify({
        version: 1,
        envelopes: [{ ...(await sealedEnvelope(s, 'ecoute-sud')), [SENTINEL]: SENTINEL }],
      }),
    }),
  ],
  ['no envelope at all', 'invalid-shape', 400, async () => ({ body: bodyOf() })],
  ['invalid JSON', 'invalid-json', 400, async () => ({ body: `{"version":1,"${SENTINEL}` })],
  [
    'bytes that are not UTF-8',
    'invalid-json',
    400,
    async () => ({ body: Uint8Array.of(0x22, 0xff, 0xfe, 0x22) }),
  ],
  ['an empty body', 'invalid-json', 400, async () => ({ body: '' })],
  [
    'ten megabytes',
    'too-large',
    413,
    async () => ({ body: `{"${SENTINEL}":"${'x'.repeat(10 * 1024 * 1024)}"}` }),
  ],
  [
    'ten megabytes that do not say how long they are',
    'too-large',
    413,
    async () => ({ body: endless(`${SENTINEL}${'x'.repeat(64 * 1024)}`, 160) }),
  ],
  [
    'another content type',
    'wrong-content-type',
    415,
    async (s) => ({
      body: bodyOf(await sealedEnvelope(s, 'ecoute-sud')),
      headers: { 'Content-Type': 'text/plain' },
    }),
  ],
  [
    'a missing proof',
    'proof-missing',
    403,
    async (s) => ({ body: bodyOf(await sealedEnvelope(s, 'ecoute-sud')), proof: null }),
  ],
  [
    'more than is allowed, and no proof: nobody reads it to the end to find out',
    'proof-missing',
    403,
    async () => ({ body: SENTINEL.repeat(2 ** 16), proof: null }),
  ],
  [
    'something that is no proof',
    'proof-invalid',
    403,
    async (s) => ({ body: bodyOf(await sealedEnvelope(s, 'ecoute-sud')), proof: SENTINEL }),
  ],
  [
    'a proof for another server',
    'proof-invalid',
    403,
    async (s) => ({
      body: bodyOf(await sealedEnvelope(s, 'ecoute-sud')),
      proof: solvedProof({ ...s, secret: randomBytes(32) }),
    }),
  ],
  [
    'a sign-in challenge in the place of a proof',
    'proof-invalid',
    403,
    async (s) => ({
      body: bodyOf(await sealedEnvelope(s, 'ecoute-sud')),
      proof: `${issueChallenge(s.secret, { purpose: 'sign-in', bits: 0, expiresAt: 4e9 })}.${'A'.repeat(86)}`,
    }),
  ],
  [
    'a proof whose difficulty was lowered',
    'proof-invalid',
    403,
    async (s) => ({
      body: bodyOf(await sealedEnvelope(s, 'ecoute-sud')),
      proof: solvedProof(s, 1800, 2).replace('submission.2.', 'submission.0.'),
    }),
  ],
  [
    'an expired proof',
    'proof-expired',
    403,
    async (s) => ({ body: bodyOf(await sealedEnvelope(s, 'ecoute-sud')), proof: solvedProof(s, -2) }),
  ],
  [
    'a proof that another body has spent',
    'proof-spent',
    409,
    async (s) => {
      const envelope = await sealedEnvelope(s, 'ecoute-sud')
      const proof = solvedProof(s)
      const first = await submit(s, bodyOf(envelope), proof)
      if (first.status !== 202) throw new Error('the first is kept')
      await s.query(`delete from envelopes where token_hash = '${envelope.tokenHash}'`)
      return { body: bodyOf(asAnother(envelope)), proof }
    },
  ],
]

/** A cleartext message as OpenPGP frames it: one literal data packet of 4245 bytes in all. */
async function literal(server: RunningServer): Promise<SealedEnvelope> {
  const message = await createMessage({ binary: utf8(SENTINEL.padEnd(4233, ' ')), filename: '' })
  return { ...(await sealedEnvelope(server, 'ecoute-sud')), sealed: toBase64(message.write()) }
}

async function forTwo(server: RunningServer): Promise<SealedEnvelope> {
  const keys = ['ecoute-sud', 'droits-nord'].map((each) => holderOf(server, each).certificate)
  const sealed = await encrypt({
    message: await createMessage({ binary: new Uint8Array(4096), filename: '' }),
    encryptionKeys: await Promise.all(keys.map((armoredKey) => readKey({ armoredKey }))),
    format: 'binary',
  })
  return { ...(await sealedEnvelope(server, 'ecoute-sud')), sealed: toBase64(sealed as Uint8Array) }
}

const endless = (text: string, times: number): ReadableStream<Uint8Array> => {
  let left = times
  return new ReadableStream({
    pull(controller) {
      if (left-- > 0) controller.enqueue(utf8(text))
      else controller.close()
    },
  })
}

export function refusalsSuite(house: House): void {
  describe('the server believes “already encrypted”: a submission is refused, kept nowhere and never echoed, when it holds', () => {
    it.each(refused)('%s (%s)', async (_what, code, status, attempt) => {
      const server = house()
      const { body, proof = solvedProof(server), headers } = await attempt(server)
      const before = await storedCount(house)
      const streamed = body instanceof ReadableStream ? { duplex: 'half' as const } : {}
      const answer = await fetch(`${server.origin}/api/submissions`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(proof === null ? {} : { Proof: proof }),
          ...headers,
        },
        body: body ?? null,
        ...streamed,
      })
      expect([answer.status, await answer.text()]).toEqual([status, JSON.stringify({ error: code })])
      expect(JSON.stringify([...answer.headers]).toLowerCase()).not.toContain('sentinelle')
      expect(await storedCount(house)).toBe(before)
      expect(server.logs().toLowerCase()).not.toContain('sentinelle')
    })
  })

  describe('an address', () => {
    it.each([
      ['GET', '/api/nothing-here'],
      ['POST', '/api/challenge/'],
      ['GET', '/api'],
      ['GET', '/api/submissions/sentinelle'],
    ])('that does not exist is not found: %s %s', async (method, path) => {
      const answer = await fetch(`${house().origin}${path}`, { method })
      expect([answer.status, await answer.text()]).toEqual([404, '{"error":"not-found"}'])
    })

    it.each([
      ['GET', '/api/submissions', 'POST'],
      ['PUT', '/api/submissions', 'POST'],
      ['POST', '/api/challenge', 'GET, HEAD'],
      ['POST', '/api/inbox', 'GET, HEAD'],
      ['GET', '/api/session', 'POST, DELETE'],
      ['OPTIONS', '/api/acknowledgements', 'POST'],
      ['DELETE', '/api/health', 'GET, HEAD'],
      ['POST', '/api/sign-in-challenge', 'GET, HEAD'],
    ])('says which methods it takes: %s %s', async (method, path, allow) => {
      const answer = await fetch(`${house().origin}${path}`, { method })
      expect([answer.status, await answer.text()]).toEqual([405, '{"error":"method-not-allowed"}'])
      expect(answer.headers.get('Allow')).toBe(allow)
    })

    it('answers HEAD as GET, without a body', async () => {
      const answer = await fetch(`${house().origin}/api/health`, { method: 'HEAD' })
      expect([answer.status, await answer.text()]).toEqual([200, ''])
    })
  })

  describe('the smallest envelope of the profile', () => {
    it('is what the refused ones above were made from: untouched, it is kept', async () => {
      const server = house()
      const envelope = await sealedEnvelope(server, 'ecoute-sud')
      expect(fromBase64(envelope.sealed)).toHaveLength(4096 + 149)
      expect((await submit(server, bodyOf(envelope), solvedProof(server))).status).toBe(202)
    })
  })
}
