// What associations have on their machines, run for real: gpg, sq and sqop open what a phone seals, and their keys sign in.
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect } from 'vitest'
import { acceptCertificate } from '../../src/crypto/certificate-profile.ts'
import { fromUtf8, utf8 } from '../../src/crypto/encoding.ts'
import {
  decryptWith,
  fingerprintOf,
  makeKey,
  readArmoredCertificate,
  readSecretKey,
  unlock,
} from '../../src/crypto/openpgp.ts'
import { verifyText } from '../../src/crypto/openpgp-signatures.ts'
import { gpgKeyCommands, gpgProofCommand } from '../../src/cli/key-advice.ts'
import { possessionStatement } from '../../src/directory/directory.ts'
import { TEXT_BUCKETS_BYTES } from '../../src/protocol/limits.ts'
import { ASSOCIATION, NARRATIVES, PASSPHRASE, STATEMENT } from '../vectors/terms.ts'
import { liveTest } from './live-test.ts'
import { sealTo } from './seal-to.ts'
import { exportFromGpg, gpgUnattended, openBench, type Bench } from './tools.ts'

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const unattended = gpgUnattended(PASSPHRASE)
const SIZES = Object.entries(NARRATIVES)

interface Holder {
  certificate: string
  secretKey: string
}

/** Seals a report of each size to a key, and expects `open` to print exactly what our own code reads. */
async function expectOpened(
  { certificate, secretKey }: Holder,
  open: (file: string) => Buffer,
): Promise<void> {
  const locked = await readSecretKey(utf8(secretKey))
  const key = locked && (await unlock(locked, PASSPHRASE))
  if (!key?.ok) throw new Error('the secret key does not open here')
  const lengths = []
  for (const [size, narrative] of SIZES) {
    const sealed = await sealTo(certificate, ASSOCIATION, narrative, Date.now())
    const printed = open(bench.file(`${size}.pgp`, sealed))
    const expected = await decryptWith(key.value, sealed)
    expect(expected && printed.equals(expected)).toBe(true)
    expect(JSON.parse(fromUtf8(printed))).toMatchObject({ narrative })
    lengths.push(printed.length)
  }
  expect(lengths).toEqual(TEXT_BUCKETS_BYTES)
}

async function expectSignsIn(certificate: string, signature: Buffer): Promise<void> {
  const read = await readArmoredCertificate(certificate)
  if (!read) throw new Error('the certificate is not read')
  const soon = Date.now() + 1000
  expect(await verifyText(read, STATEMENT, signature.toString(), soon)).toBe(true)
  expect(await verifyText(read, `${STATEMENT}.`, signature.toString(), soon)).toBe(false)
}

const openWithGpg = (file: string): Buffer => bench.must('gpg', [...unattended, '--decrypt', file])

function makeGpgKey(): Holder {
  bench.must('gpg', [...unattended, '--quick-gen-key', 'Écoute', 'future-default', 'default', 'never'])
  return exportFromGpg(bench, PASSPHRASE)
}

/** A key as sq makes one, never locked: sq asks for passphrases at a terminal only. */
function makeSqKey(): Holder {
  bench.must('sq', ['key', 'generate', '--userid', 'Écoute', '--expires', 'never', '--export', 'sq.key'])
  return {
    certificate: bench.must('sq', ['key', 'extract-cert', 'sq.key']).toString(),
    secretKey: bench.must('sq', ['armor', 'sq.key']).toString(),
  }
}

async function makeOwnKey(): Promise<Holder & { unlocked: string }> {
  const made = await makeKey('Écoute', PASSPHRASE, Date.now() - 60_000)
  const locked = await readSecretKey(utf8(made.secretKey))
  const key = locked && (await unlock(locked, PASSPHRASE))
  if (!key?.ok) throw new Error('a made key opens')
  return { ...made, unlocked: key.value.armor() }
}

liveTest(['gpg'], 'gpg opens a report of every size, to the byte, with a key it made', async () => {
  await expectOpened(makeGpgKey(), openWithGpg)
})

liveTest(['gpg'], 'a key made with gpg signs in with a detached signature', async () => {
  const { certificate } = makeGpgKey()
  await expectSignsIn(certificate, bench.must('gpg', [...unattended, '--armor', '--detach-sign'], STATEMENT))
})

liveTest(
  ['gpg'],
  'a secret key made in the workspace goes into gpg, opens reports and signs in',
  async () => {
    const made = await makeOwnKey()
    bench.must('gpg', [...unattended, '--import'], made.secretKey)
    await expectOpened(made, openWithGpg)
    await expectSignsIn(
      made.certificate,
      bench.must('gpg', [...unattended, '--armor', '--detach-sign'], STATEMENT),
    )
  },
)

liveTest(
  ['gpg'],
  'the very commands that a refusal prints make a key and a proof that are accepted',
  async () => {
    bench.file(
      'gpg.conf',
      `batch\npinentry-mode loopback\npassphrase-file ${bench.file('phrase', PASSPHRASE)}\n`,
    )
    const shell = (command: string): string => {
      const env = { ...process.env, GNUPGHOME: bench.folder }
      const ran = spawnSync('sh', ['-c', command], { cwd: bench.folder, env, encoding: 'utf8' })
      expect(ran.status, ran.stderr).toBe(0)
      return ran.stdout
    }
    for (const command of gpgKeyCommands('L’Écoute "d\'ici" $(exit 3)')) shell(command)
    const certificate = await readArmoredCertificate(shell('cat CERT.asc'))
    if (!certificate) throw new Error('CERT.asc is not read')
    const soon = Date.now() + 1000
    expect(await acceptCertificate(certificate, soon)).toMatchObject({ ok: true })
    const fingerprint = fingerprintOf(certificate)
    const proof = shell(gpgProofCommand(ASSOCIATION, fingerprint))
    const statement = possessionStatement(ASSOCIATION, fingerprint)
    expect(await verifyText(certificate, statement, proof, soon)).toBe(true)
  },
)

liveTest(['sq'], 'sq opens a report of every size, to the byte, with a key it made', async () => {
  await expectOpened(makeSqKey(), (file) => bench.must('sq', ['decrypt', '--recipient-key', 'sq.key', file]))
})

liveTest(['sq'], 'sq opens reports with a key made in the workspace', async () => {
  const made = await makeOwnKey()
  const key = bench.file('own.key', made.unlocked)
  await expectOpened(made, (file) => bench.must('sq', ['decrypt', '--recipient-key', key, file]))
})

liveTest(['sq'], 'a key made with sq signs in with a detached signature', async () => {
  const { certificate } = makeSqKey()
  const signature = bench.must('sq', ['sign', '--detached', '--signer-key', 'sq.key'], STATEMENT)
  await expectSignsIn(certificate, signature)
})

liveTest(['sqop'], 'sqop opens a report of every size, to the byte, with a key it made', async () => {
  const secretKey = bench.must('sqop', ['generate-key', 'Écoute']).toString()
  const certificate = bench.must('sqop', ['extract-cert'], secretKey).toString()
  const key = bench.file('sqop.key', secretKey)
  await expectOpened({ certificate, secretKey }, (file) =>
    bench.must('sqop', ['decrypt', key], bench.read(file)),
  )
})

liveTest(['sqop'], 'sqop opens reports with a key made in the workspace, and signs in with it', async () => {
  const made = await makeOwnKey()
  const key = bench.file('own.key', made.unlocked)
  await expectOpened(made, (file) => bench.must('sqop', ['decrypt', key], bench.read(file)))
  await expectSignsIn(made.certificate, bench.must('sqop', ['sign', key], STATEMENT))
})
