// The observatory's commands as an officer and root keepers run them: real key files, a real store, two of three roots.
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sql } from 'drizzle-orm'
import { makeKey, readArmoredCertificate, type Certificate } from '../../src/crypto/openpgp.ts'
import { readReleases } from '../../src/db/statistics/releases.ts'
import { cards, releases } from '../../src/db/statistics/schema.ts'
import { openSharedStatistics } from '../../src/db/statistics/statistics-file.ts'
import type { FileStore } from '../../src/db/file-store.ts'
import { LILLE, putCards, sealCards } from '../support/observatory/cards.ts'
import { lockCheaply } from '../support/cheap-passphrases.ts'
import type { Ended } from '../support/run-balise.ts'
import { runHere } from '../support/run-here.ts'

const PASSPHRASE = 'six mots tirés au sort dans un livre'
const SEPTEMBER = Date.UTC(2026, 8, 20, 10)
const OFFICER = ['--started-on', '2026-02-03']

let made: string
let folder: string
let certificate: Certificate
let campaign: Uint8Array[]
const at = (name: string): string => join(folder, name)

/** What `directory new` made and two roots signed, and another federation's beside it, copied for each test. */
beforeAll(async () => {
  lockCheaply()
  vi.useFakeTimers({ toFake: ['Date'], now: SEPTEMBER })
  made = await mkdtemp(join(tmpdir(), 'balise-observatory-'))
  const file = join(made, 'directory.json')
  await runHere(['directory', 'new', '--out', made], PASSPHRASE)
  await runHere(['directory', 'new', '--out', join(made, 'other')], PASSPHRASE)
  for (const root of ['root-1.pem', 'root-2.pem']) {
    const key = join(made, root)
    const signed = await runHere(['directory', 'sign', '--directory', file, '--key', key], PASSPHRASE)
    expect(signed.exit).toBe(0)
  }
  const { observatory } = JSON.parse(await readFile(file, 'utf8')) as {
    observatory: { certificate: string }
  }
  const read = await readArmoredCertificate(observatory.certificate)
  if (!read) throw new Error('the observatory has a certificate')
  certificate = read
  campaign = await sealCards(certificate, LILLE, 150)
})
beforeEach(async () => {
  vi.setSystemTime(SEPTEMBER)
  folder = await mkdtemp(join(tmpdir(), 'balise-counting-'))
  await cp(made, folder, { recursive: true })
  await chmod(at('observatory-secret.asc'), 0o600)
  await mkdir(at('statistics'))
  await inStore(async () => undefined)
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(async () => {
  vi.useRealTimers()
  await rm(made, { recursive: true })
})

async function inStore<Value>(work: (store: FileStore) => Promise<Value>): Promise<Value> {
  const store = await openSharedStatistics(at('statistics'))
  return await work(store).finally(() => store.close())
}

const cardsLeft = (): Promise<number> =>
  inStore(async (store) => (await store.read((database) => database.select().from(cards))).length)

const balise = (args: readonly string[], passphrase: string | null = PASSPHRASE): Promise<Ended> =>
  runHere(['observatory', ...args], passphrase ?? undefined, { STATISTICS_DIR: at('statistics') })

const trusted = (): string[] => ['--directory', at('directory.json'), '--roots', at('roots.txt')]
const release = (window: string, ...more: string[]): Promise<Ended> =>
  balise(['release', '--window', window, '--key', at('observatory-secret.asc'), ...trusted(), ...more])
const approve = (root: string, note = 'note.txt', window = '2026-Q2'): Promise<Ended> =>
  balise(
    ['approve', '--family', 'when-year', '--window', window]
      .concat(['--note', at(note), '--root', at(root)])
      .concat(trusted()),
  )

describe('an officer who releases a window', () => {
  it('publishes it and what was due before, is told exactly that, and leaves no card of it', async () => {
    const sealed = await sealCards(certificate, LILLE, 2)
    await inStore((store) => putCards(store, '2026-Q1', sealed))
    vi.setSystemTime(Date.UTC(2027, 1, 1))

    const early = await release('2026-Q2', ...OFFICER)
    expect(early).toEqual({
      exit: 0,
      output: 'when-year 2026-Q1: published\nwhen-year 2026-Q2: published\n',
      errors: '',
    })
    expect(await cardsLeft()).toBe(2)
    expect((await release('2026-Q2', ...OFFICER)).output).toBe(
      'nothing was due up to 2026-Q2 that had not been drawn\n',
    )

    const late = await release('2026')
    expect(late.output.trimEnd().split('\n').toSorted()).toEqual([
      'act 2026: published',
      'how 2026: published',
      'platform 2026: published',
      'when-week 2026: published',
      'when-year 2026-Q3: published',
      'when-year 2026-Q4: published',
      'where 2026: published',
    ])
    expect(await cardsLeft()).toBe(0)
    const releases = await inStore(readReleases)
    expect(releases.map(({ body }) => (JSON.parse(body) as { publishedOn: string }).publishedOn)).toEqual(
      releases.map(() => '2027-02-01'),
    )
  })

  it('has cards counted that wait under the key before, with that key at hand', async () => {
    const former = await makeKey('Observatoire', 'une autre phrase', SEPTEMBER)
    const before = await readArmoredCertificate(former.certificate)
    if (!before) throw new Error('a key has a certificate')
    const cards = [...(await sealCards(before, LILLE, 40)), ...campaign.slice(0, 40)]
    await inStore((store) => putCards(store, '2026-Q1', cards))
    await writeFile(at('former.asc'), former.secretKey, { mode: 0o644 })
    await writeFile(at('passphrases'), `${PASSPHRASE}\nune autre phrase\n`, { mode: 0o600 })
    const args = [...OFFICER, '--former-key', at('former.asc'), '--passphrase-file', at('passphrases')]
    expect((await release('2026-Q1', ...args)).errors).toContain(`Others may read ${at('former.asc')}`)
    await chmod(at('former.asc'), 0o600)
    const wrong = await release('2026-Q1', ...args.slice(0, 4))
    expect(wrong.errors).toContain(`The passphrase does not open ${at('former.asc')}`)
    expect((await release('2026-Q1', ...args)).output).toBe('when-year 2026-Q1: published\n')
    const [published] = await inStore(readReleases)
    const { rows } = JSON.parse(published?.body ?? '') as { rows: number[][] }
    // Noise of one half goes past 35 once in 40 million.
    expect(Math.abs((rows[0]?.at(-1) ?? 0) - 80)).toBeLessThan(35)
  })

  it('has nothing published into a store of invented reports', async () => {
    await release('2026-Q1', ...OFFICER)
    await inStore((store) =>
      store.write((database) => [
        database.update(releases).set({ body: sql`replace(body, '"synthetic":false', '"synthetic":true')` }),
      ]),
    )
    const refused = await release('2026-Q2')
    expect(refused).toMatchObject({ exit: 1, output: '' })
    expect(refused.errors).toContain('This store holds releases of invented reports')
  })

  it('is told which day a window waits for', async () => {
    const early = await release('2026-Q3')
    expect(early).toMatchObject({ exit: 1, output: '' })
    expect(early.errors).toContain('2026-Q3 is due on 2026-10-15. Nothing is published before its day.')
    const typed = await release('2026-3')
    expect(typed).toMatchObject({ exit: 2, output: '' })
    expect((await release('2026-Q2', '--started-on', 'mars')).exit).toBe(2)
  })

  it('has nothing counted with a key that others may read', async () => {
    for (const mode of [0o640, 0o604]) {
      await chmod(at('observatory-secret.asc'), mode)
      const refused = await release('2026-Q2')
      expect(refused).toMatchObject({ exit: 1, output: '' })
      expect(refused.errors).toContain(`Others may read ${at('observatory-secret.asc')}`)
    }
  })

  it('has nothing counted with another key than the directory’s, nor with a file that is none', async () => {
    for (const [name, words] of [
      ['other/observatory-secret.asc', "is not the observatory's key in"],
      ['root-1.pem', 'holds no OpenPGP secret key'],
      ['nowhere.asc', 'There is no file'],
    ] as const) {
      if (name === 'root-1.pem') await chmod(at(name), 0o600)
      const refused = await balise(['release', '--window', '2026-Q2', '--key', at(name), ...trusted()], null)
      expect(refused).toMatchObject({ exit: 1, output: '' })
      expect(refused.errors).toContain(words)
    }
  })

  it('has nothing counted under a directory that is not trusted', async () => {
    const key = ['--key', at('observatory-secret.asc')]
    const foreign = ['--directory', at('directory.json'), '--roots', at('other/roots.txt')]
    const unsigned = ['--directory', at('other/directory.json')]
    for (const directory of [foreign, unsigned]) {
      const refused = await balise(['release', '--window', '2026-Q2', ...key, ...directory])
      expect(refused).toMatchObject({ exit: 1, output: '' })
      expect(refused.errors).toContain('directory.json is not valid')
    }
  })

  it('may keep the passphrase in a file of their own, and in no other', async () => {
    await writeFile(at('passphrase'), `${PASSPHRASE}\n`, { mode: 0o600 })
    const args = ['release', '--window', '2026-Q2', '--key', at('observatory-secret.asc'), ...trusted()]
    expect(await balise([...args, '--passphrase-file', at('passphrase')], null)).toMatchObject({ exit: 0 })
    await chmod(at('passphrase'), 0o644)
    const refused = await balise([...args, '--passphrase-file', at('passphrase')], null)
    expect(refused.errors).toContain(`Others may read ${at('passphrase')}`)
    const wrong = await balise(args, 'une autre phrase de passe')
    expect(wrong.errors).toContain('The passphrase does not open')
    expect((await balise(args, null)).errors).toContain('Set BALISE_PASSPHRASE')
  })
})

describe('the store', () => {
  it.each([
    [{}, 'Set either STATISTICS_URL'],
    [{ STATISTICS_DIR: '/nowhere', STATISTICS_URL: 'http://127.0.0.1:1' }, 'Set either STATISTICS_URL'],
    [{ STATISTICS_DIR: '/nowhere' }, 'There is no /nowhere/statistics.db that you may reach'],
    [{ STATISTICS_URL: 'statistics' }, 'Set STATISTICS_URL to the address'],
    [{ STATISTICS_URL: 'http://127.0.0.1:1', STATISTICS_TOKEN: 'jeton' }, 'The store does not answer'],
  ])('is one that is named and there, or a sentence says so: %o', async (env, words) => {
    const refused = await runHere(['observatory', 'list'], undefined, env)
    expect(refused).toMatchObject({ exit: 1, output: '' })
    expect(refused.errors).toContain(words)
    expect(refused.errors).not.toContain('jeton')
  })

  it('is of the group of a folder that was made for two, and of its owner in any other', async () => {
    const mode = async (name: string) => (await stat(at(name))).mode & 0o777
    expect((await mode('statistics/statistics.db')) & 0o022).toBe(0)
    await chmod(at('statistics'), 0o2770)
    await inStore(async (store) => {
      await store.vacuum()
      const modes = ['', '-wal', '-shm'].map((end) => mode(`statistics/statistics.db${end}`))
      expect(await Promise.all(modes)).toEqual([0o660, 0o660, 0o660])
    })
  })
})

describe('a release that is held', () => {
  beforeEach(async () => {
    vi.setSystemTime(Date.UTC(2026, 8, 20))
    expect((await release('2026-Q1', ...OFFICER)).output).toBe('when-year 2026-Q1: published\n')
    await inStore((store) => putCards(store, '2026-Q2', campaign))
    const held = await release('2026-Q2')
    expect(held.output).toContain('when-year 2026-Q2: drawn and held, until two roots approve it')
    await writeFile(at('note.txt'), 'Vérifié : une campagne a fait connaître le site.\r\n')
  })

  it('is published once two roots approve it with one note, and not before', async () => {
    expect((await balise(['list'])).output).toContain('held when-year 2026-Q2 (france-quarter): drawn')
    const first = await approve('root-1.pem')
    expect(first).toMatchObject({ exit: 0, errors: '' })
    expect(first.output).toMatch(
      /^when-year 2026-Q2, sha256 [0-9a-f]{64}\nnoisy total \d+; 2026-Q1 said -?\d+\n/,
    )
    expect(first.output).toContain('  Vérifié : une campagne a fait connaître le site.\n')
    expect(first.output).toContain('another root must approve it with the same note')
    expect((await approve('root-1.pem')).output).toContain('another root must approve it')
    expect((await balise(['list'])).output).toContain('held when-year 2026-Q2')

    expect((await approve('root-3.pem')).output).toContain('when-year 2026-Q2 is published, with the note')
    expect((await balise(['list'])).output).toContain('published when-year 2026-Q2')
    expect((await approve('root-2.pem')).errors).toContain('when-year 2026-Q2 is not held')
  })

  it('is approved by root keepers who never come near the store, with files alone', async () => {
    const file = at('held/when-year-2026-Q2.json')
    expect((await balise(['list', '--held', at('held')])).output).toContain(`wrote ${file}\n`)
    const [published] = await inStore(readReleases)
    await writeFile(at('before.json'), published?.body ?? '')
    const sign = (root: string, out: string) =>
      runHere(
        ['observatory', 'sign', '--release', file, '--before', at('before.json')]
          .concat(['--note', at('note.txt'), '--root', at(root), '--out', at(out)])
          .concat(trusted()),
        PASSPHRASE,
      )
    const handIn = (name: string) => balise(['hand-in', '--approval', at(name), ...trusted()], null)

    const signed = await sign('root-1.pem', 'approval-1.json')
    expect(signed).toMatchObject({ exit: 0, errors: '' })
    expect(signed.output).toMatch(/noisy total \d+; 2026-Q1 said -?\d+\n/)
    expect((await sign('root-1.pem', 'approval-1.json')).errors).toContain('already exists')
    await sign('root-2.pem', 'approval-2.json')
    expect((await handIn('approval-1.json')).output).toContain('another root must approve it')

    const altered = (await readFile(at('approval-2.json'), 'utf8')).replace('campagne', 'compagne')
    await writeFile(at('altered.json'), altered)
    expect((await handIn('altered.json')).errors).toContain('not signed by one of the three roots')
    expect((await handIn('note.txt')).errors).toContain('is not valid JSON')
    expect((await handIn('approval-2.json')).output).toContain('is published, with the note')
    expect((await handIn('approval-2.json')).output).toContain('is published, with the note')
  })

  it('waits when two roots give other notes', async () => {
    await writeFile(at('other.txt'), 'Rien à signaler.')
    await approve('root-1.pem')
    expect((await approve('root-2.pem', 'other.txt')).output).toContain('another root must approve it')
    expect((await balise(['list'])).output).toContain('held when-year 2026-Q2')
  })

  it('is shown to a root keeper before the passphrase is asked for', async () => {
    const args = ['approve', '--family', 'when-year', '--window', '2026-Q2', '--note', at('note.txt')]
    const shown = await balise([...args, '--root', at('root-1.pem'), ...trusted()], null)
    expect(shown.exit).toBe(2)
    expect(shown.output).toContain('noisy total')
    expect(shown.errors).toContain('The passphrase of')
  })

  it('is not approved, and is pointed out, when its text is not that of its digest', async () => {
    await inStore((store) =>
      store.write((database) => [
        database.run(sql`update releases set body = replace(body, '-Q2', '-Q3') where window = '2026-Q2'`),
      ]),
    )
    const refused = await approve('root-1.pem')
    expect([refused.exit, refused.output]).toEqual([1, ''])
    expect(refused.errors).toContain('is not that of its digest')
    expect((await balise(['list'])).output).toMatch(
      /^held when-year 2026-Q2 .*, not the one it was kept with$/m,
    )
  })

  it('is not let go by a stranger’s root, nor with a note that hides something', async () => {
    expect((await approve('other/root-1.pem')).errors).toContain('not one of the three roots')
    await writeFile(at('odd.txt'), 'Vérifié\u202e.')
    expect((await approve('root-1.pem', 'odd.txt')).errors).toContain('cannot be the note')
    expect((await approve('root-1.pem', 'note.txt', '2026-Q1')).errors).toContain('is not held')
  })
})

describe('an operator who looks', () => {
  it('is told of a release that nobody drew', async () => {
    vi.setSystemTime(Date.UTC(2027, 1, 1))
    await inStore((store) =>
      store.write((database) => [
        database.run(sql`insert into releases values ('act', '2031', '{}', 's', 0, null)`),
      ]),
    )
    expect((await balise(['list'], null)).output).toMatch(
      /^never drawn act 2031: sha256 [0-9a-f]{64}, not the one it was kept with$/m,
    )
  })

  it('reads what is published, held and due, and what it cost, without any key', async () => {
    vi.setSystemTime(Date.UTC(2027, 1, 1))
    await release('2026-Q1', ...OFFICER)
    const { exit, output } = await balise(['list'], null)
    expect(exit).toBe(0)
    const lines = output.trimEnd().split('\n')
    expect(lines.shift()).toMatch(
      /^published when-year 2026-Q1 \(france-quarter\): drawn 2027-02-01, epsilon 1\/2, sha256 [0-9a-f]{64}$/,
    )
    expect(lines).toEqual([
      'due when-year 2026-Q2: since 2026-07-15',
      'due when-year 2026-Q3: since 2026-10-15',
      'due when-year 2026-Q4: since 2027-01-15',
      'due where 2026: since 2027-01-15',
      'due when-week 2026: since 2027-01-15',
      'due how 2026: since 2027-01-15',
      'due platform 2026: since 2027-01-15',
      'due act 2026: since 2027-01-15',
      'spent on a report of 2026-Q1: epsilon 1/2',
      'budget of a report: 2 in all, where 3/5, when-year 1/2, when-week 3/10, how 3/10, platform 1/5, act 1/10',
    ])
  })
})
