// The Worker's part in inviting: words for someone who is not yet of the team, their answer under those words, and what an officer reads
// of it.
import * as v from 'valibot'
import { acceptCertificate } from '../../crypto/certificate-profile.ts'
import { drawCode } from '../../crypto/code-spelling.ts'
import { fromBase64, fromUtf8, toBase64, utf8 } from '../../crypto/encoding.ts'
import { lock, locatorOf, unlockBytes } from '../../crypto/lock.ts'
import {
  decryptWith,
  encryptTo,
  fingerprintOf,
  readArmoredCertificate,
  readCertificate,
  type Certificate,
  type PrivateKey,
} from '../../crypto/openpgp.ts'
import type { Code } from '../../crypto/return-code.ts'
import { sha256Hex } from '../../crypto/sha256.ts'
import { Day, dayOf } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { AssociationId, Sha256, Signature } from '../../protocol/shapes.ts'
import type { Invitation, InvitationAnswer, KeyBlob } from '../../protocol/team.ts'
import { isSignedByKey, signContents } from '../../sealing/sign-contents.ts'
import { newestKey, type Kept, type KeyKeeper } from '../inbox/key-keeper.ts'
import { rootOfCode } from './openers.ts'
import type { Newcomer } from './team-messages.ts'

const INVITATION = 'invitation'

/** What an invitation's note holds, signed by the officer who made it. */
const SignedInvitation = v.strictObject({
  kind: v.literal('invitation'),
  association: AssociationId,
  locatorHash: Sha256,
  code: v.strictObject({ fr: v.array(v.string()), en: v.array(v.string()) }),
  writtenOn: Day,
  signature: Signature,
})

export interface InvitationWork {
  invite: () => Promise<{ code: Code; invitation: Invitation }>
  /** Where an invitation's words find it. */
  invitationLocator: (code: Code) => Promise<string>
  /** With the waiting key, or with the certificate of whoever has tools of their own: armored. */
  answer: (
    code: Code,
    name: string,
    ways: readonly KeyBlob[],
    certificate: string | null,
  ) => Promise<Result<InvitationAnswer, 'not-a-certificate'>>
  /** An officer's view: the words again, and who answered, if someone did who holds them. */
  openAnswer: (
    note: string,
    answer: string | null,
    locatorHash: string,
  ) => Promise<{ code: Code; newcomer: Newcomer | null } | null>
}

/** `waitingKey` is the one that was just made for whoever answers; it throws when none was. */
export function makeInvitationWork(
  keeper: KeyKeeper,
  waitingKey: () => PrivateKey,
  now: () => number,
): InvitationWork {
  return {
    invite: async () => {
      const code = drawCode()
      const root = await rootOfCode(code, INVITATION)
      const certificate = newestKey(keeper.kept()).toPublic()
      const locatorHash = sha256Hex(utf8(await locatorOf(root, INVITATION)))
      const { association, signer } = keeper.kept()
      const said = { kind: 'invitation', association, locatorHash, code, writtenOn: dayOf(now()) } as const
      const note = toBase64(
        await encryptTo(certificate, utf8(JSON.stringify(await signContents(signer, said)))),
      )
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
    openAnswer: async (note, answer, locatorHash) => {
      const code = await codeIn(note, locatorHash, keeper.kept())
      return code && { code, newcomer: answer === null ? null : await newcomerIn(code, answer, now()) }
    },
  }
}

/** The part of the profile of a certificate that a member brings; null for one outside it. */
async function acceptedIn(armored: string, at: number): Promise<Certificate | null> {
  const certificate = await readArmoredCertificate(armored)
  const accepted = certificate && (await acceptCertificate(certificate, at))
  return accepted?.ok ? readCertificate(accepted.value.binary) : null
}

/** The words of an invitation, if an officer of this team made it: anyone can seal to the association, and a server could invite itself. */
async function codeIn(
  note: string,
  locatorHash: string,
  { keys, team, association }: Kept,
): Promise<Code | null> {
  try {
    const opened = await decryptWith(keys, fromBase64(note) ?? new Uint8Array())
    const said: unknown = JSON.parse(fromUtf8(opened ?? new Uint8Array()))
    const invitation = v.safeParse(SignedInvitation, said)
    if (!invitation.success || !team) return null
    const { code } = invitation.output
    const ours =
      invitation.output.association === association && invitation.output.locatorHash === locatorHash
    const found = sha256Hex(utf8(await locatorOf(await rootOfCode(code, INVITATION), INVITATION)))
    if (!ours || found !== locatorHash) return null
    const officers = team.believed.roster.members.filter(({ role }) => role === 'officer')
    for (const { key } of officers) if (await isSignedByKey(key, said as object)) return code
    return null
  } catch {
    return null
  }
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
