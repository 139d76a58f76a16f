// Keys, signatures and messages made with gpg, sq and OpenPGP.js and kept with the source: read here by our own code, on every machine.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acceptCertificate } from '../../src/crypto/certificate-profile.ts'
import { fromUtf8, utf8 } from '../../src/crypto/encoding.ts'
import {
  decryptWith,
  encryptTo,
  readArmoredCertificate,
  readCertificate,
  readSecretKey,
  unlock,
  type Certificate,
  type PrivateKey,
} from '../../src/crypto/openpgp.ts'
import { verifyText } from '../../src/crypto/openpgp-signatures.ts'
import { SEALED_SIZES_BYTES, TEXT_BUCKETS_BYTES } from '../../src/protocol/limits.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import {
  ASSOCIATION,
  BOMBS,
  JUDGED_AT,
  NARRATIVES,
  PASSPHRASE,
  REFUSED,
  STATEMENT,
} from '../vectors/terms.ts'

const FOLDER = join(import.meta.dirname, '../vectors')
const SOURCES = ['gpg', 'sq', 'openpgpjs'] as const
type Source = (typeof SOURCES)[number]

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)))
const textOf = (name: string): string => fromUtf8(bytesOf(name))

async function certificateFrom(source: Source): Promise<Certificate> {
  const certificate = await readArmoredCertificate(textOf(`certificate_${source}.asc`))
  if (!certificate) throw new Error(`certificate_${source}.asc is not read`)
  return certificate
}

async function keyFrom(source: Source): Promise<PrivateKey> {
  const locked = await readSecretKey(bytesOf(`secret-key_${source}.asc`))
  const key = locked && (await unlock(locked, PASSPHRASE))
  if (!key?.ok) throw new Error(`secret-key_${source}.asc is not opened`)
  return key.value
}

describe.each(SOURCES)('a key made with %s', (source) => {
  it('is accepted into the directory', async () => {
    const accepted = await acceptCertificate(await certificateFrom(source), JUDGED_AT)
    expect(accepted).toMatchObject({ ok: true })
  })

  it('opens what is sealed to the part of it that the directory keeps', async () => {
    const accepted = await acceptCertificate(await certificateFrom(source), JUDGED_AT)
    if (!accepted.ok) throw new Error(accepted.reason)
    const sealed = await encryptTo(await readCertificate(accepted.value.binary), utf8('ça s’ouvre'))
    const opened = await decryptWith(await keyFrom(source), sealed)
    expect(opened && fromUtf8(opened)).toBe('ça s’ouvre')
  })

  it('signs in with the signature that tool makes', async () => {
    const signature = textOf(`sign-in_${source}.asc`)
    expect(await verifyText(await certificateFrom(source), STATEMENT, signature, JUDGED_AT)).toBe(true)
  })

  it('does not sign in to another site, nor with the signature of another key', async () => {
    const elsewhere = STATEMENT.replace('balise.example', 'balise.test')
    const [other] = SOURCES.filter((candidate) => candidate !== source)
    const certificate = await certificateFrom(source)
    expect(await verifyText(certificate, elsewhere, textOf(`sign-in_${source}.asc`), JUDGED_AT)).toBe(false)
    expect(await verifyText(certificate, STATEMENT, textOf(`sign-in_${other}.asc`), JUDGED_AT)).toBe(false)
  })
})

describe('a member who signs by hand in GnuPG', () => {
  it('may sign the statement as text', async () => {
    const signature = textOf('sign-in-text-mode_gpg.asc')
    expect(await verifyText(await certificateFrom('gpg'), STATEMENT, signature, JUDGED_AT)).toBe(true)
  })

  it('may bring the signature block of a clear-signed copy', async () => {
    const copy = textOf('sign-in-cleartext_gpg.asc')
    const block = copy.slice(copy.indexOf('-----BEGIN PGP SIGNATURE-----'))
    expect(await verifyText(await certificateFrom('gpg'), STATEMENT, block, JUDGED_AT)).toBe(true)
  })

  it('is refused when the words are not exactly those asked for', async () => {
    const certificate = await certificateFrom('gpg')
    const signature = textOf('refused-sign-in-other-words_gpg.asc')
    expect(await verifyText(certificate, STATEMENT, signature, JUDGED_AT)).toBe(false)
    expect(await verifyText(certificate, `${STATEMENT} `, signature, JUDGED_AT)).toBe(true)
  })
})

describe.each([
  { size: '4-kib', bucket: 0 },
  { size: '16-kib', bucket: 1 },
  { size: '64-kib', bucket: 2 },
] as const)('an envelope of $size that GnuPG opened', ({ size, bucket }) => {
  const sealed = bytesOf(`envelope-${size}_balise.pgp`)
  const printed = bytesOf(`envelope-${size}_gpg.json`)

  it('has its one length, sealed and open', () => {
    expect(sealed.length).toBe(SEALED_SIZES_BYTES[bucket])
    expect(printed.length).toBe(TEXT_BUCKETS_BYTES[bucket])
  })

  it('opens here to the same bytes, which any JSON reader reads', async () => {
    const opened = await decryptWith(await keyFrom('gpg'), sealed)
    expect(opened && Buffer.from(opened).equals(printed)).toBe(true)
    expect(JSON.parse(fromUtf8(printed))).toMatchObject({ narrative: NARRATIVES[size] })
  })

  it('is opened for its association, and is told apart from a foreign and from a damaged one', async () => {
    const key = await keyFrom('gpg')
    const damaged = sealed.with(sealed.length - 20, (sealed.at(-20) ?? 0) ^ 1)
    expect(await openEnvelope(sealed, key, ASSOCIATION)).toMatchObject({
      ok: true,
      value: { narrative: NARRATIVES[size] },
    })
    expect(await openEnvelope(sealed, await keyFrom('sq'), ASSOCIATION)).toEqual({
      ok: false,
      reason: 'not-mine',
    })
    expect(await openEnvelope(damaged, key, ASSOCIATION)).toEqual({ ok: false, reason: 'damaged' })
    expect(await openEnvelope(sealed, key, 'another-association')).toEqual({ ok: false, reason: 'damaged' })
  })
})

describe('a message that holds far more than it weighs', () => {
  it.each(Object.keys(BOMBS))('is damaged, and not a byte of it is expanded: %s', async (name) => {
    const key = await keyFrom('gpg')
    await expect(decryptWith(key, bytesOf(name))).rejects.toThrow('compressed data is outside the profile')
    expect(await openEnvelope(bytesOf(name), key, ASSOCIATION)).toEqual({ ok: false, reason: 'damaged' })
  })
})

describe('a key some tool of an association could not use', () => {
  it.each(Object.entries(REFUSED))('is refused: %s as %s', async (name, reason) => {
    const certificate = await readArmoredCertificate(textOf(name))
    const verdict = certificate && (await acceptCertificate(certificate, JUDGED_AT))
    expect(verdict && !verdict.ok ? verdict.reason : verdict).toBe(reason)
  })

  it('is listed, whatever file of the folder it is', () => {
    const files = readdirSync(FOLDER).filter((name) => /^refused-(?!sign-in)/.test(name))
    expect(files.toSorted()).toEqual(Object.keys(REFUSED).toSorted())
  })
})
