// Key files as members really have them.
import { beforeAll, expect, test } from 'vitest'
import { utf8 } from '../../src/crypto/encoding.ts'
import { fingerprintOf, makeKey, readSecretKey } from '../../src/crypto/openpgp.ts'

let armored: string
let fingerprint: string

beforeAll(async () => {
  armored = (await makeKey('Écoute', 'une phrase', Date.now() - 60_000)).secretKey
  const key = await readSecretKey(utf8(armored))
  fingerprint = key ? fingerprintOf(key) : ''
})

const fingerprintIn = async (file: Uint8Array): Promise<string | null> => {
  const key = await readSecretKey(file)
  return key && fingerprintOf(key)
}

test('a key opens as it was exported, armored or binary', async () => {
  const binary = (await readSecretKey(utf8(armored)))?.write() ?? new Uint8Array()
  expect(fingerprint).toMatch(/^[0-9A-F]{40}$/)
  expect(await fingerprintIn(utf8(armored))).toBe(fingerprint)
  expect(await fingerprintIn(binary)).toBe(fingerprint)
})

test('a key saved by a Windows editor, with its byte order mark, opens too', async () => {
  expect(await fingerprintIn(utf8(`\uFEFF${armored}`))).toBe(fingerprint)
})

test('a key written by a Windows shell in UTF-16 opens too', async () => {
  expect(await fingerprintIn(new Uint8Array(Buffer.from(`\uFEFF${armored}`, 'utf16le')))).toBe(fingerprint)
})

test('a key pasted with blank lines around it opens too', async () => {
  expect(await fingerprintIn(utf8(`\n\n  ${armored}\n \n`))).toBe(fingerprint)
})

test('a picture, an empty file and a public key are no secret key, and nothing is thrown', async () => {
  const secret = await readSecretKey(utf8(armored))
  const publicKey = secret?.toPublic().armor() ?? ''
  expect(publicKey).toContain('PUBLIC KEY BLOCK')
  expect(await fingerprintIn(utf8(publicKey))).toBeNull()
  expect(await fingerprintIn(new Uint8Array())).toBeNull()
  expect(await fingerprintIn(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBeNull()
  expect(await fingerprintIn(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBeNull()
})
