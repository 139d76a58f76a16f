// What a member's key opens beyond itself: the keys of its association, as the team gave them to it, in this process's memory alone.
// Where no team was founded the key is the association's own, does everything by itself, and may be in GnuPG only.
import { fromBase64, type Bytes } from '../crypto/encoding.ts'
import { fingerprintOfBody, keyBodyOf } from '../crypto/key-body.ts'
import {
  decryptWith,
  fingerprintOf,
  readArmoredCertificate,
  readOpenKeys,
  type Certificate,
  type PrivateKey,
} from '../crypto/openpgp.ts'
import type { DirectoryEntry } from '../directory/directory.ts'
import type { Day } from '../protocol/day.ts'
import type { TeamState } from '../protocol/team.ts'
import type { Writer } from '../sealing/case-file.ts'
import type { CaseHands } from '../sealing/case-keeping.ts'
import type { Signer } from '../sealing/sign-contents.ts'
import { believeRosters, openBook, type BelievedRoster, type Teammate } from '../sealing/team.ts'
import type { MemberKey } from './member-key.ts'
import { done, refused, type Outcome, type Refusal } from './outcome.ts'
import type { Server } from './server-connection.ts'

/** Opens a sealed message: null for what is sealed to another key; throws for what is damaged. */
export type OpenSealed = (sealed: Bytes) => Promise<Bytes | null>

/** Thrown where a tool did not sign; whoever runs the command is told why. */
export class NotSigned extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('not signed')
    this.refusal = refusal
  }
}

/** Someone of the team, by their name where the book that was signed gives it. */
export type Mate = Pick<Teammate, 'fingerprint' | 'role' | 'name'>

export interface AssociationKeys {
  open: OpenSealed
  /** Every certificate it is known to have had. */
  certificates: readonly Certificate[]
  /** The directory's: whoever is answered knows no other. */
  listed: Certificate
  /** Signs as the key that the directory names; null where the team does not have it. */
  signer: Signer | null
  /** Empty where there is no team. */
  teammates: readonly Mate[]
  /** What the member does in what is written about cases. */
  hands: CaseHands
}

/** `state` is what the server says of the team. */
export async function openTeamKeys(
  { origin }: Server,
  member: MemberKey,
  entry: DirectoryEntry,
  { rosters, wrap, book }: TeamState,
): Promise<Outcome<AssociationKeys>> {
  const { association, fingerprint } = entry
  const listed = await readArmoredCertificate(entry.certificate)
  if (!listed)
    return refused(`The certificate of ${association} in the directory of ${origin} cannot be read.`)
  const writing = { association, by: member.fingerprint, signer: signerOf(member) }
  if (rosters.length === 0) {
    return member.fingerprint === fingerprint
      ? done({
          open: member.open,
          certificates: [listed],
          listed,
          signer: writing.signer,
          teammates: [],
          hands: { ...writing, opens: member.open, own: () => listed, writers: [writerOf(listed)] },
        })
      : refused(
          `${origin} shows no team of ${association}, and this is not the association's own key. Nothing was opened.`,
        )
  }
  const believed = await believeRosters(rosters, association, fingerprint)
  if (!believed.ok) {
    return refused(
      `What ${origin} says of the team of ${association} is not signed as it should be (${believed.reason}). Nothing was opened. Tell the officers of your association.`,
    )
  }
  const keys = await keysIn(fromBase64(wrap ?? '') ?? new Uint8Array(), member)
  const named = await Promise.all(believed.value.roster.keys.map(({ key }) => fingerprintOfBody(key)))
  const same =
    keys?.length === named.length && keys.every((key, index) => fingerprintOf(key) === named[index])
  const newest = keys?.at(-1)
  if (!keys || !newest || !same) {
    return refused(
      `The keys that ${origin} gives are not those of ${association}'s team. Nothing was opened.`,
    )
  }
  const certificates = keys.map((key) => key.toPublic())
  // Before there was a team, the association's own key wrote.
  const writers = [...believed.value.everyone, ...certificates.map(writerOf)]
  return done({
    open: (sealed) => decryptWith(keys, sealed),
    certificates,
    listed,
    signer: keys.find((key) => fingerprintOf(key) === fingerprint) ?? null,
    teammates: await matesIn(fromBase64(book ?? '') ?? new Uint8Array(), believed.value, keys),
    hands: { ...writing, opens: keys, own: () => newest.toPublic(), writers },
  })
}

/** Names are all that the book is needed for here: without it the team is still who the roster says. */
async function matesIn(
  book: Bytes,
  believed: BelievedRoster,
  keys: readonly PrivateKey[],
): Promise<readonly Mate[]> {
  const opened = await openBook(book, believed, keys)
  if (opened) return opened.teammates
  const members = believed.roster.members.map(async ({ key, role }) => {
    const fingerprint = (await fingerprintOfBody(key)) ?? ''
    return { fingerprint, role, name: fingerprint }
  })
  return Promise.all(members)
}

const writerOf = (certificate: Certificate): Writer => ({
  fingerprint: fingerprintOf(certificate),
  key: keyBodyOf(certificate),
})

const signerOf =
  (member: MemberKey) =>
  async (text: string, day: Day): Promise<string> => {
    const signed = await member.signOnDay(text, day)
    if (!signed.ok) throw new NotSigned(signed)
    return signed.value
  }

async function keysIn(wrap: Bytes, member: MemberKey): Promise<PrivateKey[] | null> {
  try {
    const opened = await member.open(wrap)
    return opened && (await readOpenKeys(opened))
  } catch {
    return null
  }
}
