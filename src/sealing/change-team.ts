// Makes the next roster of a team, with its book and a keyring for each of its members: everything the server is asked to keep at once.
import { acceptCertificate } from '../crypto/certificate-profile.ts'
import { toBase64, utf8 } from '../crypto/encoding.ts'
import { keyBodyOf } from '../crypto/key-body.ts'
import { encryptTo, fingerprintOf, type PrivateKey } from '../crypto/openpgp.ts'
import { signText } from '../crypto/openpgp-signatures.ts'
import { padText } from '../crypto/padding.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import { BOOK_BUCKETS_BYTES } from '../protocol/limits.ts'
import type { Roster, RosterKey, TeamBook, TeamChange } from '../protocol/team.ts'
import { sealKeyring } from './keyring.ts'
import type { BelievedRoster, Teammate } from './team.ts'

/** What the next roster says. `keys` are the association's, not locked, oldest first; `signer` is an officer's or a recovery key. */
export interface NextTeam {
  association: string
  before: BelievedRoster | null
  challenge: string
  teammates: readonly Omit<Teammate, 'fingerprint'>[]
  keys: readonly PrivateKey[]
  signer: PrivateKey
  /** Of whoever comes in with it. */
  ways: TeamChange['ways']
}

/** Signed at `at` (milliseconds). Throws where a team has no key, or too many names to fit its book: its caller has counted them. */
export async function changeTeam(
  { association, before, challenge, teammates, keys, signer, ways }: NextTeam,
  at: number,
): Promise<TeamChange> {
  const newest = keys.at(-1)
  if (!newest) throw new Error('a team without a key')
  // What was judged once is not judged again: a key that expired since still opens what came to it.
  const known = before?.roster.keys ?? []
  // Another officer's clock may run ahead of this one's.
  const signedAt = Math.max(at, Number(newest.getCreationTime()), Number(signer.getCreationTime()))
  const contents: TeamBook = {
    kind: 'team-book',
    version: 1,
    members: teammates.map(({ name, certificate }) => ({ name, certificate: toBase64(certificate.write()) })),
    keys: keys.map((key) => toBase64(key.toPublic().write())),
  }
  const plaintext = padText(utf8(JSON.stringify(contents)), BOOK_BUCKETS_BYTES)
  if (!plaintext) throw new Error('the book of a team is too long')
  const book = await encryptTo(newest.toPublic(), plaintext)
  const roster: Roster = {
    kind: 'roster',
    version: 1,
    association,
    number: (before?.roster.number ?? 0) + 1,
    previous: before?.digest ?? null,
    challenge,
    keys: [
      ...known,
      ...(await Promise.all(keys.slice(known.length).map((key) => rosterKeyOf(key, signedAt)))),
    ],
    members: teammates.map(({ certificate, role }) => ({ key: keyBodyOf(certificate), role })),
    book: sha256Hex(book),
  }
  const text = JSON.stringify(roster)
  const wraps: TeamChange['wraps'] = []
  for (const { certificate } of teammates) {
    const sealed = toBase64(await sealKeyring(keys, certificate))
    wraps.push({ recipient: fingerprintOf(certificate), sealed })
  }
  return {
    version: 1,
    roster: text,
    byKey: await signText(newest, text, signedAt),
    byMember: await signText(signer, text, signedAt),
    book: toBase64(book),
    wraps,
    ways,
  }
}

async function rosterKeyOf(key: PrivateKey, at: number): Promise<RosterKey> {
  const accepted = await acceptCertificate(key.toPublic(), at)
  if (!accepted.ok) throw new Error(`a key outside the profile: ${accepted.reason}`)
  return { key: keyBodyOf(key), encryptionKeyId: accepted.value.encryptionKeyId }
}
