// The Worker's part in a team: new keys and the ways to open them, the team's founding and its changes, invitations. It signs only what
// it made itself, and changes nothing unless whoever asks showed a moment ago that it is them.
import { acceptCertificate } from '../../crypto/certificate-profile.ts'
import { authorCertificate } from '../../crypto/author-certificate.ts'
import { drawCode } from '../../crypto/code-spelling.ts'
import { fromBase64, fromUtf8, toBase64, utf8, type Bytes } from '../../crypto/encoding.ts'
import { lock, locatorOf, unlockBytes } from '../../crypto/lock.ts'
import {
  encryptTo,
  decryptWith,
  fingerprintOf,
  makeOpenKey,
  readArmoredCertificate,
  readCertificate,
  readOpenKeys,
  type Certificate,
  type PrivateKey,
} from '../../crypto/openpgp.ts'
import { signText } from '../../crypto/openpgp-signatures.ts'
import { randomBytes } from '../../crypto/random.ts'
import type { Code } from '../../crypto/return-code.ts'
import { sha256, sha256Hex } from '../../crypto/sha256.ts'
import { recoveryKey } from '../../crypto/team-words.ts'
import { possessionStatement, type EnrolmentRequest } from '../../directory/directory.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { Invitation, InvitationAnswer, KeyBlob, TeamChange } from '../../protocol/team.ts'
import { changeTeam } from '../../sealing/change-team.ts'
import type { Teammate } from '../../sealing/team.ts'
import { MEMBER_KEY, type Kept, type KeyKeeper } from '../inbox/key-keeper.ts'
import { rootOf, rootOfCode } from './openers.ts'
import type { Newcomer, Opener, TeamEdit } from './team-messages.ts'

const INVITATION = 'invitation'

export type WorkFault = 'not-confirmed' | 'last-officer' | 'not-a-certificate'

type Person = Omit<Teammate, 'fingerprint'>

export interface TeamWork {
  /** A key for someone who has none: it waits here until it is taken up or another is made. */
  newMember: () => Promise<Omit<Newcomer, 'name'>>
  /** The waiting key, or else the member's own, under one more way of opening it. */
  lockKey: (opener: Opener) => Promise<KeyBlob>
  /** A team of one, with the waiting key as its officer. `sheets` are certificates, binary, in base64. */
  found: (
    challenge: string,
    name: string,
    sheets: readonly string[],
    ways: readonly KeyBlob[],
  ) => Promise<Result<TeamChange, WorkFault>>
  /** The waiting key becomes the one that signs in. `opener` is one of its ways. */
  takeUp: (opener: Opener) => Promise<string>
  /** The certificate that the words of a recovery sheet stand for. */
  sheet: (code: Code) => Promise<string>
  change: (
    challenge: string,
    edit: TeamEdit,
    ways: readonly KeyBlob[],
  ) => Promise<Result<{ change: TeamChange; request: EnrolmentRequest | null }, WorkFault>>
  invite: () => Promise<{ code: Code; invitation: Invitation }>
  /** Where an invitation's words find it. */
  invitationLocator: (code: Code) => Promise<string>
  /** With the waiting key, or with the certificate of whoever has tools of their own: armored. */
  answer: (
    code: Code,
    name: string,
    ways: readonly KeyBlob[],
    certificate: string | null,
  ) => Promise<Result<InvitationAnswer, WorkFault>>
  /** An officer's view: the words again, and who answered, if someone did who holds them. */
  openAnswer: (
    note: string,
    answer: string | null,
  ) => Promise<{ code: Code; newcomer: Newcomer | null } | null>
}

export function makeTeamWork(keeper: KeyKeeper, now: () => number = Date.now): TeamWork {
  let waiting: PrivateKey | null = null

  const waitingKey = (): PrivateKey => {
    if (!waiting) throw new Error('no new key waits')
    return waiting
  }
  const newest = ({ keys }: Kept): PrivateKey => {
    const key = keys.at(-1)
    if (!key) throw new Error('the team was not entered')
    return key
  }

  return {
    newMember: async () => {
      const { secretKey } = await authorCertificate(randomBytes(32), randomBytes(32))
      ;[waiting = null] = await readOpenKeys(secretKey)
      return certificateFor(waitingKey())
    },
    lockKey: async (opener) => {
      const root = await rootOf(opener)
      const key = waiting ?? keeper.kept().signer
      const blob = toBase64(await lock(root, MEMBER_KEY, key.write() as Bytes))
      return { locatorHash: sha256Hex(utf8(await locatorOf(root, MEMBER_KEY))), way: opener.way, blob }
    },
    found: async (challenge, name, sheets, ways) => {
      const { association, keys } = keeper.kept()
      if (!keeper.isConfirmed()) return decline('not-confirmed')
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
    takeUp: async (opener) => {
      const signer = waitingKey()
      keeper.takeUp(signer, sha256(await rootOf(opener)))
      waiting = null
      return fingerprintOf(signer)
    },
    sheet: async (code) => toBase64((await recoveryKey(await rootOfCode(code, 'recovery'))).certificate),
    change: async (challenge, edit, ways) => {
      const kept = keeper.kept()
      const { association, signer, team, name } = kept
      if (!team) throw new Error('the team was not entered')
      if (!keeper.isConfirmed()) return decline('not-confirmed')
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
      const change = await changeTeam(next, now())
      return accept({ change, request: fresh && (await keyRequest(association, fresh, now())) })
    },
    invite: async () => {
      const code = drawCode()
      const root = await rootOfCode(code, INVITATION)
      const certificate = newest(keeper.kept()).toPublic()
      const note = toBase64(await encryptTo(certificate, utf8(JSON.stringify(code))))
      const locatorHash = sha256Hex(utf8(await locatorOf(root, INVITATION)))
      return { code, invitation: { version: 1, locatorHash, note } }
    },
    invitationLocator: async (code) => locatorOf(await rootOfCode(code, INVITATION), INVITATION),
    answer: async (code, name, ways, armored) => {
      const certificate = armored === null ? waitingKey().toPublic() : await acceptedIn(armored, now())
      if (!certificate) return decline('not-a-certificate')
      const root = await rootOfCode(code, INVITATION)
      const said = { name, certificate: toBase64(certificate.write()) }
      return accept({
        version: 1,
        locator: await locatorOf(root, INVITATION),
        member: fingerprintOf(certificate),
        answer: toBase64(await lock(root, INVITATION, utf8(JSON.stringify(said)))),
        ways: [...ways],
      })
    },
    openAnswer: async (note, answer) => {
      const opened = await decryptWith(keeper.kept().keys, fromBase64(note) ?? new Uint8Array()).catch(
        () => null,
      )
      if (!opened) return null
      const code = JSON.parse(fromUtf8(opened)) as Code
      return { code, newcomer: answer === null ? null : await newcomerIn(code, answer, now()) }
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

async function keyRequest(association: string, key: PrivateKey, at: number): Promise<EnrolmentRequest> {
  const fingerprint = fingerprintOf(key)
  return {
    kind: 'balise-request',
    version: 1,
    association,
    certificate: key.toPublic().armor(),
    fingerprint,
    proofOfPossession: await signText(key, possessionStatement(association, fingerprint), at),
  }
}

/** The part of the profile of a certificate that a member brings; null for one outside it. */
async function acceptedIn(armored: string, at: number): Promise<Certificate | null> {
  const certificate = await readArmoredCertificate(armored)
  const accepted = certificate && (await acceptCertificate(certificate, at))
  return accepted?.ok ? readCertificate(accepted.value.binary) : null
}

/** Whoever has the words may write anything here: it is read as a stranger's. */
async function newcomerIn(code: Code, answer: string, at: number): Promise<Newcomer | null> {
  try {
    const root = await rootOfCode(code, INVITATION)
    const opened = await unlockBytes(root, INVITATION, fromBase64(answer) ?? new Uint8Array())
    const { name, certificate } = JSON.parse(fromUtf8(opened ?? new Uint8Array())) as Record<string, unknown>
    if (typeof name !== 'string' || typeof certificate !== 'string') return null
    const read = await readCertificate(fromBase64(certificate) ?? new Uint8Array())
    const accepted = await acceptCertificate(read, at)
    if (!accepted.ok) return null
    const { fingerprint, binary } = accepted.value
    return { name: name.slice(0, 80), certificate: toBase64(binary), fingerprint }
  } catch {
    return null
  }
}
