// Whom a phone may seal to is decided by two of three people who keep their keys offline, and by nobody else.
import { describe, expect, it } from 'vitest'
import { toBase64, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import type { Directory, DirectoryEntry } from '../../src/directory/directory.ts'
import {
  parseDirectory,
  parseSignatures,
  signersOf,
  verifySignedDirectory,
} from '../../src/directory/verify-directory.ts'
import { makeFederation, type Federation } from '../support/federation.ts'

const NOW = Date.now()
const DAY = 86_400_000
const federation = await makeFederation()
const strangers = await makeFederation({ associations: ['inconnue'] })
const { directory, directoryBytes, signatureBytes } = federation
const [root1, root2, root3] = federation.roots
const [foreign] = strangers.roots

type Root = Federation['roots'][number] | undefined

/** `directory.json.signatures` by these roots; one may claim to be another. */
async function signedBy(bytes: Bytes, ...roots: (Root | { as: Root; by: Root })[]): Promise<Bytes> {
  const signatures = await Promise.all(
    roots.map(async (root) => {
      const { as, by } = root && 'as' in root ? root : { as: root, by: root }
      if (!as || !by) throw new Error('three roots')
      return { root: as.publicKey, signature: toBase64(await by.sign(bytes)) }
    }),
  )
  return utf8(JSON.stringify({ signatures }))
}

const written = (changed: Partial<Directory>): Bytes => utf8(JSON.stringify({ ...directory, ...changed }))
const refusedFor = (reason: string) => ({ ok: false, reason })

describe('a directory that its roots signed', () => {
  it('is believed with two signatures, whichever two, and with three', async () => {
    const verdict = await verifySignedDirectory(directoryBytes, signatureBytes, NOW)
    expect(verdict).toEqual(parseDirectory(directoryBytes))
    expect(verdict).toMatchObject({ ok: true, value: { version: 1, roots: directory.roots } })
    for (const pair of [
      [root1, root3],
      [root2, root3],
      [root3, root2],
      [root1, root2, root3],
    ]) {
      const signatures = await signedBy(directoryBytes, ...pair)
      expect(await verifySignedDirectory(directoryBytes, signatures, NOW)).toMatchObject({ ok: true })
    }
  })

  it('tells who signed it', async () => {
    const signatures = parseSignatures(await signedBy(directoryBytes, root3, foreign, root1))
    if (!signatures.ok) throw new Error(signatures.reason)
    expect(await signersOf(directoryBytes, signatures.value, directory.roots)).toEqual(
      new Set([root3?.publicKey, root1?.publicKey]),
    )
  })
})

describe('a directory that fewer than two roots vouch for', () => {
  it.each([
    ['nobody signed it', []],
    ['one root signed it', [root1]],
    ['one root signed it twice', [root1, root1]],
    ['one root signed it, and a stranger', [root1, foreign]],
    ['strangers signed it', strangers.roots],
    ['one root signed in the name of another', [root1, { as: root2, by: root1 }]],
    ['a stranger signed in the name of a root', [root1, { as: root2, by: foreign }]],
  ])('is refused: %s', async (_, roots) => {
    const signatures = await signedBy(directoryBytes, ...roots)
    expect(await verifySignedDirectory(directoryBytes, signatures, NOW)).toEqual(
      refusedFor('too-few-signatures'),
    )
  })

  it('is refused when a byte was altered after the signing, even one that changes no meaning', async () => {
    const spaced = utf8(`${new TextDecoder().decode(directoryBytes)} `)
    const renamed = utf8(new TextDecoder().decode(directoryBytes).replace('Écoute et', 'Ecoute et'))
    for (const altered of [spaced, renamed]) {
      expect(await verifySignedDirectory(altered, signatureBytes, NOW)).toEqual(
        refusedFor('too-few-signatures'),
      )
    }
  })

  it('is refused when its signatures were made over another directory', async () => {
    const signatures = await signedBy(written({ version: 7 }), root1, root2)
    expect(await verifySignedDirectory(directoryBytes, signatures, NOW)).toEqual(
      refusedFor('too-few-signatures'),
    )
  })

  it('cannot name strangers as its roots and be taken for the next of ours', async () => {
    const bytes = written({ version: 9, roots: strangers.directory.roots })
    const signatures = await signedBy(bytes, ...strangers.roots)
    const predecessor = { version: directory.version, roots: directory.roots }
    expect(await verifySignedDirectory(bytes, signatures, NOW)).toMatchObject({ ok: true })
    expect(await verifySignedDirectory(bytes, signatures, NOW, { predecessor })).toEqual(
      refusedFor('unknown-roots'),
    )
  })
})

describe('a directory in time', () => {
  const lastInstant = Date.parse(directory.expiresOn) + DAY - 1

  it('is good until the end of its last day, and not a millisecond longer', async () => {
    expect(await verifySignedDirectory(directoryBytes, signatureBytes, lastInstant)).toMatchObject({
      ok: true,
    })
    expect(await verifySignedDirectory(directoryBytes, signatureBytes, lastInstant + 1)).toEqual(
      refusedFor('expired'),
    )
  })

  it('is still read once expired, by a site that must go on offering help', async () => {
    const verdict = await verifySignedDirectory(directoryBytes, signatureBytes, lastInstant + 1, {
      evenExpired: true,
    })
    expect(verdict).toMatchObject({ ok: true })
  })

  it('is not believed more easily for having expired', async () => {
    const options = { evenExpired: true }
    const one = await signedBy(directoryBytes, root1)
    expect(await verifySignedDirectory(directoryBytes, one, lastInstant + 1, options)).toEqual(
      refusedFor('too-few-signatures'),
    )
  })
})

describe('a directory after another', () => {
  const predecessor = { version: 5, roots: directory.roots }
  const judged = async (bytes: Bytes, ...roots: Root[]) =>
    verifySignedDirectory(bytes, await signedBy(bytes, ...roots), NOW, { predecessor })

  it('is taken when it is newer, or the same again', async () => {
    expect(await judged(written({ version: 6 }), root1, root2)).toMatchObject({ ok: true })
    expect(await judged(written({ version: 5 }), root1, root2)).toMatchObject({ ok: true })
  })

  it('is refused when it is older, however well signed', async () => {
    expect(await judged(written({ version: 4 }), root1, root2, root3)).toEqual(refusedFor('rolled-back'))
  })

  it('may replace one root, if two that were known vouch for it', async () => {
    const roots = [root1, root2, foreign].map((root) => root?.publicKey ?? '')
    expect(await judged(written({ version: 6, roots }), root1, root2)).toMatchObject({ ok: true })
    expect(await judged(written({ version: 6, roots }), root1, foreign)).toEqual(refusedFor('unknown-roots'))
  })

  it('may replace all three, if both the old and the new sign', async () => {
    const bytes = written({ version: 6, roots: strangers.directory.roots })
    expect(await judged(bytes, root1, root2, ...strangers.roots)).toMatchObject({ ok: true })
    expect(await judged(bytes, root1, root2)).toEqual(refusedFor('too-few-signatures'))
  })
})

describe('bytes that are no directory', () => {
  const [entry] = directory.associations
  const entryWith = (changed: Partial<DirectoryEntry>): Partial<Directory> => ({
    associations: entry ? [{ ...entry, ...changed }] : [],
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['not JSON', utf8('{')],
    ['not text', Uint8Array.of(0xff, 0xfe)],
    ['a list', utf8('[]')],
    ['a word more', written({ motto: 'x' } as never)],
    ['another format', written({ format: 'balise-directory-2' as never })],
    ['version 0', written({ version: 0 })],
    ['a fractional version', written({ version: 1.5 })],
    ['two roots', written({ roots: directory.roots.slice(0, 2) })],
    ['one root twice', written({ roots: [0, 0, 1].map((i) => directory.roots[i] ?? '') })],
    ['an expiry on no calendar', written({ expiresOn: '2027-02-30' })],
    ['an association twice', written({ associations: [entry, entry].filter((each) => each !== undefined) })],
    ['an entry that serves nobody', written(entryWith({ scope: [] }))],
    ['an entry that speaks no language', written(entryWith({ languages: [] }))],
    ['an entry in one language only', written(entryWith({ about: { fr: 'x' } as never }))],
    ['an entry that answers in no time', written(entryWith({ answersWithinDays: 0 }))],
    ['under-15s on no legal ground', written(entryWith({ acceptsUnder15: true }))],
    [
      'under-15s but no minors',
      written(entryWith({ acceptsUnder15: true, acceptsMinors: false, offenceBasis: 'x' })),
    ],
    ['an unknown département', written(entryWith({ territory: ['20'] as never }))],
  ])('are refused: %s', (_, bytes) => {
    expect(parseDirectory(bytes)).toEqual(refusedFor('not-a-directory'))
  })

  it('are told from a directory, with under-15s on a stated ground', () => {
    const bytes = written(entryWith({ acceptsUnder15: true, offenceBasis: 'LIL 46 3°' }))
    expect(parseDirectory(bytes)).toMatchObject({ ok: true })
  })

  it.each(['', '{', '[]', '{"signatures":{}}', '{"signatures":[{"root":"x","signature":"y"}]}'])(
    'and %j is no list of signatures',
    async (text) => {
      expect(await verifySignedDirectory(directoryBytes, utf8(text), NOW)).toEqual(
        refusedFor('not-signatures'),
      )
    },
  )
})
