// `balise login` and `balise logout`: one signature for the commands that follow, kept for its owner alone, and given up when asked.
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeFederation, type FederatedAssociation, type Federation } from '../support/federation.ts'
import { startInventedHouse, type InventedHouse } from '../support/invented-house.ts'
import { runHere } from '../support/run-here.ts'

let federation: Federation
let ours: FederatedAssociation
let folder: string
let house: InventedHouse

beforeAll(async () => {
  federation = await makeFederation()
  ours = federation.associations[0] as FederatedAssociation
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balise-session-'))
  await writeFile(join(folder, 'key.asc'), ours.secretKey)
  house = await startInventedHouse(federation, ours, [])
})
afterEach(async () => {
  await house.stop()
  await rm(folder, { recursive: true })
})

const balise = (...args: string[]) =>
  runHere([...args, '--server', house.origin], ours.passphrase, { XDG_STATE_HOME: folder })
const key = () => ['--key', join(folder, 'key.asc')]
const named = () => ['--association', ours.association]
const pull = (...more: string[]) => balise('inbox', 'pull', '--out', join(folder, 'inbox'), ...more)
const asked = (path: string) => house.received.filter((request) => request.path === path)
const signedIn = () => asked('/api/session').filter(({ method }) => method === 'POST').length
const kept = async () => join(folder, 'balise', (await readdir(join(folder, 'balise')))[0] ?? '')

it('keeps the session for its owner alone, and the commands that follow neither sign in nor out', async () => {
  expect(await balise('login', ...key())).toMatchObject({ exit: 0, errors: '' })
  const path = await kept()
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'balise'))).mode & 0o777).toBe(0o700)
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    version: 1,
    server: house.origin,
    association: ours.association,
    member: ours.fingerprint,
    key: { file: join(folder, 'key.asc') },
    cookie: [...house.alive][0],
  })
  expect(await pull(...named())).toMatchObject({ exit: 0, errors: '' })
  expect(await balise('case', 'list', ...key())).toMatchObject({ exit: 0, errors: '' })
  expect(asked('/api/session').length).toBe(1)
})

it('says to log in again when the session has ended, and signs nothing unasked', async () => {
  await balise('login', ...key())
  house.alive.clear()
  const pulled = await pull(...named())
  expect(pulled).toMatchObject({ exit: 1, output: '' })
  expect(pulled.errors).toContain('has ended')
  expect(pulled.errors).toContain('Log in again')
  expect(signedIn()).toBe(1)
})

it('signs in again by itself where the key is given, and keeps the new session', async () => {
  await balise('login', ...key())
  house.alive.clear()
  expect(await pull(...key())).toMatchObject({ exit: 0, errors: '' })
  expect(signedIn()).toBe(2)
  expect(await readFile(await kept(), 'utf8')).toContain([...house.alive][0])
  expect(await pull(...named())).toMatchObject({ exit: 0, errors: '' })
  expect(signedIn()).toBe(2)
})

it('leaves the session of another key alone', async () => {
  await balise('login', ...key())
  const path = await kept()
  const others = (await readFile(path, 'utf8')).replace(ours.fingerprint, 'A'.repeat(40))
  await writeFile(path, others)
  expect(await pull(...key())).toMatchObject({ exit: 0 })
  expect(await readFile(path, 'utf8')).toBe(others)
  expect(signedIn()).toBe(2)
  expect(house.alive.size).toBe(1)
})

it('ends the session before when one logs in anew', async () => {
  await balise('login', ...key())
  const [first = ''] = house.alive
  await balise('login', ...key())
  expect([...house.alive]).not.toContain(first)
  expect(house.alive.size).toBe(1)
})

it('ends at the server and here when one logs out; logging out twice harms nothing', async () => {
  await balise('login', ...key())
  expect(await balise('logout', ...named())).toEqual({ exit: 0, output: 'signed out\n', errors: '' })
  expect(house.alive.size).toBe(0)
  expect(await readdir(join(folder, 'balise'))).toEqual([])
  expect(await balise('logout', ...named())).toMatchObject({ exit: 0, output: 'no session was kept\n' })
})

it('forgets the session here even when the server cannot be told, and says so', async () => {
  await balise('login', ...key())
  house.instead = ({ method }) => (method === 'DELETE' ? { status: 500 } : null)
  const left = await balise('logout', ...named())
  expect(left).toMatchObject({ exit: 1, output: '' })
  expect(left.errors).toContain('could not be told')
  expect(await readdir(join(folder, 'balise'))).toEqual([])
})

it('names a file that is no session, and sends nothing of it', async () => {
  await balise('login', ...key())
  const path = await kept()
  for (const text of ['{}', '{"cookie":"__Host-balise=x\\r\\nX: y"}', 'session']) {
    await writeFile(path, text)
    const pulled = await pull(...named())
    expect(pulled.exit).toBe(1)
    expect(pulled.errors).toContain(path)
  }
  expect(asked('/api/team')).toEqual([])
})

it.each([
  { args: [], exit: 2, words: 'or, after balise login, --association NAME' },
  { args: ['--association', 'ecoute-sud'], exit: 1, words: 'No session is kept' },
  { args: ['--association', '../../key'], exit: 1, words: 'No session is kept' },
])('asks for a key where no session is kept: $args', async ({ args, exit, words }) => {
  const pulled = await pull(...args)
  expect(pulled).toMatchObject({ exit, output: '' })
  expect(pulled.errors).toContain(words)
  expect(house.received).toEqual([])
})
