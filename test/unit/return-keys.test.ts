// What a return code opens today, it opens for ever: every key is compared with one computed by other software and kept.
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { argon2InPlainCode, argon2InWasm, CODE_COST, type Argon2 } from '../../src/crypto/argon2.ts'
import { makeCode } from '../../src/crypto/code-spelling.ts'
import { clamped, signEd25519, x25519PublicKey } from '../../src/crypto/curve-keys.ts'
import { verifyEd25519 } from '../../src/crypto/ed25519.ts'
import { fromHex, toBase64, toHex, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { deriveReturnKeys, type ReturnKeys } from '../../src/crypto/return-keys.ts'
import { MailboxId } from '../../src/protocol/shapes.ts'

interface Vector {
  secret: string
  fr: string[]
  en: string[]
  auth: { secret: string; public: string }
  write: string
  mailbox: string
  links: string
  certificate: string
  secretKey: string
}

const vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, '../vectors/return-keys_balise.json'), 'utf8'),
) as Vector[]

const bytes = (hex: string): Bytes => fromHex(hex) ?? new Uint8Array()

const asKept = ({ auth, write, mailbox, links, certificate, secretKey }: ReturnKeys) => ({
  auth: { secret: toHex(auth.secret), public: toHex(auth.public) },
  write: toHex(write),
  mailbox,
  links: toHex(links),
  certificate: toBase64(certificate),
  secretKey: toBase64(secretKey),
})

describe.each(vectors)('the code that begins with $fr.0', ({ secret, fr, en, ...kept }) => {
  it('is spelled as it was', () => {
    expect(makeCode(bytes(secret))).toEqual({ fr, en })
  })

  it.each<[string, Argon2]>([
    ['with WebAssembly', argon2InWasm(CODE_COST)],
    ['without it', argon2InPlainCode(CODE_COST, () => {})],
  ])('gives the same keys as ever, %s', async (_, argon2) => {
    expect(kept).toMatchObject(asKept(await deriveReturnKeys(bytes(secret), argon2)))
  })
})

describe('the keys of a code', () => {
  /** Quick to compute, and another for each password: what comes after is under test. */
  const cheap: Argon2 = async (password) => new Uint8Array(await crypto.subtle.digest('SHA-256', password))

  it('are all different, and others for another code', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(async (last) => asKept(await deriveReturnKeys(new Uint8Array(10).fill(last), cheap))),
    )
    const values = [one, other].flatMap((kept) =>
      Object.values({ ...kept, auth: kept?.auth.secret, seen: kept?.auth.public }),
    )
    expect(values.length).toBe(14)
    expect(new Set(values).size).toBe(14)
    expect(v.is(MailboxId, one?.mailbox)).toBe(true)
  })

  it('can be handed from a Worker to a page', async () => {
    const keys = await deriveReturnKeys(bytes('00112233445566778899'), cheap)
    expect(structuredClone(keys)).toEqual(keys)
  })

  it('sign so that the server believes it, and always alike', async () => {
    const { auth } = await deriveReturnKeys(bytes('00112233445566778899'), cheap)
    const message = utf8('Balise\naction: read mailbox')
    const signature = await signEd25519(auth.secret, message)
    expect(signature.length).toBe(64)
    expect(await signEd25519(auth.secret, message)).toEqual(signature)
    expect(await verifyEd25519(auth.public, signature, message)).toBe(true)
    expect(await verifyEd25519(auth.public, signature, utf8('Balise\naction: erase mailbox'))).toBe(false)
  })

  it('tell how far they are, where the phone needs long', async () => {
    const heard: number[] = []
    await argon2InPlainCode(CODE_COST, (part) => heard.push(part))(
      utf8('a password'),
      utf8('a salt of its own'),
    )
    expect(heard.length).toBeGreaterThan(100)
    expect(heard).toEqual(heard.toSorted((one, other) => one - other))
    expect(heard.at(-1)).toBe(1)
  })
})

describe('the public side of X25519', () => {
  it('is that of WebCrypto, whatever the secret', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (random) => {
        const scalar = clamped(random)
        expect([(scalar[0] ?? 0) & 7, (scalar[31] ?? 0) & 0xc0]).toEqual([0, 0x40])
        const pkcs8 = bytes(`302e020100300506032b656e04220420${toHex(random as Bytes)}`)
        const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'X25519' }, true, ['deriveBits'])
        const { x = '' } = await crypto.subtle.exportKey('jwk', key)
        expect(Buffer.from(x, 'base64url').toString('hex')).toBe(toHex(x25519PublicKey(scalar)))
      }),
      { numRuns: 30 },
    )
  })
})
