// POST /api/session: a member signs in by their key's signature. Whatever is wrong, the answer is the same: it does not
// tell a stranger which associations, keys or challenges exist.
import { Hono } from 'hono'
import { recogniseChallenge } from '../../../crypto/challenge.ts'
import { toHex } from '../../../crypto/encoding.ts'
import { macOf } from '../../../crypto/hmac.ts'
import { isSignedByBody } from '../../../crypto/key-body.ts'
import { fingerprintOf } from '../../../crypto/openpgp.ts'
import { verifyText } from '../../../crypto/openpgp-signatures.ts'
import { randomKey } from '../../../crypto/random.ts'
import { readLoneSignature, type LoneSignature } from '../../../crypto/signature-packet.ts'
import { openSession } from '../../../db/envelopes/sessions.ts'
import { isChallengeExpired, latestSigning, secondsOf } from '../../../domain/sign-in.ts'
import { SignIn, signInStatement } from '../../../protocol/inbox.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv, House } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'
import { standingMembers } from '../../standing-team.ts'
import { giveSessionCookie, newSessionToken } from '../../session-cookie.ts'

export const postSession = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_REQUEST_BYTES),
  validate(SignIn),
  async (c) => {
    const { association, challenge: text, signature } = c.var.body
    const { now, bytes } = c.var
    const challenge = recogniseChallenge(c.env.secret, 'sign-in', text)
    if (!challenge || isChallengeExpired(challenge, now)) return refuse(c, 'sign-in-refused')

    const lone = readLoneSignature(signature)
    const statement = signInStatement(c.env.origin, association, text)
    const member = lone && (await signerOf(c.env, association, statement, lone, now))
    if (!member) return refuse(c, 'sign-in-refused')

    const { token, tokenHash } = newSessionToken()
    const { nonce, expiresAt } = challenge
    const bodyMac = toHex(macOf(c.env.secret, 'body', c.env.hash(bytes)))
    const spending = { claim: randomKey(), nonce, bodyMac, expiresAt }
    const opened = await openSession(
      c.env.envelopes,
      spending,
      { tokenHash, association, member },
      secondsOf(now),
    )
    if (!opened) return refuse(c, 'sign-in-refused')
    giveSessionCookie(c, token)
    return c.body(null, 204)
  },
)

/**
 * The fingerprint of the key that signed: of a member of the team, or the association's own where no team was founded. Anyone may ask
 * for this, and a verification costs a thousand times what a challenge does: what can be told cheaply comes first.
 */
async function signerOf(
  house: House,
  association: string,
  statement: string,
  { issuer, armored }: LoneSignature,
  now: number,
): Promise<string | null> {
  const { directory, inTurn } = house
  if (!directory.associations.includes(association)) return null
  const at = latestSigning(now)
  const team = await standingMembers(house, association, now)
  if (team.length > 0) {
    const member = team.find((each) => each.member.toLowerCase().endsWith(issuer))
    const signed = member && (await inTurn(() => isSignedByBody(member.key, statement, armored, at)))
    return signed ? member.member : null
  }
  const certificate = await directory.certificateOf(association, now)
  if (!certificate?.getKeyIDs().some((id) => id.toHex() === issuer)) return null
  return (await inTurn(() => verifyText(certificate, statement, armored, at)))
    ? fingerprintOf(certificate)
    : null
}
