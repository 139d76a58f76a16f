// POST /api/team: a new roster, signed afresh by an officer and by the association's own key. Who is in it and who leaves is theirs to
// say; that it follows the one before, and that everyone in it is given the keys, is looked at here.
import { Hono } from 'hono'
import * as v from 'valibot'
import { recogniseChallenge } from '../../../crypto/challenge.ts'
import { toHex, utf8 } from '../../../crypto/encoding.ts'
import { macOf } from '../../../crypto/hmac.ts'
import { fingerprintOfBody, isSignedByBody } from '../../../crypto/key-body.ts'
import { randomKey } from '../../../crypto/random.ts'
import { sha256Hex } from '../../../crypto/sha256.ts'
import { keepRoster } from '../../../db/envelopes/team.ts'
import { isChallengeExpired, latestSigning } from '../../../domain/sign-in.ts'
import { judgeRoster, signersOf } from '../../../domain/team.ts'
import { dayOf } from '../../../protocol/day.ts'
import { MAX_TEAM_CHANGE_BYTES } from '../../../protocol/limits.ts'
import { Roster, TeamChange } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { requireRole } from '../../middleware/require-role.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'
import { standingTeam } from '../../standing-team.ts'
import { rosterToKeep } from '../../team-change.ts'

export const postTeam = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_TEAM_CHANGE_BYTES),
  requireRole('officer', 'recovery'),
  validate(TeamChange),
  async (c) => {
    const { association, member, now, bytes, body } = c.var
    const { directory, envelopes: store, secret } = c.env
    const next = parseRoster(body.roster)
    if (!next) return refuse(c, 'invalid-shape')
    const challenge = recogniseChallenge(secret, 'team', next.challenge)
    if (!challenge || isChallengeExpired(challenge, now)) return refuse(c, 'sign-in-refused')

    const directoryKey = await directory.rosterKeyOf(association, now)
    const { newest: before, isOver } = await standingTeam(c.env, association, now)
    if (!directoryKey) return refuse(c, 'association-unknown')
    // The answer to it was lost: whoever sends it again hears the same.
    if (before?.digest === sha256Hex(utf8(body.roster))) return c.body(null, 204)
    const judged = judgeRoster(next, before, association, directoryKey)
    if (!judged.ok) return refuse(c, judged.reason)

    const at = latestSigning(now)
    const { roster, byKey, byMember } = body
    const officers = await fingerprintsOf(signersOf(next, before))
    // Before there is a team, whoever holds the association's key founds it, with a key of their own.
    const [officer] = before ? officers.filter(({ fingerprint }) => fingerprint === member) : officers
    const signed =
      officer &&
      (await isSignedByBody(officer.key, roster, byMember, at)) &&
      (await isSignedByBody(judged.value.key, roster, byKey, at))
    if (!signed) return refuse(c, 'sign-in-refused')

    const kept = await rosterToKeep(next, before?.roster ?? null, body)
    if (!kept.ok) return refuse(c, kept.reason)
    const { nonce, expiresAt } = challenge
    const bodyMac = toHex(macOf(secret, 'body', c.env.hash(bytes)))
    const spending = { claim: randomKey(), nonce, bodyMac, expiresAt }
    return (await keepRoster(store, spending, { ...kept.value, anew: isOver }, dayOf(now)))
      ? c.body(null, 204)
      : refuse(c, 'team-changed')
  },
)

function parseRoster(text: string): Roster | null {
  try {
    const parsed = v.safeParse(Roster, JSON.parse(text))
    return parsed.success && JSON.stringify(parsed.output) === text ? parsed.output : null
  } catch {
    return null
  }
}

const fingerprintsOf = (keys: readonly string[]) =>
  Promise.all(keys.map(async (key) => ({ key, fingerprint: await fingerprintOfBody(key) })))
