// What a member's key opens beyond itself: the keys of its association, as the team gave them to it. Where no team was founded the key is
// the association's own, and opens everything by itself.
import type { Bytes } from '../crypto/encoding.ts'
import { fromBase64 } from '../crypto/encoding.ts'
import { fingerprintOfBody } from '../crypto/key-body.ts'
import { decryptWith, fingerprintOf, readOpenKeys, type PrivateKey } from '../crypto/openpgp.ts'
import { TeamState } from '../protocol/team.ts'
import { believeRosters } from '../sealing/team.ts'
import type { Session } from './inbox-session.ts'
import type { MemberKey } from './member-key.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { ask } from './server-connection.ts'

/** Opens a sealed message: null for what is sealed to another key; throws for what is damaged. */
export type OpenSealed = (sealed: Bytes) => Promise<Bytes | null>

export interface AssociationKeys {
  open: OpenSealed
  /** Not locked, oldest first; null where the association's key is in GnuPG and stays there. */
  keys: readonly PrivateKey[] | null
}

/** `fingerprint` is the association's in the directory. */
export async function openTeamKeys(
  { server, cookie }: Session,
  member: MemberKey,
  association: string,
  fingerprint: string,
): Promise<Outcome<AssociationKeys>> {
  const state = await ask(server, '/api/team', TeamState, { headers: { Cookie: cookie } })
  if (!state.ok) return state
  const { rosters, wrap } = state.value
  if (rosters.length === 0) {
    return member.fingerprint === fingerprint
      ? done({ open: member.open, keys: null })
      : refused(
          `${server.origin} shows no team of ${association}, and this is not the association's own key. Nothing was opened.`,
        )
  }
  const believed = await believeRosters(rosters, association, fingerprint)
  if (!believed.ok) {
    return refused(
      `What ${server.origin} says of the team of ${association} is not signed as it should be (${believed.reason}). Nothing was opened. Tell the officers of your association.`,
    )
  }
  const keys = await keysIn(fromBase64(wrap ?? '') ?? new Uint8Array(), member)
  const named = await Promise.all(believed.value.roster.keys.map(({ key }) => fingerprintOfBody(key)))
  const same =
    keys?.length === named.length && keys.every((key, index) => fingerprintOf(key) === named[index])
  return keys && same
    ? done({ open: (sealed) => decryptWith(keys, sealed), keys })
    : refused(
        `The keys that ${server.origin} gives are not those of ${association}'s team. Nothing was opened.`,
      )
}

async function keysIn(wrap: Bytes, member: MemberKey): Promise<PrivateKey[] | null> {
  try {
    const opened = await member.open(wrap)
    return opened && (await readOpenKeys(opened))
  } catch {
    return null
  }
}
