// Makes every vector of this folder anew with gpg, sq and OpenPGP.js: `node test/vectors/make-vectors.ts`.
// The keys differ each time; what tests expect of them does not. Made with gpg 2.2.40, sq 0.27.0 and OpenPGP.js 6.3.2.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config, generateKey, type KeyOptions } from 'openpgp'
import { utf8 } from '../../src/crypto/encoding.ts'
import { makeKey, readSecretKey, unlock } from '../../src/crypto/openpgp.ts'
import { signText } from '../../src/crypto/openpgp-signatures.ts'
import { sealTo } from '../interop/seal-to.ts'
import { exportFromGpg, gpgUnattended, openBench, type Bench } from '../interop/tools.ts'
import { ASSOCIATION, BOMBS, MADE_AT, NARRATIVES, PASSPHRASE, STATEMENT } from './terms.ts'

const keep = (name: string, contents: string | Uint8Array): void =>
  writeFileSync(join(import.meta.dirname, name), contents)

const compactTime = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+Z$/g, '')
const secondsLater = (seconds: number): number => MADE_AT + seconds * 1000

/** gpg at a moment of the past, unattended. */
const gpg = (bench: Bench, at: number, args: readonly string[], input?: string): Buffer =>
  bench.must(
    'gpg',
    [...gpgUnattended(PASSPHRASE), '--faked-system-time', `${compactTime(at)}!`, ...args],
    input,
  )

/** A fresh GnuPG home with one key made by `--quick-gen-key NAME …`. */
async function withGpgKey(
  key: readonly string[],
  use: (bench: Bench, fingerprint: string) => void | Promise<void>,
): Promise<void> {
  const bench = openBench()
  try {
    gpg(bench, MADE_AT, ['--quick-gen-key', 'Écoute', ...key])
    const listed = bench.must('gpg', ['--list-keys', '--with-colons']).toString()
    await use(bench, /^fpr:+([0-9A-F]{40}):/m.exec(listed)?.[1] ?? '')
  } finally {
    bench.close()
  }
}

const PROFILE = ['future-default', 'default', 'never']

/** The whole of what an association does in GnuPG: a key, a signature for each way of signing, opening each size. */
async function makeGpgVectors(): Promise<void> {
  await withGpgKey(PROFILE, async (bench, fingerprint) => {
    const { certificate, secretKey } = exportFromGpg(bench, PASSPHRASE)
    keep('certificate_gpg.asc', certificate)
    keep('secret-key_gpg.asc', secretKey)
    keep('refused-secret-key_gpg.asc', secretKey)
    const sign = (how: readonly string[], text = STATEMENT) =>
      gpg(bench, secondsLater(60), ['--armor', '--local-user', fingerprint, ...how], text)
    keep('sign-in_gpg.asc', sign(['--detach-sign']))
    keep('sign-in-text-mode_gpg.asc', sign(['--detach-sign', '--textmode']))
    keep('sign-in-cleartext_gpg.asc', sign(['--clear-sign']))
    keep('refused-sign-in-other-words_gpg.asc', sign(['--detach-sign'], `${STATEMENT} `))
    for (const [name, { algorithm, mebibytes }] of Object.entries(BOMBS)) {
      const zeros = bench.file('zeros', new Uint8Array(mebibytes * 1024 * 1024))
      const how = ['--compress-algo', algorithm, '--compress-level', '9', '--bzip2-compress-level', '9']
      keep(name, gpg(bench, secondsLater(60), [...how, '--recipient', fingerprint, '--output', '-', '--encrypt', zeros]))
    }
    for (const [size, narrative] of Object.entries(NARRATIVES)) {
      const sealed = await sealTo(certificate, ASSOCIATION, narrative, secondsLater(60))
      keep(`envelope-${size}_balise.pgp`, sealed)
      keep(
        `envelope-${size}_gpg.json`,
        bench.must('gpg', [...gpgUnattended(PASSPHRASE), '--decrypt', bench.file(`${size}.pgp`, sealed)]),
      )
    }
  })
}

function makeSqVectors(): void {
  const bench = openBench()
  try {
    const made = ['--creation-time', compactTime(MADE_AT)]
    const generate = (name: string, ...options: string[]) => {
      bench.must('sq', ['key', 'generate', '--userid', 'Écoute', ...made, '--export', name, ...options])
      return bench.must('sq', ['key', 'extract-cert', name]).toString()
    }
    keep('certificate_sq.asc', generate('key', '--expires', 'never'))
    keep('secret-key_sq.asc', readFileSync(join(bench.folder, 'key')))
    const at = ['--time', compactTime(secondsLater(60))]
    keep('sign-in_sq.asc', bench.must('sq', ['sign', '--detached', '--signer-key', 'key', ...at], STATEMENT))
    keep('refused-rsa_sq.asc', generate('rsa', '--cipher-suite', 'rsa3k', '--expires', 'never'))
    keep('refused-expired_sq.asc', generate('expired', '--expires-in', '7d'))
  } finally {
    bench.close()
  }
}

async function makeOpenPgpJsVectors(): Promise<void> {
  const { certificate, secretKey } = await makeKey('Écoute', PASSPHRASE, MADE_AT)
  keep('certificate_openpgpjs.asc', certificate)
  keep('secret-key_openpgpjs.asc', secretKey)
  const locked = await readSecretKey(utf8(secretKey))
  const key = locked && (await unlock(locked, PASSPHRASE))
  if (!key?.ok) throw new Error('the key does not open')
  keep('sign-in_openpgpjs.asc', await signText(key.value, STATEMENT, secondsLater(60)))
  const generate = async (options: Partial<KeyOptions>): Promise<string> => {
    const { publicKey } = await generateKey({
      userIDs: [{ name: 'Écoute' }],
      type: 'ecc',
      curve: 'curve25519Legacy',
      date: new Date(MADE_AT),
      ...options,
      format: 'armored',
    })
    return publicKey
  }
  const advertising = await generate({ config: { ...config, aeadProtect: true } })
  keep('refused-seipd-v2_openpgpjs.asc', advertising)
  keep('refused-new-algorithms_openpgpjs.asc', await generate({ type: 'curve25519' }))
  keep(
    'refused-version-6_openpgpjs.asc',
    await generate({ type: 'curve25519', config: { ...config, v6Keys: true } }),
  )
}

/** Certificates GnuPG makes that must be refused. */
async function makeRefusedGpgVectors(): Promise<void> {
  const keepCertificate = (name: string, key: readonly string[], change: ChangeKey = () => {}) =>
    withGpgKey(key, (bench, fingerprint) => {
      change(bench, fingerprint)
      keep(name, exportFromGpg(bench, PASSPHRASE).certificate)
    })
  await keepCertificate('refused-rsa_gpg.asc', ['rsa2048', 'default', 'never'])
  await keepCertificate('refused-nist_gpg.asc', ['nistp256', 'sign', 'never'], addSubkey('nistp256', 'never'))
  await keepCertificate(
    'refused-nist-subkey_gpg.asc',
    ['ed25519', 'sign', 'never'],
    addSubkey('nistp256', 'never'),
  )
  await keepCertificate('refused-sign-only_gpg.asc', ['ed25519', 'sign', 'never'])
  await keepCertificate('refused-two-encryption-subkeys_gpg.asc', PROFILE, addSubkey('cv25519', 'never'))
  await keepCertificate('refused-expired_gpg.asc', ['future-default', 'default', '7d'])
  await keepCertificate(
    'refused-expired-subkey_gpg.asc',
    ['ed25519', 'sign', 'never'],
    addSubkey('cv25519', '7d'),
  )
  await keepCertificate('refused-revoked_gpg.asc', PROFILE, (bench, fingerprint) => {
    const path = join(bench.folder, 'openpgp-revocs.d', `${fingerprint}.rev`)
    gpg(
      bench,
      secondsLater(60),
      ['--import'],
      readFileSync(path, 'utf8').replace(':-----BEGIN', '-----BEGIN'),
    )
  })
  await keepCertificate('refused-revoked-subkey_gpg.asc', PROFILE, (bench, fingerprint) => {
    const answers = ['key 1', 'revkey', 'y', '0', '', 'y', 'save', ''].join('\n')
    gpg(bench, secondsLater(60), ['--no-batch', '--command-fd', '0', '--edit-key', fingerprint], answers)
  })
  await keepCertificate('refused-two-certificates_gpg.asc', PROFILE, (bench) => {
    gpg(bench, MADE_AT, ['--quick-gen-key', 'Accueil', ...PROFILE])
  })
}

type ChangeKey = (bench: Bench, fingerprint: string) => void

const addSubkey =
  (curve: string, expiry: string): ChangeKey =>
  (bench, fingerprint) =>
    void gpg(bench, secondsLater(30), ['--quick-add-key', fingerprint, curve, 'encr', expiry])

await makeGpgVectors()
makeSqVectors()
await makeOpenPgpJsVectors()
await makeRefusedGpgVectors()
