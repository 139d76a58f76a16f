// The ceremony of the directory, run as operators run it: real processes, real files, two of three root keepers.
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fingerprintOf, readSecretKey, unlock } from '../../src/crypto/openpgp.ts'
import { signText } from '../../src/crypto/openpgp-signatures.ts'
import { possessionStatement } from '../../src/directory/directory.ts'
import { parseRoots, rootsText } from '../../src/directory/known-roots.ts'
import { directoryText, verifyKeys, verifySignedDirectory } from '../../src/directory/verify-directory.ts'
import { daysBetween, dayOf } from '../../src/protocol/day.ts'
import { makeHolder } from '../support/openpgp-keys.ts'
import type { Ended } from '../support/run-balise.ts'
import { runHere } from '../support/run-here.ts'

const PASSPHRASE = 'six mots tirés au sort dans un livre'
const VECTORS = join(import.meta.dirname, '../vectors')

const ENTRY = {
  association: 'ecoute-sud',
  name: 'Écoute Sud',
  about: { fr: 'Écoute et accompagne.', en: 'Listens and supports.' },
  scope: ['psychological', 'legal'],
  audiences: [],
  territory: ['13', '2A'],
  languages: ['fr'],
  answersWithinDays: 3,
  acceptsMinors: false,
  acceptsUnder15: false,
  offenceBasis: null,
  status: 'active',
}

let folder: string
let directoryFile: string
const at = (name: string): string => join(folder, name)
const write = async (name: string, contents: string): Promise<string> => {
  await writeFile(at(name), contents)
  return at(name)
}
const readDirectory = async () => JSON.parse(await readFile(directoryFile, 'utf8')) as Record<string, unknown>

const sign = (root: string, passphrase = PASSPHRASE): Promise<Ended> =>
  runHere(['directory', 'sign', '--directory', directoryFile, '--key', at(root)], passphrase)
const check = (...more: string[]): Promise<Ended> =>
  runHere(['directory', 'check', '--directory', directoryFile, ...more])

/** What an association hands over: its certificate, and a proof over `words`. */
async function bring(association: string, words = possessionStatement): Promise<Record<string, string>> {
  const { certificate, key, armored } = await makeHolder(association)
  const proof = await signText(key, words(association, fingerprintOf(certificate)), Date.now() - 1000)
  return {
    certificate: await write(`${association}.asc`, armored.certificate),
    proof: await write(`${association}.proof.asc`, proof),
    fingerprint: fingerprintOf(certificate),
  }
}

const add = (entry: object, { certificate = '', proof = '' }: Record<string, string>): Promise<Ended> =>
  write('entry.json', JSON.stringify(entry)).then((path) =>
    runHere(
      [
        'directory',
        'add',
        '--directory',
        directoryFile,
        '--entry',
        path,
        '--certificate',
        certificate,
      ].concat(proof === '' ? [] : ['--proof', proof]),
    ),
  )

/** What `directory new` made, copied for each test. */
let made: string

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'balise-new-'))
  const ended = await runHere(['directory', 'new', '--out', made], PASSPHRASE)
  expect(ended).toMatchObject({ exit: 0, errors: '' })
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-ceremony-'))
  await cp(made, folder, { recursive: true })
  directoryFile = at('directory.json')
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(() => rm(made, { recursive: true }))

describe('a new directory', () => {
  it('has three roots and an observatory whose secrets only their owner may read', async () => {
    for (const name of ['root-1.pem', 'root-2.pem', 'root-3.pem', 'observatory-secret.asc']) {
      // The files that the tool made: a copy's mode is the copier's.
      expect((await stat(join(made, name))).mode & 0o777, name).toBe(0o600)
    }
    const secret = await readSecretKey(await readFile(at('observatory-secret.asc')))
    expect(secret?.isDecrypted()).toBe(false)
    expect(secret && (await unlock(secret, PASSPHRASE))).toMatchObject({ ok: true })
  })

  it('comes with the list of its roots, for everyone else to hold it against', async () => {
    const { roots } = await readDirectory()
    expect(parseRoots(await readFile(at('roots.txt'), 'utf8'))).toEqual(roots)
  })

  it('is never made over another', async () => {
    const before = await readFile(at('root-1.pem'))
    const again = await runHere(['directory', 'new', '--out', folder], PASSPHRASE)
    expect(again).toMatchObject({ exit: 1, output: '' })
    expect(again.errors).toContain('already exists, and nothing was made')
    expect(await readFile(at('root-1.pem'))).toEqual(before)
  })

  it('wants a passphrase, and a long one', async () => {
    const out = at('elsewhere')
    const none = await runHere(['directory', 'new', '--out', out])
    expect(none.exit).toBe(2)
    expect(none.errors).toContain('Set BALISE_PASSPHRASE, or run balise at a terminal')
    const short = await runHere(['directory', 'new', '--out', out], 'trop court')
    expect(short.exit).toBe(1)
    expect(short.errors).toContain('at least 12 characters')
    expect(short.errors).not.toContain('trop court')
  })

  it('takes the certificate the observatory brings, and makes no secret of its own', async () => {
    const out = at('with-observatory')
    const certificate = join(VECTORS, 'certificate_gpg.asc')
    const made = await runHere(['directory', 'new', '--out', out, '--observatory', certificate], PASSPHRASE)
    expect(made.exit).toBe(0)
    expect(made.output).not.toContain('observatory-secret')
    const { observatory } = JSON.parse(await readFile(join(out, 'directory.json'), 'utf8'))
    expect(observatory.certificate).toBe(await readFile(certificate, 'utf8'))
  })
})

describe('the ceremony', () => {
  it('ends with a directory that two roots signed and a build believes', async () => {
    const brought = await bring('ecoute-sud')
    expect(await add(ENTRY, brought)).toMatchObject({ exit: 0 })
    expect((await check()).exit).toBe(1)

    const first = await sign('root-1.pem')
    expect(first.output).toContain(`ecoute-sud ${brought['fingerprint']}`)
    const alone = await check()
    expect(alone).toMatchObject({ exit: 1, output: '' })
    expect(alone.errors).toContain('Two of the three roots must sign exactly these bytes')

    expect(await sign('root-1.pem')).toMatchObject({ exit: 0 })
    expect((await check()).exit).toBe(1)

    expect(await sign('root-3.pem')).toMatchObject({ exit: 0 })
    const both = await check()
    expect(both).toMatchObject({ exit: 0, errors: '' })
    expect(both.output).toContain('valid: version 2, associations 1')

    const bytes = new Uint8Array(await readFile(directoryFile))
    const signatures = new Uint8Array(await readFile(`${directoryFile}.signatures`))
    const verdict = await verifySignedDirectory(bytes, signatures, Date.now())
    if (!verdict.ok) throw new Error(verdict.reason)
    expect(await verifyKeys(verdict.value, Date.now())).toMatchObject({ ok: true })
    expect(daysBetween(dayOf(Date.now()), verdict.value.expiresOn)).toBe(180)
    expect(verdict.value.demonstration).toBe(false)
  })

  it('starts again when an entry changes: a newer version without signatures', async () => {
    await add(ENTRY, await bring('ecoute-sud'))
    await sign('root-1.pem')
    const before = await readDirectory()
    const brought = await bring('ecoute-sud')
    const replaced = await add({ ...ENTRY, answersWithinDays: 5 }, brought)
    expect(replaced.output).toContain(`replaced ecoute-sud ${brought['fingerprint']}`)
    const after = await readDirectory()
    expect(after['version']).toBe(Number(before['version']) + 1)
    // What the key of before signed until today stays proven; whoever signs is told that it changes.
    expect(replaced.output).toContain('THE KEY CHANGES')
    expect(after['associations']).toMatchObject([
      {
        answersWithinDays: 5,
        fingerprint: brought['fingerprint'],
        formerKeys: [{ until: dayOf(Date.now()) }],
      },
    ])
    await expect(stat(`${directoryFile}.signatures`)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('counts no signature over other bytes, and drops it when a root signs anew', async () => {
    await sign('root-1.pem')
    await sign('root-2.pem')
    expect((await check()).exit).toBe(0)
    await writeFile(directoryFile, directoryText({ ...(await readDirectory()), version: 7 }))
    const stale = await check()
    expect(stale.exit).toBe(1)
    expect(stale.errors).toContain('Two of the three roots must sign exactly these bytes')
    expect((await sign('root-3.pem')).output).toContain('signatures of its roots 1, needed 2')
    const { signatures } = JSON.parse(await readFile(`${directoryFile}.signatures`, 'utf8'))
    expect(signatures).toHaveLength(1)
  })

  it('takes no root but its own three, and no wrong passphrase', async () => {
    const stranger = at('stranger')
    await runHere(['directory', 'new', '--out', stranger], PASSPHRASE)
    const foreign = await sign('stranger/root-1.pem')
    expect(foreign.exit).toBe(1)
    expect(foreign.output).not.toContain('signed version')
    expect(foreign.errors).toContain('is not one of the three roots')
    const wrong = await sign('root-1.pem', 'une autre phrase de passe')
    expect(wrong.exit).toBe(1)
    expect(wrong.errors).toContain('The passphrase does not open')
    const notARoot = await sign('directory.json')
    expect(notARoot.errors).toContain('is not a root key')
  })

  it('shows a root keeper what they vouch for before it asks for the passphrase', async () => {
    const brought = await bring('ecoute-sud')
    const basis = 'LIL 46 3°'
    const name = 'Écoute\u202E Sud\nroots: the same'
    await add({ ...ENTRY, name, acceptsMinors: true, acceptsUnder15: true, offenceBasis: basis }, brought)
    const { roots, expiresOn } = await readDirectory()
    const shown = await runHere([
      'directory',
      'sign',
      '--directory',
      directoryFile,
      '--key',
      at('root-1.pem'),
    ])
    expect(shown.exit).toBe(2)
    expect(shown.errors).toContain('The passphrase of')
    const lines = shown.output.split('\n')
    expect(lines[0]).toContain(`version 2, issued ${dayOf(Date.now())}, good until ${String(expiresOn)}`)
    expect(lines.slice(1, 4)).toEqual((roots as string[]).map((root) => `root ${root}`))
    expect(lines).toContain(
      `ecoute-sud ${brought['fingerprint']} "Écoute\\u{202e} Sud\\u{a}roots: the same", active, minors: yes, under 15: yes, offence basis: "${basis}"`,
    )
    expect(lines.filter((line) => line.startsWith('roots:'))).toEqual([
      expect.stringContaining('not compared'),
    ])
    await expect(stat(`${directoryFile}.signatures`)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('tells a root keeper that the roots are not those they keep', async () => {
    const before = (await readDirectory())['roots'] as string[]
    const after = [...before.slice(0, 2), 'f'.repeat(64)]
    const keep = ['--roots', at('roots.txt')]
    const command = ['directory', 'sign', '--directory', directoryFile, '--key', at('root-1.pem'), ...keep]
    expect((await runHere(command, PASSPHRASE)).output).toContain('roots: the same as in --roots')
    await writeFile(directoryFile, directoryText({ ...(await readDirectory()), roots: after }))
    const { output } = await runHere(command, PASSPHRASE)
    expect(output).toContain('roots: CHANGED')
    expect(output).toContain(`  new root ${after[2]}`)
    expect(output).toContain(`  no longer a root ${before[2]}`)
  })

  it('is checked against roots that came another way', async () => {
    await sign('root-1.pem')
    await sign('root-2.pem')
    expect(await check('--roots', at('roots.txt'))).toMatchObject({ exit: 0, errors: '' })
    const others = await write('others.txt', rootsText(['a', 'b', 'c'].map((digit) => digit.repeat(64))))
    const refused = await check('--roots', others)
    expect(refused).toMatchObject({ exit: 1, output: '' })
    expect(refused.errors).toContain('Two of the roots already trusted')
    const unreadable = await check('--roots', directoryFile)
    expect(unreadable).toMatchObject({ exit: 1, output: '' })
    expect(unreadable.errors).toContain('is not a list of roots')
  })

  it('signs no directory in which a field stands twice', async () => {
    const text = await readFile(directoryFile, 'utf8')
    const twice = text.replace('"associations"', '"associations": [],\n  "associations"')
    await writeFile(directoryFile, twice)
    const refused = await sign('root-1.pem')
    expect(refused).toMatchObject({ exit: 1, output: '' })
    expect(refused.errors).toContain('a field stands in it twice')
  })

  it('names whom to tell of a flaw, which whoever signs is shown, and can take it back', async () => {
    const contact = (...given: string[]) =>
      runHere(['directory', 'contact', '--directory', directoryFile, ...given])
    await sign('root-1.pem')
    const named = await contact('--uri', 'mailto:failles@balise.example')
    expect(named).toMatchObject({ exit: 0, errors: '' })
    await expect(stat(`${directoryFile}.signatures`)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await readDirectory()).toMatchObject({
      version: 2,
      securityContact: 'mailto:failles@balise.example',
    })
    expect((await sign('root-1.pem')).output).toContain('flaws are reported to mailto:failles@balise.example')
    expect((await contact('--uri', 'none')).output).toContain('flaws: no contact')
    expect(await readDirectory()).not.toHaveProperty('securityContact')

    const before = await readFile(directoryFile)
    for (const wrong of [[], ['--none'], ['--uri', ''], ['--uri', 'failles@balise.example']])
      expect([wrong, (await contact(...wrong)).exit]).toEqual([wrong, 2])
    expect(await readFile(directoryFile)).toEqual(before)
  })

  it('lists its associations, an id a line and nothing else', async () => {
    expect(await add(ENTRY, await bring('ecoute-sud'))).toMatchObject({ exit: 0 })
    expect(await add({ ...ENTRY, association: 'accueil' }, await bring('accueil'))).toMatchObject({ exit: 0 })
    expect(await runHere(['directory', 'list', '--directory', directoryFile])).toEqual({
      exit: 0,
      output: 'ecoute-sud\naccueil\n',
      errors: '',
    })
  })
})

describe('an association whose key does not fit', () => {
  it.each(['rsa_gpg', 'nist_gpg', 'expired_gpg', 'revoked_gpg', 'seipd-v2_openpgpjs', 'secret-key_gpg'])(
    'is refused (%s), with the command that makes one that does',
    async (kind) => {
      const before = await readFile(directoryFile)
      const refused = await add(ENTRY, { certificate: join(VECTORS, `refused-${kind}.asc`) })
      expect(refused).toMatchObject({ exit: 1, output: '' })
      expect(refused.errors).toContain('gpg --quick-gen-key "Écoute Sud" future-default default never')
      expect(await readFile(directoryFile)).toEqual(before)
    },
  )

  it('is told how to prove that it holds the key when it brings no proof', async () => {
    const { certificate = '', fingerprint = '' } = await bring('ecoute-sud')
    const refused = await add(ENTRY, { certificate })
    expect(refused.exit).toBe(2)
    expect(refused.errors).toContain(
      `printf '%s' 'Balise: ecoute-sud holds the key ${fingerprint}' | gpg --armor --detach-sign --local-user ${fingerprint}`,
    )
  })

  it('is told the same when the proof is over other words', async () => {
    const brought = await bring('ecoute-sud', (id, fingerprint) => `Balise: ${id} has the key ${fingerprint}`)
    const refused = await add(ENTRY, brought)
    expect(refused.exit).toBe(1)
    expect(refused.errors).toContain(`| gpg --armor --detach-sign --local-user ${brought['fingerprint']}`)
  })

  it('is stopped when the fingerprint read aloud is not that of the certificate', async () => {
    const refused = await add({ ...ENTRY, fingerprint: 'A'.repeat(40) }, await bring('ecoute-sud'))
    expect(refused.exit).toBe(1)
    expect(refused.errors).toContain('not the one whose fingerprint was announced')
  })

  it('is told which field of its entry is wrong', async () => {
    const brought = await bring('ecoute-sud')
    const unknown = await add({ ...ENTRY, scope: ['secours'] }, brought)
    expect(unknown.errors).toContain('the field "scope.0" has a value that is not one of the list')
    const minors = await add({ ...ENTRY, acceptsUnder15: true }, brought)
    expect(minors.errors).toContain('two of its fields contradict each other')
    expect([unknown.exit, minors.exit]).toEqual([1, 1])
  })
})

describe('a file that cannot be used', () => {
  it('is named in a sentence, whatever is wrong with it', async () => {
    const missing = await runHere(['directory', 'check', '--directory', at('nowhere.json')])
    expect(missing.errors).toBe(
      `balise: There is no file ${at('nowhere.json')} (the directory). Check the path.\n`,
    )
    const other = await runHere(['directory', 'check', '--directory', at('root-1.pem')])
    expect(other.errors).toContain('This is not a directory file')
    expect([missing.exit, other.exit]).toEqual([1, 1])
  })
})
