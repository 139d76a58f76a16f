// `node test/vectors/make-return-keys.ts`: what three return codes give, computed without a line of Balise's own cryptography: Node's
// Argon2, HKDF, hashes and curves. The OpenPGP bytes are ours; GnuPG reads them, and says the fingerprints.
// What is there is never made anew: a code must open for ever what it opened once.
import { argon2Sync, createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import { authorCertificate } from '../../src/crypto/author-certificate.ts'
import { gpgUnattended, openBench } from '../interop/tools.ts'

const SECRETS = ['00000000000000000000', '00010203040506070809', 'ffeeddccbbaa99887766']

const file = join(import.meta.dirname, 'return-keys_balise.json')
if (existsSync(file)) throw new Error(`${file} is there, and stays as it is`)

const sha256 = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()

const PREFIXES = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' }

function publicKey(curve: keyof typeof PREFIXES, secret: Uint8Array): Uint8Array<ArrayBuffer> {
  const key = Buffer.concat([Buffer.from(PREFIXES[curve], 'hex'), secret])
  const { x = '' } = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' })).export({
    format: 'jwk',
  })
  return Uint8Array.from(Buffer.from(x, 'base64url'))
}

function wordsOf(secret: Uint8Array, list: readonly string[]): string[] {
  const checksum = sha256(Buffer.from('balise return code'), secret).subarray(0, 1)
  const bits = [...secret, ...checksum].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{11}/g) ?? []).map((eleven) => (list[Number.parseInt(eleven, 2)] ?? '').normalize('NFC'))
}

function mailboxOf(auth: Uint8Array, write: Uint8Array): string {
  const id = sha256(auth, sha256(write)).subarray(0, 16)
  const bits = `${[...id].map((byte) => byte.toString(2).padStart(8, '0')).join('')}00`
  return (bits.match(/.{5}/g) ?? [])
    .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five, 2)])
    .join('')
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const vectors = []
for (const secretHex of SECRETS) {
  const secret = Uint8Array.from(Buffer.from(secretHex, 'hex'))
  const root = argon2Sync('argon2id', {
    message: secret,
    nonce: Buffer.from('balise return code 1'),
    memory: 19_456,
    passes: 2,
    parallelism: 1,
    tagLength: 32,
  })
  const derived = (label: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(hkdfSync('sha256', root, '', `balise ${label}`, 32))
  const [auth, write, sign, encrypt] = ['auth', 'write', 'pgp-sign', 'pgp-enc'].map(derived) as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ]
  const { certificate, secretKey } = await authorCertificate(sign, encrypt)
  const bench = openBench()
  bench.must('gpg', [...gpgUnattended(''), '--import', bench.file('key.pgp', secretKey)])
  const listed = bench.must('gpg', ['--batch', '--with-colons', '--list-secret-keys']).toString()
  bench.close()
  vectors.push({
    secret: secretHex,
    fr: wordsOf(secret, french),
    en: wordsOf(secret, english),
    auth: { secret: hex(auth), public: hex(publicKey('ed25519', auth)) },
    write: hex(write),
    mailbox: mailboxOf(publicKey('ed25519', auth), write),
    links: hex(derived('links')),
    signing: hex(publicKey('ed25519', sign)),
    encryption: hex(publicKey('x25519', encrypt)),
    fingerprints: [...listed.matchAll(/^fpr:+([0-9A-F]{40}):$/gm)].map(([, fingerprint]) => fingerprint),
    certificate: base64(certificate),
    secretKey: base64(secretKey),
  })
}
writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`)
