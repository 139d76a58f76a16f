// The Worker's part in a team: new keys and the ways to open them, the team's founding and its changes. It signs only what
// it made itself, and changes nothing unless whoever asks showed a moment ago that it is them.
import { authorCertificate } from '../../crypto/author-certificate.ts'
import { hasChallengeForm } from '../../crypto/challenge.ts'
import { fromBase64, toBase64, utf8, type Bytes } from '../../crypto/encoding.ts'
import { lock, locatorOf } from '../../crypto/lock.ts'
import {
  fingerprintOf,
  makeOpenKey,
  readCertificate,
  readOpenKeys,
  type PrivateKey,
} from '../../crypto/openpgp.ts'
import { randomBytes } from '../../crypto/random.ts'
import type { Code } from '../../crypto/return-code.ts'
import { sha256, sha256Hex } from '../../crypto/sha256.ts'
import { recoveryKey } from '../../crypto/team-words.ts'
import type { EnrolmentRequest } from '../../directory/directory.ts'
import type { Notice } from '../../protocol/notices.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { KeyBlob, TeamChange } from '../../protocol/team.ts'
import { changeTeam } from '../../sealing/change-team.ts'
import type { Teammate } from '../../sealing/team.ts'
import { MEMBER_KEY, newestKey, type KeyKeeper } from '../inbox/key-keeper.ts'
import type { Member } from '../inbox/key-source.ts'
import {
  enrol,
  keyRequest,
  openFounding,
  type Enrolled,
  type Entry,
  type FoundingFault,
} from './enrol-work.ts'
import { makeInvitationWork, type InvitationWork } from './invitation-work.ts'
import { rootOf, rootOfCode } from './openers.ts'
import type { Newcomer, Opener, TeamEdit } from './team-messages.ts'

export type WorkFault = 'not-confirmed' | 'not-a-challenge' | 'last-officer' | 'not-a-certificate'

type Person = Omit<Teammate, 'fingerprint'>

/** What a team is founded with, out of the file that was kept. */
export interface ReadyFounding {
  member: Member
  name: string
  sheets: readonly string[]
  ways: readonly KeyBlob[]
  /** Where the association is told that something waits; null where the file does not say. */
  notice: Notice | null
}

export interface TeamWork extends InvitationWork {
  /** A key for someone who has none: it waits here until it is taken up or another is made. */
  newMember: () => Promise<Omit<Newcomer, 'name'>>
  /** The waiting key, or the member's own, under one more way of opening it. */
  lockKey: (opener: Opener, whose: 'new' | 'own') => Promise<KeyBlob>
  /** A team of one, with the waiting key as its officer. `sheets` are certificates, binary, in base64. */
  found: (
    challenge: string,
    name: string,
    sheets: readonly string[],
    ways: readonly KeyBlob[],
  ) => Promise<Result<TeamChange, WorkFault>>
  /** A new association's key and the file to keep it in meanwhile, with the waiting key as its officer's. */
  enrol: (
    entry: Entry,
    notice: Notice,
    name: string,
    sheets: readonly string[],
    ways: readonly KeyBlob[],
  ) => Promise<Enrolled>
  /** The association's key signs in, and the officer's waits. */
  openFounding: (file: Uint8Array, opener: Opener) => Promise<Result<ReadyFounding, FoundingFault>>
  /** The waiting key becomes the one that signs in. `opener` is one of its ways. */
  takeUp: (opener: Opener) => Promise<string>
  /** The certificate that the words of a recovery sheet stand for. */
  sheet: (code: Code) => Promise<string>
  /** Null where it is done already. */
  change: (
    challenge: string,
    edit: TeamEdit,
    ways: readonly KeyBlob[],
  ) => Promise<Result<TeamChange | null, WorkFault>>
  /** What the federation is asked for while the association's newest key is not in its directory. */
  keyRequest: () => Promise<EnrolmentRequest>
}

export function makeTeamWork(keeper: KeyKeeper, now: () => number = Date.now): TeamWork {
  let waiting: PrivateKey | null = null
  /** Whoever showed that it is them, and then made a key, may take the time that its words and papers need. */
  let granted = false

  const waitingKey = (): PrivateKey => {
    if (!waiting) throw new Error('no new key waits')
    return waiting
  }
  /** Only a member's own, and only just after they showed that it is them: the association's key has no way of its own. */
  const ownKey = (): PrivateKey => {
    const { team, signer } = keeper.kept()
    if (!team || !keeper.isConfirmed()) throw new Error('nobody showed that it is them')
    return signer
  }
  const isPermitted = (): boolean => granted || keeper.isConfirmed()

  return {
    ...makeInvitationWork(keeper, waitingKey, now),
    newMember: async () => {
      granted = keeper.isOpen() && keeper.isConfirmed()
      const { secretKey } = await authorCertificate(randomBytes(32), randomBytes(32))
      ;[waiting = null] = await readOpenKeys(secretKey)
      return certificateFor(waitingKey())
    },
    lockKey: async (opener, whose) => {
      const root = await rootOf(opener)
      const key = whose === 'new' ? waitingKey() : ownKey()
      const blob = toBase64(await lock(root, MEMBER_KEY, key.write() as Bytes))
      return { locatorHash: sha256Hex(utf8(await locatorOf(root, MEMBER_KEY))), way: opener.way, blob }
    },
    found: async (challenge, name, sheets, ways) => {
      const { association, keys } = keeper.kept()
      if (!isPermitted()) return decline('not-confirmed')
      if (!hasChallengeForm('team', challenge)) return decline('not-a-challenge')
      const signer = waitingKey()
      const officer: Person = { name, role: 'officer', certificate: signer.toPublic() }
      const teammates = [officer, ...(await papers(sheets))]
      return accept(
        await changeTeam(
          { association, before: null, challenge, teammates, keys, signer, ways: waysOf(signer, ways) },
          now(),
        ),
      )
    },
    enrol: (entry, notice, name, sheets, ways) =>
      enrol(entry, notice, { key: waitingKey(), name, ways }, sheets, now()),
    openFounding: async (file, opener) => {
      const opened = await openFounding(keeper, file, opener)
      if (!opened.ok) return opened
      const { member, officer, file: founding } = opened.value
      waiting = officer
      const { name, sheets, ways, notice = null } = founding
      return accept({ member, name, sheets, ways, notice })
    },
    takeUp: async (opener) => {
      const signer = waitingKey()
      keeper.takeUp(signer, sha256(await rootOf(opener)))
      waiting = null
      granted = false
      return fingerprintOf(signer)
    },
    sheet: async (code) => toBase64((await recoveryKey(await rootOfCode(code, 'recovery'))).certificate),
    change: async (challenge, edit, ways) => {
      const kept = keeper.kept()
      const { association, signer, team, name } = kept
      if (!team) throw new Error('the team was not entered')
      if (!isPermitted()) return decline('not-confirmed')
      if (!hasChallengeForm('team', challenge)) return decline('not-a-challenge')
      if (isDone(team.teammates, edit)) return accept(null)
      const teammates = await edited(team.teammates, edit)
      if (!teammates) return decline('not-a-certificate')
      if (!teammates.some(({ role }) => role === 'officer')) return decline('last-officer')
      const fresh = edit.what === 'remove' ? await makeOpenKey(name, now()) : null
      const keys = fresh ? [...kept.keys, fresh] : kept.keys
      const next = {
        association,
        before: team.believed,
        challenge,
        teammates,
        keys,
        signer,
        ways: waiting ? waysOf(waiting, ways) : [],
      }
      return accept(await changeTeam(next, now()))
    },
    keyRequest: () => {
      const kept = keeper.kept()
      return keyRequest(kept.association, newestKey(kept), now())
    },
  }
}

const certificateFor = (key: PrivateKey) => ({
  fingerprint: fingerprintOf(key),
  certificate: toBase64(key.toPublic().write()),
})

const waysOf = (key: PrivateKey, ways: readonly KeyBlob[]) =>
  ways.map((way) => ({ member: fingerprintOf(key), ...way }))

/** The two keys on paper have no name: whoever has a sheet is named on it. */
async function papers(sheets: readonly string[]): Promise<Person[]> {
  return Promise.all(
    sheets.map(async (sheet) => ({
      name: '',
      role: 'recovery' as const,
      certificate: await readCertificate(fromBase64(sheet) ?? new Uint8Array()),
    })),
  )
}

/** What was asked twice, or for someone who is not there, changes nothing: no key is spent on it. */
const isDone = (team: readonly Teammate[], edit: TeamEdit): boolean =>
  (edit.what === 'remove' && !team.some(({ fingerprint }) => fingerprint === edit.fingerprint)) ||
  (edit.what === 'add' && team.some(({ certificate }) => toBase64(certificate.write()) === edit.certificate))

/** Null where someone is added with a certificate that does not fit. */
async function edited(before: readonly Teammate[], edit: TeamEdit): Promise<Person[] | null> {
  switch (edit.what) {
    case 'add': {
      const certificate = await readCertificate(fromBase64(edit.certificate) ?? new Uint8Array())
      return [...before, { name: edit.name, role: edit.role, certificate }]
    }
    case 'remove':
      return before.filter(({ fingerprint }) => fingerprint !== edit.fingerprint)
    case 'role':
      return before.map((each) =>
        each.fingerprint === edit.fingerprint ? { ...each, role: edit.role } : each,
      )
    case 'sheets':
      return [...before.filter(({ role }) => role !== 'recovery'), ...(await papers(edit.sheets))]
  }
}
