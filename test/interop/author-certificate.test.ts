// The key of a return code is one that the tools associations already have can seal to; its holder may open and sign with them too.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { decryptWith, encryptTo, readCertificate, readSecretKey } from '../../src/crypto/openpgp.ts'
import { signText } from '../../src/crypto/openpgp-signatures.ts'
import { liveTest } from './live-test.ts'
import { gpgUnattended, openBench, type Bench } from './tools.ts'

interface Vector {
  fingerprints: [primary: string, subkey: string]
  certificate: string
  secretKey: string
}

const [vector] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../vectors/return-keys_balise.json'), 'utf8'),
) as [Vector]
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))
const certificate = bytes(vector.certificate)
const secretKey = bytes(vector.secretKey)
const [primary, subkey] = vector.fingerprints

const WORDS = 'Vous pouvez venir mardi, à dix heures.\n'
const unattended = gpgUnattended('')

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const openHere = async (sealed: Uint8Array): Promise<string> => {
  const key = await readSecretKey(secretKey)
  return Buffer.from((key && (await decryptWith(key, sealed))) ?? []).toString()
}

const signedHere = async (): Promise<string> => {
  const key = await readSecretKey(secretKey)
  if (!key) throw new Error('the secret key is not read')
  return await signText(key, WORDS, Date.now() - 1000)
}

liveTest(['gpg'], 'GnuPG imports an author’s certificate, and what it seals to them opens here', async () => {
  bench.must('gpg', [...unattended, '--import', bench.file('author.pgp', certificate)])
  const listed = bench.must('gpg', ['--list-keys', '--with-colons']).toString()
  expect([...listed.matchAll(/^fpr:+([0-9A-F]{40}):$/gm)].map(([, found]) => found)).toEqual([
    primary,
    subkey,
  ])
  expect(bench.must('gpg', ['--check-sigs', '--with-colons', primary]).toString()).toMatch(/^sig:!:/m)
  const to = ['--trust-model', 'always', '--compress-algo', 'none', '--recipient', primary]
  const sealed = bench.must('gpg', [...unattended, ...to, '--encrypt'], WORDS)
  expect(await openHere(sealed)).toBe(WORDS)
})

liveTest(['gpg'], 'GnuPG opens with an author’s key what was sealed here, and signs with it', async () => {
  bench.must('gpg', [...unattended, '--import', bench.file('author.pgp', secretKey)])
  const sealed = await encryptTo(await readCertificate(certificate), Buffer.from(WORDS))
  expect(bench.must('gpg', [...unattended, '--decrypt', bench.file('a.pgp', sealed)]).toString()).toBe(WORDS)
  const signature = bench.must('gpg', [...unattended, '--local-user', primary, '--detach-sign'], WORDS)
  const files = [bench.file('words.sig', signature), bench.file('words', WORDS)]
  expect(bench.run('gpg', [...unattended, '--verify', ...files])).toMatchObject({ status: 0 })
})

liveTest(['gpg'], 'GnuPG believes what an author signed here, and nothing else', async () => {
  bench.must('gpg', [...unattended, '--import', bench.file('author.pgp', certificate)])
  const signature = bench.file('words.asc', await signedHere())
  const verify = (words: string) =>
    bench.run('gpg', [...unattended, '--verify', signature, bench.file('words', words)]).status
  expect(verify(WORDS)).toBe(0)
  expect(verify(`${WORDS} `)).not.toBe(0)
})

liveTest(
  ['sq'],
  'Sequoia reads an author’s key, seals to it, opens with it, and believes its signature',
  async () => {
    const [publicFile, secretFile] = [bench.file('a.pgp', certificate), bench.file('s.pgp', secretKey)]
    const shown = bench.must('sq', ['inspect', '--certifications', publicFile]).toString()
    expect(shown.replaceAll(' ', '')).toContain(primary)
    expect(shown).not.toMatch(/invalid|bad/i)
    const sealed = bench.must('sq', [
      'encrypt',
      '--compression',
      'none',
      '--recipient-cert',
      publicFile,
      bench.file('words', WORDS),
    ])
    expect(await openHere(unarmored(sealed))).toBe(WORDS)
    const ours = bench.file(
      'ours.pgp',
      await encryptTo(await readCertificate(certificate), Buffer.from(WORDS)),
    )
    expect(bench.must('sq', ['decrypt', '--recipient-key', secretFile, ours]).toString()).toBe(WORDS)
    const signature = bench.file('words.asc', await signedHere())
    const verify = (words: string) =>
      bench.run('sq', [
        'verify',
        '--signer-cert',
        publicFile,
        '--detached',
        signature,
        bench.file('told', words),
      ]).status
    expect(verify(WORDS)).toBe(0)
    expect(verify(`${WORDS} `)).not.toBe(0)
  },
)

/** sq writes armor; the packets are between its blank line and its checksum. */
function unarmored(message: Buffer): Uint8Array {
  const lines = message.toString().trim().split('\n')
  const data = lines.slice(lines.indexOf('') + 1, -1).filter((line) => !line.startsWith('='))
  return bytes(data.join(''))
}
