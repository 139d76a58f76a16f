// An association's team as one of its members believes it: only what its officers and its own key signed, from the first roster on, and
// only while the directory knows one of its keys. The server that keeps it can withhold it, and change nothing.
import * as v from 'valibot'
import { fromBase64, fromUtf8, utf8, type Bytes } from '../crypto/encoding.ts'
import { fingerprintOfBody, isSignedByBody, keyBodyOf } from '../crypto/key-body.ts'
import { decryptWith, readCertificate, type Certificate, type PrivateKey } from '../crypto/openpgp.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { Writer } from './case-file.ts'
import { Roster, TeamBook, type SignedRoster, type TeamRole } from '../protocol/team.ts'

/** One of a team. `fingerprint` is of their own key. */
export interface Teammate {
  name: string
  role: TeamRole
  fingerprint: string
  certificate: Certificate
}

/** A chain of rosters that holds; `digest` is the SHA-256 of its last text. */
export interface BelievedRoster {
  roster: Roster
  digest: string
  /** Everyone who ever was of the team: whoever left still wrote what they wrote. */
  everyone: readonly Writer[]
}

export type RosterFault = 'no-roster' | 'not-a-roster' | 'broken-chain' | 'unsigned' | 'unknown-key'

/**
 * The newest of a chain of rosters, each signed by an officer or a recovery key of the one before and by the newest association key it
 * names. `fingerprint` is the association's in the directory: it must be one of those keys.
 */
export async function believeRosters(
  signed: readonly SignedRoster[],
  association: string,
  fingerprint: string,
): Promise<Result<BelievedRoster, RosterFault>> {
  let last: BelievedRoster | null = null
  for (const each of signed) {
    const roster = parseRoster(each.roster)
    if (!roster) return decline('not-a-roster')
    if (!follows(roster, last, association)) return decline('broken-chain')
    if (!(await isSigned(each, roster, last))) return decline('unsigned')
    last = { roster, digest: sha256Hex(utf8(each.roster)), everyone: await withNew(last, roster) }
  }
  if (!last) return decline('no-roster')
  const known = await Promise.all(last.roster.keys.map(({ key }) => fingerprintOfBody(key)))
  return known.includes(fingerprint) ? accept(last) : decline('unknown-key')
}

async function withNew(before: BelievedRoster | null, { members }: Roster): Promise<Writer[]> {
  const known = before?.everyone ?? []
  const added = members.filter(({ key }) => !known.some((each) => each.key === key))
  const writers = added.map(async ({ key }) => ({ key, fingerprint: (await fingerprintOfBody(key)) ?? '' }))
  return [...known, ...(await Promise.all(writers))]
}

function parseRoster(text: string): Roster | null {
  try {
    const parsed = v.safeParse(Roster, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

function follows(roster: Roster, before: BelievedRoster | null, association: string): boolean {
  const keysBefore = before?.roster.keys ?? roster.keys.slice(0, 1)
  return (
    roster.association === association &&
    roster.number === (before?.roster.number ?? 0) + 1 &&
    roster.previous === (before?.digest ?? null) &&
    roster.keys.length - keysBefore.length <= (before ? 1 : 0) &&
    keysBefore.every(({ key }, index) => key === roster.keys[index]?.key)
  )
}

async function isSigned(
  { roster: text, byKey, byMember }: SignedRoster,
  roster: Roster,
  before: BelievedRoster | null,
): Promise<boolean> {
  const newest = roster.keys.at(-1)
  if (!newest || !(await isSignedByBody(newest.key, text, byKey, null))) return false
  const signers = before
    ? before.roster.members.filter(({ role }) => role !== 'member')
    : roster.members.filter(({ role }) => role === 'officer')
  for (const { key } of signers) if (await isSignedByBody(key, text, byMember, null)) return true
  return false
}

/** What a book says of its team: null when it is not the one that was signed, or names another key than the roster does. */
export async function openBook(
  sealed: Bytes,
  { roster }: BelievedRoster,
  keys: readonly PrivateKey[],
): Promise<{ teammates: Teammate[]; keyCertificates: Certificate[] } | null> {
  if (sha256Hex(sealed) !== roster.book) return null
  try {
    const plaintext = await decryptWith(keys, sealed)
    const book = plaintext && v.parse(TeamBook, JSON.parse(fromUtf8(plaintext)))
    if (!book || book.members.length !== roster.members.length || book.keys.length !== roster.keys.length)
      return null
    const teammates: Teammate[] = []
    for (const [index, { key, role }] of roster.members.entries()) {
      const { name = '', certificate = '' } = book.members[index] ?? {}
      const read = await certificateOf(certificate, key)
      teammates.push({ name, role, fingerprint: (await fingerprintOfBody(key)) ?? '', certificate: read })
    }
    const keyCertificates: Certificate[] = []
    for (const [index, { key }] of roster.keys.entries()) {
      keyCertificates.push(await certificateOf(book.keys[index] ?? '', key))
    }
    return { teammates, keyCertificates }
  } catch {
    return null
  }
}

/** Throws for a certificate of another key. It was judged when its holder came: one that expired since still names a teammate. */
async function certificateOf(base64: string, key: string): Promise<Certificate> {
  const certificate = await readCertificate(fromBase64(base64) ?? new Uint8Array())
  if (keyBodyOf(certificate) !== key) throw new Error('not the key of the roster')
  return certificate
}
