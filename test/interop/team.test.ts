// A member whose key is in GnuPG: the key that gpg makes by default signs in, opens what the team gives it, and stays where it is.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { readSecretKey, unlock, fingerprintOf, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { fromBase64, utf8 } from '../../src/crypto/encoding.ts'
import { makeFederation, type FederatedAssociation } from '../support/federation.ts'
import { runBalise } from '../support/run-balise.ts'
import { asAnother, bodyOf, sealedEnvelope, solvedProof, submit } from '../support/servers/correspondence.ts'
import { startNodeServer } from '../support/servers/node-process.ts'
import type { RunningServer } from '../support/servers/running-server.ts'
import { foundTeam, makeTeam, signInAs, teamState, type TeamPerson } from '../support/team-maker.ts'
import { liveTest } from './live-test.ts'
import { sealTo } from './seal-to.ts'
import { exportFromGpg, gpgUnattended, openBench, type Bench } from './tools.ts'

const OURS = 'ecoute-sud'
let server: RunningServer
let ours: FederatedAssociation
let folder: string
const benches: Bench[] = []

beforeAll(async () => {
  const federation = await makeFederation()
  server = await startNodeServer({ federation })
  ours = federation.associations.find(({ association }) => association === OURS) as FederatedAssociation
  folder = await mkdtemp(join(tmpdir(), 'balise-team-'))
  const envelope = await sealedEnvelope(server, OURS)
  const sealed = await sealTo(ours.certificate, OURS, 'Ils étaient trois.', Date.now())
  const body = bodyOf({ ...asAnother(envelope), sealed: Buffer.from(sealed).toString('base64') })
  expect((await submit(server, body, solvedProof(server))).status).toBe(202)
})
afterAll(async () => {
  for (const bench of benches) bench.close()
  await server.stop()
  await rm(folder, { recursive: true })
})

const opened = async (out: string): Promise<string[]> => {
  const files = (await readdir(out)).filter((name) => name.endsWith('.json'))
  return Promise.all(files.map((name) => readFile(join(out, name), 'utf8')))
}
const pull = (bench: Bench, fingerprint: string, out: string, ...more: string[]) =>
  runBalise(
    ['inbox', 'pull', '--server', server.origin, '--gpg', fingerprint, '--out', out, ...more],
    undefined,
    { GNUPGHOME: bench.folder },
  )

liveTest(['gpg'], 'the association’s own key, which never leaves GnuPG, pulls and opens', async () => {
  const bench = openBench()
  benches.push(bench)
  bench.must('gpg', [...gpgUnattended(ours.passphrase), '--import'], ours.secretKey)
  // The agent asks for no passphrase that it holds already.
  bench.must('gpg', [...gpgUnattended(ours.passphrase), '--sign', '--output', '/dev/null'], 'x')
  bench.file('open.pgp', await sealTo(ours.certificate, OURS, 'warm', Date.now()))
  bench.must('gpg', [...gpgUnattended(ours.passphrase), '--decrypt', join(bench.folder, 'open.pgp')])
  const out = join(folder, 'own')
  const pulled = await pull(bench, ours.fingerprint, out)
  expect(pulled).toMatchObject({ exit: 0, errors: '' })
  expect(await opened(out)).toEqual([expect.stringContaining('Ils étaient trois.')])
})

liveTest(
  ['gpg'],
  'a member’s key made by gpg as it does by default signs in, pulls and opens, and gpg opens the keys it is given',
  async () => {
    const bench = openBench()
    benches.push(bench)
    const making = [
      '--quick-gen-key',
      'Camille Test <camille@exemple.test>',
      'future-default',
      'default',
      'never',
    ]
    bench.must('gpg', [...gpgUnattended(''), ...making])
    const { secretKey } = exportFromGpg(bench, '')
    const read = await readSecretKey(utf8(secretKey))
    const key = read && (await unlock(read, ''))
    if (!key?.ok) throw new Error('a key that gpg made without a passphrase opens')
    const camille: TeamPerson = {
      name: 'Camille',
      role: 'member',
      key: key.value as PrivateKey,
      fingerprint: fingerprintOf(key.value),
    }
    await foundTeam(server, OURS, [...(await makeTeam()), camille])

    const out = join(folder, 'member')
    const lost = await pull(bench, camille.fingerprint, out)
    expect(lost.errors).toContain('--association')
    expect(await pull(bench, camille.fingerprint, out, '--association', OURS)).toMatchObject({
      exit: 0,
      errors: '',
    })
    expect(await opened(out)).toEqual([expect.stringContaining('Ils étaient trois.')])

    const { wrap } = await teamState(server, await signInAs(server, OURS, camille))
    const keys = bench.must('gpg', [
      ...gpgUnattended(''),
      '--decrypt',
      bench.file('wrap.pgp', fromBase64(wrap ?? '') ?? new Uint8Array()),
    ])
    bench.must('gpg', [...gpgUnattended(''), '--import', bench.file('keys.pgp', keys)])
    expect(bench.must('gpg', ['--list-secret-keys', '--with-colons']).toString()).toContain(ours.fingerprint)
    const rosters = JSON.stringify(await server.query('select * from rosters'))
    expect(rosters).not.toMatch(/camille/i)
  },
)
