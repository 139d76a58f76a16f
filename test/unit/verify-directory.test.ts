// Whom a phone may seal to is decided by two of three people who keep their keys offline, and by nobody else.
import { describe, expect, it } from 'vitest'
import { toBase64, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import type { Directory, DirectoryEntry } from '../../src/directory/directory.ts'
import {
  directoryText,
  parseDirectory,
  parseSignatures,
  signersOf,
  verifySignedDirectory,
} from '../../src/directory/verify-directory.ts'
import { parseRoots, rootsText } from '../../src/directory/known-roots.ts'
import { addDays, dayOf } from '../../src/protocol/day.ts'
import { DIRECTORY_LIFETIME_DAYS } from '../../src/protocol/limits.ts'
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

const written = (changed: Partial<Directory>): Bytes => utf8(directoryText({ ...directory, ...changed }))
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
    const renamed = utf8(new TextDecoder().decode(directoryBytes).replace('Écoute et', 'Ecoute et'))
    const { version, ...rest } = directory
    const reordered = utf8(directoryText({ ...rest, version }))
    for (const altered of [renamed, reordered]) {
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
    const { roots } = directory
    expect(await verifySignedDirectory(bytes, signatures, NOW)).toMatchObject({ ok: true })
    for (const known of [{ predecessor: directoryBytes }, { roots }]) {
      expect(await verifySignedDirectory(bytes, signatures, NOW, known)).toEqual(refusedFor('unknown-roots'))
    }
    expect(await verifySignedDirectory(directoryBytes, signatureBytes, NOW, { roots })).toMatchObject({
      ok: true,
    })
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

  it('lasts 180 days at most, so that no root can be lent for longer', async () => {
    const { issuedOn } = directory
    const longest = written({ expiresOn: addDays(issuedOn, DIRECTORY_LIFETIME_DAYS) })
    expect(parseDirectory(longest)).toMatchObject({ ok: true })
    const longer = written({ expiresOn: addDays(issuedOn, DIRECTORY_LIFETIME_DAYS + 1) })
    expect(parseDirectory(longer)).toEqual(refusedFor('not-a-directory'))
  })

  it('cannot be dated later to last longer: a day of grace is for clocks that differ', async () => {
    const today = dayOf(NOW)
    const issued = async (issuedOn: string) => {
      const bytes = written({ issuedOn, expiresOn: addDays(issuedOn, 90) })
      return verifySignedDirectory(bytes, await signedBy(bytes, root1, root2), NOW)
    }
    expect(await issued(addDays(today, 1))).toMatchObject({ ok: true })
    expect(await issued(addDays(today, 2))).toEqual(refusedFor('from-the-future'))
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
  const predecessor = written({ version: 5 })
  const judged = async (bytes: Bytes, ...roots: Root[]) =>
    verifySignedDirectory(bytes, await signedBy(bytes, ...roots), NOW, { predecessor })

  it('is taken when it is newer, or the same again', async () => {
    expect(await judged(written({ version: 6 }), root1, root2)).toMatchObject({ ok: true })
    expect(await judged(predecessor, root1, root2)).toMatchObject({ ok: true })
  })

  it('is refused when it is another of the same version, however well signed', async () => {
    const [entry, ...others] = directory.associations
    const associations = entry ? [{ ...entry, status: 'paused' as const }, ...others] : []
    expect(await judged(written({ version: 5, associations }), root1, root2, root3)).toEqual(
      refusedFor('same-version'),
    )
  })

  it('is refused when the one before cannot be read: that is not the same as none', async () => {
    const cut = predecessor.subarray(0, -40)
    for (const unreadable of [cut, new Uint8Array(), utf8('{}')]) {
      const known = { predecessor: unreadable }
      expect(await verifySignedDirectory(directoryBytes, signatureBytes, NOW, known)).toEqual(
        refusedFor('unreadable-predecessor'),
      )
    }
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

  it.each([
    ['a field twice', (text: string) => text.replace('"version": 1', '"version": 1,\n  "version": 1')],
    [
      'the associations twice, the first a decoy',
      (text: string) => text.replace('"associations": [', '"associations": [],\n  "associations": ['),
    ],
    ['a space more', (text: string) => `${text} `],
    ['no newline at its end', (text: string) => text.trimEnd()],
    ['one long line', (text: string) => JSON.stringify(JSON.parse(text))],
    ['an escape for a letter', (text: string) => text.replace('É', '\\u00c9')],
    ['a number in another form', (text: string) => text.replace('"version": 1', '"version": 1.0')],
  ])('are refused when two readers might read them differently: %s', (_, alter) => {
    const text = new TextDecoder().decode(directoryBytes)
    expect(alter(text)).not.toBe(text)
    expect(parseDirectory(utf8(alter(text)))).toEqual(refusedFor('not-canonical'))
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

describe('a list of roots', () => {
  const { roots } = directory
  const text = rootsText(roots)

  it('is three keys, one a line, as written here or by hand', () => {
    expect(parseRoots(text)).toEqual(roots)
    expect(parseRoots(`\r\n${text.replaceAll('\n', ' \r\n')}`)).toEqual(roots)
  })

  it.each([
    ['nothing', ''],
    ['two keys', rootsText(roots.slice(0, 2))],
    ['four keys', `${text}${'a'.repeat(64)}\n`],
    ['one key twice', rootsText([0, 0, 1].map((index) => roots[index] ?? ''))],
    ['another word', text.replace('\n', ' two\n')],
    ['other digits', text.toUpperCase()],
  ])('is refused when it holds %s', (_, altered) => {
    expect(parseRoots(altered)).toBeNull()
  })
})
