// Keeps the keys of whoever opened the workspace, in the memory of its Worker alone: their own, with which they sign in, and the
// association's, with which everything is read. It fetches nothing, and no answer of its holds a secret key.
import { hasChallengeForm } from '../../crypto/challenge.ts'
import { fromBase64, utf8, type Bytes } from '../../crypto/encoding.ts'
import { equalBytes } from '../../crypto/hmac.ts'
import { MAX_KEY_FILE_BYTES } from '../../crypto/key-file.ts'
import { keyBodyOf } from '../../crypto/key-body.ts'
import { locatorOf, unlockBytes } from '../../crypto/lock.ts'
import {
  fingerprintOf,
  readCertificate,
  readOpenKeys,
  readSecretKey,
  unlock,
  type Certificate,
  type PrivateKey,
} from '../../crypto/openpgp.ts'
import { signText } from '../../crypto/openpgp-signatures.ts'
import type { Code } from '../../crypto/return-code.ts'
import { sha256 } from '../../crypto/sha256.ts'
import { recoveryKey } from '../../crypto/team-words.ts'
import type { SealingEntry } from '../../directory/directory.ts'
import { signInStatement } from '../../protocol/inbox.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { TeamState } from '../../protocol/team.ts'
import type { Writer } from '../../sealing/case-file.ts'
import type { CaseHands } from '../../sealing/case-keeping.ts'
import { openKeyring } from '../../sealing/keyring.ts'
import { believeRosters, openBook, type BelievedRoster, type Teammate } from '../../sealing/team.ts'
import { rootOf } from '../team/openers.ts'
import type { Confirmation, EnterFault, Opener, TeamView } from '../team/team-messages.ts'
import type { KeySource, Member, UnlockFault } from './key-source.ts'

/** What a member's key is locked for. */
export const MEMBER_KEY = 'member key'

/** Whoever opened their key so many milliseconds ago need not show again that it is them. */
const CONFIRMED_FOR_MS = 5 * 60 * 1000

/** What is open. `keys` are the association's, oldest first; none before the team was entered. */
export interface Kept {
  association: string
  name: string
  /** The directory's own copy of the association's certificate, by which answers are known again as its. */
  certificate: Certificate
  signer: PrivateKey
  keys: readonly PrivateKey[]
  /** Whose signatures count in what the association wrote about its cases. */
  writers: readonly Writer[]
  team: { believed: BelievedRoster; teammates: readonly Teammate[] } | null
  /** SHA-256 of what opened the signer's key; null for a file, which is opened again instead. */
  openedBy: Bytes | null
  confirmedAt: number
}

/** The association's key that it is written to now. Throws before the team was entered: that is a bug of whoever asks. */
export function newestKey({ keys }: Kept): PrivateKey {
  const key = keys.at(-1)
  if (!key) throw new Error('the team was not entered')
  return key
}

/** What they do in what is written about cases. */
export const handsOf = (kept: Kept): CaseHands => ({
  association: kept.association,
  by: fingerprintOf(kept.signer),
  signer: kept.signer,
  opens: kept.keys,
  own: () => newestKey(kept).toPublic(),
  writers: kept.writers,
})

export interface KeyKeeper {
  /** What is open. Throws when nothing is: that is a bug of whoever asks. */
  kept: () => Kept
  isOpen: () => boolean
  unlock: (
    source: KeySource,
    passphrase: string,
    association: string | null,
  ) => Promise<Result<Member, UnlockFault>>
  /** An association's own key that is open already; null when the directory does not list it. */
  holdOwn: (key: PrivateKey) => Promise<Member | null>
  locate: (opener: Opener) => Promise<string>
  unlockBlob: (association: string, blob: string) => Promise<Result<Member, 'unknown-key'>>
  unlockSheet: (association: string, code: Code) => Promise<Result<Member, 'unknown-key'>>
  /** Another key takes the signer's place: one that was just made, and that its team has taken in. */
  takeUp: (signer: PrivateKey, openedBy: Bytes | null) => void
  sign: (origin: string, challenge: string) => Promise<Result<string, 'clock' | 'not-a-challenge'>>
  /** Null where no team was founded: then the signer's key is the association's own. */
  enter: (state: TeamState) => Promise<Result<TeamView | null, EnterFault>>
  confirm: (opener: Confirmation) => Promise<boolean>
  confirmFile: (source: KeySource, passphrase: string) => Promise<boolean>
  isConfirmed: () => boolean
}

export function makeKeyKeeper(entries: readonly SealingEntry[], now: () => number = Date.now): KeyKeeper {
  let held: Kept | null = null
  /** Of the opener whose locked key is being fetched. */
  let root: Bytes | null = null

  const kept = (): Kept => {
    if (!held) throw new Error('no key is unlocked')
    return held
  }
  const hold = async (signer: PrivateKey, entry: SealingEntry, openedBy: Bytes | null): Promise<Member> => {
    const { association, name, fingerprint } = entry
    const certificate = await readCertificate(fromBase64(entry.certificate) ?? new Uint8Array())
    const own = fingerprintOf(signer) === fingerprint
    const keys = own ? [signer] : []
    const writers = own ? [{ fingerprint, key: keyBodyOf(signer) }] : []
    held = { association, name, certificate, signer, keys, writers, team: null, openedBy, confirmedAt: now() }
    return { association, name, fingerprint: fingerprintOf(signer) }
  }
  const entryOf = (association: string | null): SealingEntry | undefined =>
    entries.find((entry) => entry.association === association)

  return {
    kept,
    isOpen: () => held !== null,
    unlock: async (source, passphrase, association) => {
      held = null
      const locked = await secretKeyIn(source)
      if (!locked.ok) return locked
      // The directory is asked before the passphrase is tried: a stranger's key is named as such, not as a typing mistake.
      const fingerprint = fingerprintOf(locked.value)
      const entry = entries.find((each) => each.fingerprint === fingerprint) ?? entryOf(association)
      if (!entry) return decline('unknown-key')
      const unlocked = await unlock(locked.value, passphrase)
      return unlocked.ok ? accept(await hold(unlocked.value, entry, null)) : unlocked
    },
    holdOwn: async (key) => {
      held = null
      const entry = entries.find((each) => each.fingerprint === fingerprintOf(key))
      return entry ? hold(key, entry, null) : null
    },
    locate: async (opener) => {
      root = await rootOf(opener)
      return locatorOf(root, MEMBER_KEY)
    },
    unlockBlob: async (association, blob) => {
      held = null
      const entry = entryOf(association)
      const opened = root && (await unlockBytes(root, MEMBER_KEY, fromBase64(blob) ?? new Uint8Array()))
      const [key] = opened ? await readOpenKeys(opened) : []
      return entry && key && root ? accept(await hold(key, entry, sha256(root))) : decline('unknown-key')
    },
    unlockSheet: async (association, code) => {
      held = null
      const entry = entryOf(association)
      const paper = await rootOf({ way: 'sheet', code })
      const [key] = await readOpenKeys((await recoveryKey(paper)).secretKey)
      return entry && key ? accept(await hold(key, entry, sha256(paper))) : decline('unknown-key')
    },
    takeUp: (signer, openedBy) => {
      held = { ...kept(), signer, openedBy, team: null, confirmedAt: now() }
    },
    sign: async (origin, challenge) => {
      const { signer, association } = kept()
      if (!hasChallengeForm('sign-in', challenge)) return decline('not-a-challenge')
      try {
        return accept(await signText(signer, signInStatement(origin, association, challenge), now()))
      } catch {
        return decline('clock')
      }
    },
    enter: async ({ rosters, book, wrap }) => {
      const { association, certificate, signer } = kept()
      const own = fingerprintOf(signer) === fingerprintOf(certificate)
      if (rosters.length === 0) return own ? accept(null) : decline('no-roster')
      const believed = await believeRosters(rosters, association, fingerprintOf(certificate))
      if (!believed.ok) return believed
      const keys = await openKeyring(fromBase64(wrap ?? '') ?? new Uint8Array(), signer)
      const opened =
        keys && (await openBook(fromBase64(book ?? '') ?? new Uint8Array(), believed.value, keys))
      const teammates = opened?.teammates ?? []
      const self = teammates.find(({ fingerprint }) => fingerprint === fingerprintOf(signer))
      const newest = keys?.at(-1)
      if (!keys || !newest || !self || !holdsAll(keys, opened?.keyCertificates ?? []))
        return decline('not-ours')
      const { everyone } = believed.value
      // Before there was a team, the association's own key wrote.
      const writers = [
        ...everyone,
        ...keys.map((key) => ({ fingerprint: fingerprintOf(key), key: keyBodyOf(key) })),
      ]
      held = { ...kept(), keys, writers, team: { believed: believed.value, teammates } }
      return accept({
        role: self.role,
        teammates: teammates.map(({ name, role, fingerprint }) => ({
          name,
          role,
          fingerprint,
          self: fingerprint === self.fingerprint,
        })),
        newestKey: fingerprintOf(newest),
        inDirectory: fingerprintOf(newest) === fingerprintOf(certificate),
      })
    },
    confirm: async (opener) => {
      const { openedBy } = kept()
      const shown = sha256(await rootOf(opener))
      return openedBy !== null && equalBytes(shown, openedBy) && confirmed()
    },
    confirmFile: async (source, passphrase) => {
      const { signer } = kept()
      const locked = await secretKeyIn(source)
      if (!locked.ok || fingerprintOf(locked.value) !== fingerprintOf(signer)) return false
      return (await unlock(locked.value, passphrase)).ok && confirmed()
    },
    isConfirmed: () => now() - kept().confirmedAt < CONFIRMED_FOR_MS,
  }

  function confirmed(): true {
    held = { ...kept(), confirmedAt: now() }
    return true
  }
}

/** The keys that were given are those the roster names: a server that seals others to a member gains nothing. */
const holdsAll = (keys: readonly PrivateKey[], certificates: readonly Certificate[]): boolean =>
  keys.length === certificates.length &&
  keys.every((key, index) => fingerprintOf(key) === fingerprintOf(certificates[index] as Certificate))

async function secretKeyIn(
  source: KeySource,
): Promise<Result<PrivateKey, 'unreadable-file' | 'not-a-secret-key'>> {
  const bytes = await bytesOf(source)
  if (!bytes) return decline('unreadable-file')
  const key = await readSecretKey(bytes)
  return key ? accept(key) : decline('not-a-secret-key')
}

/** Null when the file cannot be read any more. One too large to be a key reads as empty. */
async function bytesOf(source: KeySource): Promise<Uint8Array | null> {
  if (typeof source === 'string') return utf8(source)
  if (source.size > MAX_KEY_FILE_BYTES) return new Uint8Array()
  try {
    return new Uint8Array(await source.arrayBuffer())
  } catch {
    return null
  }
}
