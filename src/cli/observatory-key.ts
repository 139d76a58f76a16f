// What `balise observatory run` and `release` count with: a directory that is trusted, and the very key it names. Nothing is asked
// for and nothing is opened before both are known to be right.
import * as v from 'valibot'
import type { Directory } from '../directory/directory.ts'
import { fingerprintOf, readSecretKey, unlockWithOne, type PrivateKey } from '../crypto/openpgp.ts'
import { Day } from '../protocol/day.ts'
import { ROOTS_OPTION } from './known-roots.ts'
import { done, misused, refused, type Outcome } from './outcome.ts'
import { readOwnBytes } from './own-file.ts'
import { askPassphraseOrRead } from './passphrase.ts'
import { readSignedDirectory } from './signed-directory.ts'

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
  'former-key': {
    value: 'FILE',
    about: 'One that it had before, while cards that are sealed to it wait.',
    repeated: true,
  },
  'passphrase-file': {
    value: 'FILE',
    about: 'The passphrase of each on a line, readable by you alone; else as below.',
  },
  'started-on': STARTED_OPTION,
} as const

export interface Counting {
  /** Unlocked: the one the directory names, then those it had before. */
  keys: readonly PrivateKey[]
  /** Whether what is counted is invented: that of a demonstration. */
  synthetic: boolean
}

/**
 * A directory that two roots signed, at an instant in milliseconds. One that expired still says which key counts: nobody seals to it
 * any more, and cards that came before wait to be counted.
 */
export const readTrustedDirectory = (
  given: { directory: string; roots: string | undefined },
  at: number,
): Promise<Outcome<Directory>> => readSignedDirectory(given, at, true)

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
    'former-key': readonly string[]
    'passphrase-file': string | undefined
  },
  at: number,
): Promise<Outcome<Counting>> {
  const directory = await readTrustedDirectory(given, at)
  if (!directory.ok) return directory
  const { observatory, demonstration } = directory.value
  const locked = await readLocked(given.key, "the observatory's key")
  if (!locked.ok) return locked
  if (fingerprintOf(locked.value) !== observatory.fingerprint) {
    return refused(
      `${given.key} is not the observatory's key in ${given.directory}, which is ${observatory.fingerprint}.`,
    )
  }
  // Of a former key the directory says nothing any more: one that was never the observatory's opens nothing.
  const all = [{ path: given.key, locked: locked.value }]
  for (const path of given['former-key']) {
    const former = await readLocked(path, 'a former key')
    if (!former.ok) return former
    all.push({ path, locked: former.value })
  }
  const keys: PrivateKey[] = []
  for (const each of all) {
    const key = await unlockAsked(each, given['passphrase-file'])
    if (!key.ok) return key
    keys.push(key.value)
  }
  return done({ keys, synthetic: demonstration })
}

async function readLocked(path: string, what: string): Promise<Outcome<PrivateKey>> {
  const bytes = await readOwnBytes(path, what)
  if (!bytes.ok) return bytes
  const locked = await readSecretKey(bytes.value)
  return locked ? done(locked) : refused(`${path} holds no OpenPGP secret key.`)
}

async function unlockAsked(
  { path, locked }: { path: string; locked: PrivateKey },
  file: string | undefined,
): Promise<Outcome<PrivateKey>> {
  if (locked.isDecrypted()) return done(locked)
  const passphrases = await askPassphraseOrRead(file, path)
  if (!passphrases.ok) return passphrases
  const key = await unlockWithOne(locked, passphrases.value)
  return key.ok ? done(key.value) : refused(`The passphrase does not open ${path}. Try again.`)
}
