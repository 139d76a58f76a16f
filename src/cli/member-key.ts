// The key of whoever runs a command: from a file, or in GnuPG, which may keep it on a card. With GnuPG no secret part ever enters this
// process: the agent signs and opens.
import { resolve } from 'node:path'
import { fingerprintOf, readSecretKey, decryptWith, unlock, type PrivateKey } from '../crypto/openpgp.ts'
import { signOnDay, signText } from '../crypto/openpgp-signatures.ts'
import type { Bytes } from '../crypto/encoding.ts'
import type { Day } from '../protocol/day.ts'
import { readBytes } from './files.ts'
import { gpgFingerprint, openWithGpg, signWithGpg } from './gpg.ts'
import { done, misused, refused, type Outcome } from './outcome.ts'
import { askPassphrase } from './passphrase.ts'

export interface MemberKey {
  /** 40 upper-case hexadecimal digits. */
  fingerprint: string
  /** An armored detached signature over text. */
  sign: (text: string) => Promise<Outcome<string>>
  /** The same over its UTF-8 bytes, dated that day: it tells no instant. */
  signOnDay: (text: string, day: Day) => Promise<Outcome<string>>
  /** Null for what is sealed to another key; throws for what is sealed to this one and damaged. */
  open: (sealed: Bytes) => Promise<Bytes | null>
}

export const KEY_OPTIONS = {
  key: { value: 'FILE', about: 'Your OpenPGP secret key, armored or binary.' },
  gpg: { value: 'FINGERPRINT', about: 'Your key in GnuPG, instead of a file: its agent signs and opens.' },
} as const

/** How a key is found again. `file` is a whole path. */
export type KeyName = { gpg: string } | { file: string }

/** A key that was found, and is opened once it is known to be the right one. */
export interface FoundKey {
  name: KeyName
  fingerprint: string
  unlock: () => Promise<Outcome<MemberKey>>
}

export async function findKey(given: {
  key: string | undefined
  gpg: string | undefined
}): Promise<Outcome<FoundKey>> {
  if (given.gpg !== undefined && given.key === undefined) return inGpg(given.gpg)
  if (given.key !== undefined && given.gpg === undefined) return inFile(given.key)
  return misused('Give either --key FILE or --gpg FINGERPRINT.')
}

async function inFile(path: string): Promise<Outcome<FoundKey>> {
  const bytes = await readBytes(path, 'the key')
  if (!bytes.ok) return bytes
  const key = await readSecretKey(bytes.value)
  if (!key) return refused(`${path} holds no OpenPGP secret key. Give the secret key's file to --key.`)
  return done({
    name: { file: resolve(path) },
    fingerprint: fingerprintOf(key),
    unlock: async () => {
      const opened = await unlockKey(key, path)
      return opened.ok ? done(openKey(opened.value)) : opened
    },
  })
}

async function unlockKey(key: PrivateKey, path: string): Promise<Outcome<PrivateKey>> {
  if (key.isDecrypted()) return done(key)
  const passphrase = await askPassphrase(path)
  if (!passphrase.ok) return passphrase
  const unlocked = await unlock(key, passphrase.value)
  return unlocked.ok ? unlocked : refused(`The passphrase does not open ${path}. Try again.`)
}

/** A key that is open in this process. */
export const openKey = (key: PrivateKey): MemberKey => ({
  fingerprint: fingerprintOf(key),
  sign: async (text) => done(await signText(key, text, Date.now())),
  signOnDay: async (text, day) => done(await signOnDay(key, text, day)),
  open: (sealed) => decryptWith(key, sealed),
})

async function inGpg(named: string): Promise<Outcome<FoundKey>> {
  const found = await gpgFingerprint(named)
  if (!found.ok) return found
  const { fingerprint, encryptionKeyIds, since } = found.value
  const key: MemberKey = {
    fingerprint,
    sign: (text) => signWithGpg(fingerprint, text),
    signOnDay: (text, day) => signWithGpg(fingerprint, text, Math.max(Date.parse(day) / 1000, since)),
    open: (sealed) => openWithGpg(sealed, encryptionKeyIds),
  }
  return done({ name: { gpg: fingerprint }, fingerprint, unlock: async () => done(key) })
}
