// What comes with a roster, looked at before it is kept: everyone in it is given the association's keys, and nobody else, and the book
// is the one that was signed. It opens none of it.
import { fromBase64, utf8, type Bytes } from '../crypto/encoding.ts'
import { fingerprintOfBody } from '../crypto/key-body.ts'
import { readRecipients } from '../crypto/packets.ts'
import { randomKey } from '../crypto/random.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import type { KeptRoster } from '../db/envelopes/team.ts'
import { sealFault } from '../domain/intake.ts'
import { losesOfficer } from '../domain/team.ts'
import type { ErrorCode } from '../protocol/error-codes.ts'
import { SEALED_BOOK_BYTES } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { Roster, TeamChange } from '../protocol/team.ts'

/** `next` is the roster of this change, parsed; `before` is the one it follows. */
export async function rosterToKeep(
  next: Roster,
  before: Roster | null,
  { roster, byKey, byMember, book: sealedBook, wraps, ways }: TeamChange,
): Promise<Result<Omit<KeptRoster, 'anew'>, ErrorCode>> {
  const book = fromBase64(sealedBook) ?? new Uint8Array()
  const keyId = next.keys.at(-1)?.encryptionKeyId ?? null
  const fault = sealFault({ sealed: book, recipients: readRecipients(book) }, keyId, SEALED_BOOK_BYTES)
  if (fault) return decline(fault)
  if (sha256Hex(book) !== next.book) return decline('wrong-hash')
  const given = new Map<string, Bytes>()
  for (const { recipient, sealed } of wraps) given.set(recipient, fromBase64(sealed) ?? new Uint8Array())
  const members: KeptRoster['members'][number][] = []
  for (const { key, role } of next.members) {
    const member = await fingerprintOfBody(key)
    const wrap = member === null ? undefined : given.get(member)
    if (member === null || !wrap || readRecipients(wrap)?.length !== 1) return decline('team-refused')
    members.push({ id: randomKey(), member, key, role, wrap })
  }
  if (given.size !== members.length || wraps.length !== members.length) return decline('team-refused')
  if (!ways.every(({ member }) => given.has(member))) return decline('team-refused')
  const { association, number } = next
  const known = new Set(before?.members.map(({ key }) => key))
  const invited = members.filter(
    ({ key, member, role }) =>
      !known.has(key) && role !== 'recovery' && !ways.some((way) => way.member === member),
  )
  const digest = sha256Hex(utf8(roster))
  return accept({
    id: randomKey(),
    association,
    number,
    digest,
    roster,
    byKey,
    byMember,
    book,
    members,
    ways: ways.map(({ blob, ...way }) => ({
      ...way,
      id: randomKey(),
      association,
      bytes: fromBase64(blob) ?? new Uint8Array(),
    })),
    invited: before ? invited.map(({ member }) => member) : [],
    closesInvitations: losesOfficer(next, before),
  })
}
