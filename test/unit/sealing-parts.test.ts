// What is taken out of OpenPGP.js for the sealing Worker changes nothing of sealing: the same keys are sealed to, the same refused, and
// what was taken out throws.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lightOpenpgp } from '../../src/build/light-openpgp.ts'
import { withoutUnreached } from '../../src/build/sealing-parts.ts'
import { fromBase64, fromUtf8, utf8 } from '../../src/crypto/encoding.ts'
import * as whole from '../../src/crypto/openpgp.ts'
import { openMailboxMessage } from '../../src/sealing/open-mailbox.ts'
import type * as own from '../../src/sealing/seal-own.ts'
import { makeAuthor } from '../support/authors.ts'
import { PASSPHRASE } from '../vectors/terms.ts'

type Sealing = typeof whole
const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
let light: Sealing
let lightOwn: typeof own

/** A module of ours with only the sealing part of the library, as the sealing Worker has it. */
async function importLight(path: string): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    plugins: [lightOpenpgp('sealing')],
  })
  const file = join(folder, path.replaceAll('/', '-').replace('.ts', '.mjs'))
  await writeFile(file, outputFiles[0]?.contents ?? '')
  return import(pathToFileURL(file).href)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-parts-'))
  light = (await importLight('src/crypto/openpgp.ts')) as Sealing
  lightOwn = (await importLight('src/sealing/seal-own.ts')) as typeof own
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const vector = (name: string): Promise<Buffer> => readFile(join(root, 'test/vectors', name))

async function holder(tool: string) {
  const locked = await whole.readSecretKey(await vector(`secret-key_${tool}.asc`))
  const key = locked && (await whole.unlock(locked, PASSPHRASE))
  if (!key?.ok) throw new Error(`the vector of ${tool} cannot be opened`)
  return { key: key.value, certificate: Uint8Array.from(key.value.toPublic().write()) }
}

describe('the sealing part of OpenPGP.js', () => {
  it.each(['gpg', 'sq', 'openpgpjs'])(
    'seals to a certificate of %s, and its holder opens it',
    async (tool) => {
      const { key, certificate } = await holder(tool)
      const text = `À lire par une seule association ${tool}. `.repeat(90)
      const sealed = await light.encryptTo(await light.readCertificate(certificate), utf8(text))
      const opened = await whole.decryptWith(key, sealed)
      expect(opened && fromUtf8(opened)).toBe(text)
      const same = await whole.encryptTo(await whole.readCertificate(certificate), utf8(text))
      expect(sealed.length).toBe(same.length)
    },
  )

  it('still refuses a certificate whose signatures were tampered with', async () => {
    const { certificate } = await holder('openpgpjs')
    const altered = certificate.slice()
    altered[altered.length - 5] = (altered.at(-5) ?? 0) ^ 1
    for (const library of [whole, light]) {
      const read = await library.readCertificate(altered)
      await expect(library.encryptTo(read, utf8('rien'))).rejects.toThrow(
        'Could not find valid encryption key packet',
      )
    }
  })

  it.each(['refused-rsa_gpg.asc', 'refused-revoked_gpg.asc'])('does not seal to %s', async (name) => {
    const read = await whole.readArmoredCertificate(fromUtf8(await vector(name)))
    const certificate = await light.readCertificate(Uint8Array.from(read?.write() ?? []))
    await expect(light.encryptTo(certificate, utf8('rien'))).rejects.toThrow(/./)
  })

  it('seals a story on pause to its author, who opens it with the whole library', async () => {
    const author = await makeAuthor()
    const fields: [string, string][] = [['narrative', 'À suivre.']]
    const draft = {
      kind: 'draft',
      version: 1,
      writtenOn: '2026-11-30',
      locale: 'fr',
      step: 'told',
      fields,
      identifiers: [],
    } as const
    const sealed = await lightOwn.sealDraft({ ...draft, identifiers: [] }, author.certificate, author.links)
    const bytes = sealed.ok ? fromBase64(sealed.value) : null
    expect(await openMailboxMessage(bytes ?? new Uint8Array(), author, [])).toMatchObject({
      kind: 'draft',
      contents: draft,
    })
  })

  it('cannot open, sign or make a key', async () => {
    const { key, certificate } = await holder('gpg')
    const sealed = await light.encryptTo(await light.readCertificate(certificate), utf8('fermé'))
    await expect(light.decryptWith(key, sealed)).rejects.toThrow(/./)
    await expect(light.makeKey('Nouvelle', 'secret', Date.now())).rejects.toThrow('unreached')
  })

  it('is never taken from a version of the library that the build does not know', async () => {
    const lightweight = join(
      dirname(createRequire(import.meta.url).resolve('openpgp')),
      '../lightweight/openpgp.mjs',
    )
    const source = await readFile(lightweight, 'utf8')
    expect(withoutUnreached(source).length).toBeLessThan(source.length * 0.9)
    for (const [known, other] of [
      ['async function OCB(', 'async function OCB3('],
      ['    async decryptSessionKeys(', '    async openSessionKeys('],
      ['class CompressedDataPacket ', 'class SqueezedDataPacket '],
      ['const smallPrimes = [', 'const primes = ['],
    ] as const) {
      expect(() => withoutUnreached(source.replace(known, other))).toThrow(
        'is not the version this build knows',
      )
    }
  })
})
