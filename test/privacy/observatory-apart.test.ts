// The app and the observatory as two users of one machine, who share a folder of statistics and nothing else: what whoever becomes the
// app's user can open, read or list of what the observatory needs a key for. Tried for real, with two processes that both run.
import { execFile } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { rootsText } from '../../src/directory/known-roots.ts'
import { toBase64 } from '../../src/crypto/encoding.ts'
import { readArmoredCertificate } from '../../src/crypto/openpgp.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { openSharedStatistics } from '../../src/db/statistics/statistics-file.ts'
import { dayOf } from '../../src/protocol/day.ts'
import { lastDueQuarter } from '../../src/protocol/statistics-window.ts'
import { makeFederation, type Federation } from '../support/federation.ts'
import { needingTest } from '../support/needing-test.ts'
import { LILLE, putCards, sealCardTo } from '../support/observatory/cards.ts'
import { postJson, solvedProof } from '../support/servers/correspondence.ts'
import { queryFile, runNode, runObservatory, type NodeProcess } from '../support/servers/node-process.ts'
import type { Pried } from '../support/servers/pry.ts'
import type { RunningServer } from '../support/servers/running-server.ts'
import { writeFixtureSite } from '../support/servers/site-fixture.ts'

const run = promisify(execFile)
const pry = fileURLToPath(new URL('../support/servers/pry.ts', import.meta.url))

const SHARED = 61_000
const APP = { uid: 61_001, gid: SHARED }
const OBSERVATORY = { uid: 61_002, gid: SHARED }
const missing = process.getuid?.() === 0 ? undefined : 'root'

let folder: string
let federation: Federation
let [app, observatory] = [null, null] as (NodeProcess | null)[]
let server: RunningServer
const at = (path: string): string => join(folder, path)
const statistics = (): string => at('statistics/statistics.db')

async function folderOf(path: string, { uid, gid }: typeof APP, mode: number): Promise<void> {
  await mkdir(at(path))
  await chown(at(path), uid, gid)
  await chmod(at(path), mode)
}

async function fileOf(path: string, { uid, gid }: typeof APP, mode: number, contents: string | Uint8Array) {
  await writeFile(at(path), contents)
  await chown(at(path), uid, gid)
  await chmod(at(path), mode)
}

const startApp = (port: string): NodeProcess =>
  runNode(at('app'), { STATISTICS_DIR: at('statistics'), PROOF_BITS: '0', PORT: port }, [], APP)

const startObservatory = (): NodeProcess =>
  runObservatory(
    ['--directory', at('public/directory.json'), '--roots', at('public/roots.txt')].concat([
      '--key',
      at('observatory/secret.asc'),
    ]),
    { STATISTICS_DIR: at('statistics'), BALISE_PASSPHRASE: federation.observatory.passphrase },
    OBSERVATORY,
  )

async function seal(): Promise<Uint8Array<ArrayBuffer>> {
  const certificate = await readArmoredCertificate(federation.observatory.certificate)
  if (!certificate) throw new Error('the observatory has a certificate')
  return await sealCardTo(certificate, LILLE)
}

/** The status of a card that a phone posts. */
async function postCard(): Promise<number> {
  const body = JSON.stringify({ version: 1, sealed: toBase64(await seal()) })
  const Proof = solvedProof(server, undefined, 0, 'card')
  return (await postJson(server, '/api/cards', body, { Proof })).status
}

/** Everything that a user of the machine gets at. */
async function priedBy(user: typeof APP): Promise<Pried> {
  const pids = [app, observatory].map((each) => String(each?.child.pid))
  const { stdout } = await run(process.execPath, [pry, folder, statistics(), ...pids], user)
  return JSON.parse(stdout) as Pried
}

beforeAll(async () => {
  if (missing) return
  federation = await makeFederation()
  folder = await mkdtemp(join(tmpdir(), 'balise-apart-'))
  await chmod(folder, 0o755)
  await folderOf('app', APP, 0o700)
  await folderOf('observatory', OBSERVATORY, 0o700)
  await folderOf('statistics', APP, 0o2770)
  await folderOf('public', { uid: 0, gid: 0 }, 0o755)
  await writeFixtureSite(at('app/site'), federation)
  await run('chown', ['-R', `${APP.uid}:${APP.gid}`, at('app')])
  const secret = randomBytes(32)
  await fileOf('app/server.secret', APP, 0o600, toBase64(secret))
  await fileOf('observatory/secret.asc', OBSERVATORY, 0o600, federation.observatory.secretKey)
  await writeFile(at('public/directory.json'), federation.directoryBytes)
  await writeFile(at('public/directory.json.signatures'), federation.signatureBytes)
  await writeFile(at('public/roots.txt'), rootsText(federation.roots.map(({ publicKey }) => publicKey)))

  app = startApp('0')
  server = { origin: await app.ready, federation, secret } as RunningServer
  expect(await postCard()).toBe(202)
  const store = await openSharedStatistics(at('statistics'))
  await putCards(store, lastDueQuarter(dayOf(Date.now())), [await seal()])
  await store.close()
  observatory = startObservatory()
  await observatory.heard(/^published when-year /m)
})
afterAll(async () => {
  for (const each of [app, observatory]) {
    each?.child.kill('SIGKILL')
    await each?.ended
  }
  if (folder) await rm(folder, { recursive: true, force: true })
})

describe('the app and the observatory, two users of a machine', () => {
  needingTest(
    missing,
    'have one file between them, of their group; all else is its owner’s alone',
    async () => {
      const modeOf = async (path: string) => {
        const { mode, uid, gid } = await stat(at(path))
        return [path, (mode & 0o777).toString(8), uid, gid]
      }
      const names = (await readdir(at('statistics'))).toSorted()
      expect(names).toEqual(['statistics.db', 'statistics.db-shm', 'statistics.db-wal'])
      for (const name of names) {
        expect(await modeOf(`statistics/${name}`)).toEqual([`statistics/${name}`, '660', APP.uid, SHARED])
      }
      for (const name of ['envelopes.db', 'envelopes.db-wal', 'server.secret']) {
        expect(await modeOf(`app/${name}`)).toEqual([`app/${name}`, '600', APP.uid, SHARED])
      }
    },
  )

  needingTest(missing, 'are apart: with all that the app’s user can read, no card opens', async () => {
    const pried = await priedBy(APP)
    expect(pried.cards).toBeGreaterThan(0)
    expect({ keys: pried.keys, opened: pried.opened }).toEqual({ keys: 0, opened: 0 })
    expect(pried.environments).toEqual([app?.child.pid])
    expect(pried.shut.toSorted()).toEqual(
      ['observatory', `memory of ${observatory?.child.pid}`, `process ${observatory?.child.pid}`].toSorted(),
    )
    expect(pried.read).toEqual(expect.arrayContaining(['app/envelopes.db', 'app/server.secret']))
    expect(pried.read.filter((path) => path.startsWith('observatory'))).toEqual([])
  })

  needingTest(
    missing,
    'the other way too: the observatory’s user opens cards, and reaches no envelope',
    async () => {
      const pried = await priedBy(OBSERVATORY)
      expect(pried.opened).toBe(pried.cards)
      expect(pried.opened).toBeGreaterThan(0)
      expect(pried.shut.toSorted()).toEqual(
        ['app', `memory of ${app?.child.pid}`, `process ${app?.child.pid}`].toSorted(),
      )
      expect(pried.read.filter((path) => path.startsWith('app'))).toEqual([])
    },
  )

  needingTest(
    missing,
    'both go on: cards are kept while the other publishes, across a restart and its rewriting',
    async () => {
      const before = await queryFile(statistics(), 'select count(*) as n from cards')
      expect(await postCard()).toBe(202)
      app?.child.kill('SIGTERM')
      expect(await app?.ended).toBe(0)
      app = startApp(new URL(server.origin).port)
      await app.ready
      expect(await postCard()).toBe(202)
      const after = await queryFile(statistics(), 'select count(*) as n from cards')
      expect(Number(after[0]?.['n'])).toBe(Number(before[0]?.['n']) + 2)
      expect(app.stderr()).not.toContain('failed')

      observatory?.child.kill('SIGTERM')
      expect(await observatory?.ended).toBe(0)
      expect(observatory?.stderr()).toMatch(/^(published [a-z-]+ \d{4}(-Q\d)? [0-9a-f]{64}\n)+$/)
      expect(await queryFile(statistics(), 'pragma integrity_check')).toMatchObject([
        { integrity_check: 'ok' },
      ])
      observatory = startObservatory()
      await observatory.ready
    },
  )
})
