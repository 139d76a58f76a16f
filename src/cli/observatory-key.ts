// What `balise observatory run` and `release` count with: a directory that is trusted, and the very key it names. Nothing is asked
// for and nothing is opened before both are known to be right.
import * as v from 'valibot'
import { explainFault } from '../directory/faults.ts'
import { verifySignedDirectory } from '../directory/verify-directory.ts'
import type { Directory } from '../directory/directory.ts'
import { utf8 } from '../crypto/encoding.ts'
import { fingerprintOf, readSecretKey, unlock, type PrivateKey } from '../crypto/openpgp.ts'
import { Day } from '../protocol/day.ts'
import { readDirectoryFile, readSignaturesFile, signaturesText } from './directory-file.ts'
import { readKnownRoots, ROOTS_OPTION } from './known-roots.ts'
import { done, misused, refused, type Outcome } from './outcome.ts'
import { readOwnBytes } from './own-file.ts'
import { askPassphraseOrRead } from './passphrase.ts'

export const TRUSTED_OPTIONS = {
  directory: { value: 'FILE', about: 'The signed directory.json.', required: true },
  roots: ROOTS_OPTION,
} as const

export const STARTED_OPTION = {
  value: 'DAY',
  about: 'The day the site opened, such as 2026-10-03. It counts until the first release, which follows it.',
} as const

export const COUNTING_OPTIONS = {
  ...TRUSTED_OPTIONS,
  key: { value: 'FILE', about: "The observatory's secret key, readable by you alone.", required: true },
  'passphrase-file': {
    value: 'FILE',
    about: 'Its passphrase on one line, readable by you alone; else as below.',
  },
  'started-on': STARTED_OPTION,
} as const

export interface Counting {
  key: PrivateKey
  /** Whether what is counted is invented: that of a demonstration. */
  synthetic: boolean
}

/**
 * A directory that two roots signed, at an instant in milliseconds. One that expired still says which key counts: nobody seals to it
 * any more, and cards that came before wait to be counted.
 */
export async function readTrustedDirectory(
  { directory: path, roots: rootsPath }: { directory: string; roots: string | undefined },
  at: number,
): Promise<Outcome<Directory>> {
  const roots = await readKnownRoots(rootsPath)
  if (!roots.ok) return roots
  const file = await readDirectoryFile(path)
  if (!file.ok) return file
  const signatures = await readSignaturesFile(path)
  if (!signatures.ok) return signatures
  const signatureBytes = utf8(signaturesText(signatures.value))
  const known = { roots: roots.value, evenExpired: true }
  const verdict = await verifySignedDirectory(file.value.bytes, signatureBytes, at, known)
  return verdict.ok
    ? done(verdict.value)
    : refused(`${path} is not trusted. ${explainFault(verdict.reason, verdict.about)}`)
}

/** The day a site opened; undefined where it was not given. */
export function readStartedOn(text: string | undefined): Outcome<Day | undefined> {
  const day = v.safeParse(v.optional(Day), text)
  return day.success ? done(day.output) : misused('--started-on is a day such as 2026-10-03.')
}

export async function openCounting(
  given: {
    directory: string
    roots: string | undefined
    key: string
    'passphrase-file': string | undefined
  },
  at: number,
): Promise<Outcome<Counting>> {
  const directory = await readTrustedDirectory(given, at)
  if (!directory.ok) return directory
  const { observatory, demonstration } = directory.value
  const bytes = await readOwnBytes(given.key, "the observatory's key")
  if (!bytes.ok) return bytes
  const locked = await readSecretKey(bytes.value)
  if (!locked) return refused(`${given.key} holds no OpenPGP secret key.`)
  if (fingerprintOf(locked) !== observatory.fingerprint) {
    return refused(
      `${given.key} is not the observatory's key in ${given.directory}, which is ${observatory.fingerprint}.`,
    )
  }
  if (locked.isDecrypted()) return done({ key: locked, synthetic: demonstration })
  const passphrase = await askPassphraseOrRead(given['passphrase-file'], given.key)
  if (!passphrase.ok) return passphrase
  const key = await unlock(locked, passphrase.value)
  return key.ok
    ? done({ key: key.value, synthetic: demonstration })
    : refused(`The passphrase does not open ${given.key}. Try again.`)
}
