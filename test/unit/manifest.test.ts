// The manifest of a site: its one form, who signed it, and which release comes after which.
import { describe, expect, it } from 'vitest'
import { manifestOf, siteFile } from '../../src/build/site-files.ts'
import { addressFaults } from '../../src/cli/site-belief.ts'
import { makeRoot, openRoot, signAsRoot, type OpenedRoot } from '../../src/cli/root-keys.ts'
import { utf8, type Bytes } from '../../src/crypto/encoding.ts'
import * as v from 'valibot'
import { OnionAddress, SiteAddress, type Directory } from '../../src/directory/directory.ts'
import {
  believeManifest,
  compareVersions,
  manifestMessage,
  manifestText,
  parseManifest,
  successionOf,
  type Stamp,
} from '../../src/directory/manifest.ts'
import { signersOf } from '../../src/directory/verify-directory.ts'

const MANIFEST = manifestOf([siteFile('/fr', utf8('<p>Bonjour'), 'page', 'fr.html')], '1.2.3', 7)
const BYTES = utf8(manifestText(MANIFEST))

async function rootOf(name: string): Promise<OpenedRoot> {
  const opened = openRoot((await makeRoot(name)).pem, name)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value
}

const signed = (message: Bytes, ...roots: OpenedRoot[]): Bytes =>
  utf8(JSON.stringify({ signatures: roots.map((root) => signAsRoot(root, message)) }))

describe('the form of a manifest', () => {
  it('is the one the build writes, and no other', () => {
    expect(parseManifest(BYTES)).toEqual(MANIFEST)
    const text = manifestText(MANIFEST)
    for (const other of [
      JSON.stringify(MANIFEST),
      text.replace('"version": "1.2.3"', '"version": "9.9.9",\n  "version": "1.2.3"'),
      text.replace('"1.2.3"', '"1.2"'),
      text.replace('"1.2.3"', '"01.2.3"'),
      text.replace('"/fr"', '"/../fr"'),
      text.replace('"fr.html"', '"../fr.html"'),
      text.replace('"fr.html"', '"/etc/passwd"'),
      text.replace('"/fr"', '"/fr?a"'),
      text.replace('"page"', '"page",\n      "more": 1'),
      `${text} `,
      '{}',
      '',
    ]) {
      expect(parseManifest(utf8(other)), other.slice(0, 60)).toBeNull()
    }
  })
})

describe('who signed a manifest', () => {
  it('is two of three roots, over its exact bytes, as a manifest and nothing else', async () => {
    const [one, two, stranger] = [await rootOf('one'), await rootOf('two'), await rootOf('stranger')]
    const roots = [one.publicKey, two.publicKey]
    const message = manifestMessage(BYTES)
    expect(await believeManifest(BYTES, signed(message, one, two), roots)).toMatchObject({ ok: true })
    const TOO_FEW = { ok: false, reason: 'too-few-signatures' }
    expect(await believeManifest(BYTES, signed(message, one), roots)).toEqual(TOO_FEW)
    expect(await believeManifest(BYTES, signed(message, one, one), roots)).toEqual(TOO_FEW)
    expect(await believeManifest(BYTES, signed(message, one, stranger), roots)).toEqual(TOO_FEW)
    expect(
      await believeManifest(utf8(`${manifestText(MANIFEST)} `), signed(message, one, two), roots),
    ).toEqual(TOO_FEW)
    expect(await believeManifest(BYTES, utf8('[]'), roots)).toEqual({ ok: false, reason: 'not-signatures' })

    // Signed as a directory is: over the bytes as they stand. It makes no manifest, nor does a manifest's make a directory.
    expect(await believeManifest(BYTES, signed(BYTES, one, two), roots)).toEqual(TOO_FEW)
    const asManifest = { signatures: [signAsRoot(one, message), signAsRoot(two, message)] }
    expect(await signersOf(BYTES, asManifest, roots)).toEqual(new Set())
  })
})

describe('which release comes after which', () => {
  it('goes by numbers, from the left', () => {
    const inOrder = ['0.0.9', '0.0.10', '0.1.0', '0.9.9', '0.10.0', '1.0.0', '1.0.1', '10.0.0']
    for (const [at, version] of inOrder.entries()) {
      for (const [place, other] of inOrder.entries()) {
        expect(compareVersions(version, other), `${version} ${other}`).toBe(Math.sign(at - place))
      }
    }
  })

  it.each<[string, Partial<Stamp>, string]>([
    ['the same once more', {}, 'same'],
    ['a newer code', { version: '1.2.4', sha256: 'b' }, 'newer'],
    ['a newer directory', { directoryVersion: 8, sha256: 'b' }, 'newer'],
    ['an older code', { version: '1.2.2', sha256: 'b' }, 'older-version'],
    ['an older directory', { directoryVersion: 6, sha256: 'b' }, 'older-directory'],
    [
      'a newer code over an older directory',
      { version: '2.0.0', directoryVersion: 6, sha256: 'b' },
      'older-directory',
    ],
    [
      'a newer directory under an older code',
      { version: '1.2.2', directoryVersion: 9, sha256: 'b' },
      'older-version',
    ],
    ['other bytes under the same versions', { sha256: 'b' }, 'same-version-changed'],
  ])('%s', (_what, next, succession) => {
    const before: Stamp = { version: '1.2.3', directoryVersion: 7, sha256: 'a' }
    expect(successionOf(before, { ...before, ...next })).toBe(succession)
  })
})

describe('the one address of a site', () => {
  it('is an address alone, over TLS; an onion service is one of version 3', () => {
    for (const text of ['https://balise.example', 'https://balise.example:8443']) {
      expect(v.is(SiteAddress, text), text).toBe(true)
    }
    for (const text of [
      'http://balise.example',
      'https://balise.example/',
      'https://balise.example:443',
      'https://Balise.example',
      'https://a@balise.example',
      'https://balise.example?x',
      'https://bаlise.example',
      'https://',
    ]) {
      expect(v.is(SiteAddress, text), text).toBe(false)
    }
    expect(v.is(OnionAddress, `http://${'a2'.repeat(28)}.onion`)).toBe(true)
    expect(v.is(OnionAddress, `http://${'a2'.repeat(28)}.onion.example`)).toBe(false)
  })

  it('is what a verifier is held to, but on this machine', () => {
    const onion = `http://${'a2'.repeat(28)}.onion`
    const named = { site: 'https://balise.example', onion } as Directory
    for (const origin of ['https://balise.example', onion, 'http://127.0.0.1:8787', 'http://localhost:1']) {
      expect(addressFaults(origin, named), origin).toEqual([])
    }
    expect(addressFaults('https://ba1ise.example', named)).toEqual([
      `address: the directory names https://balise.example and ${onion}, and this is https://ba1ise.example`,
    ])
    expect(addressFaults('https://ba1ise.example', {} as Directory)).toEqual([])
  })
})
