// POST /api/session: an association signs in by its key's signature. Whatever is wrong, the answer is the same: it does not
// tell a stranger which associations, keys or challenges exist.
import { Hono } from 'hono'
import { recogniseChallenge } from '../../../crypto/challenge.ts'
import { toHex } from '../../../crypto/encoding.ts'
import { macOf } from '../../../crypto/hmac.ts'
import { verifyText } from '../../../crypto/openpgp.ts'
import { randomKey } from '../../../crypto/random.ts'
import { openSession } from '../../../db/envelopes/sessions.ts'
import { isChallengeExpired, secondsOf } from '../../../domain/sign-in.ts'
import { SignIn, signInStatement } from '../../../protocol/inbox.ts'
import { MAX_REQUEST_BYTES } from '../../../protocol/limits.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'
import { giveSessionCookie, newSessionToken } from '../../session-cookie.ts'

/** A member's clock may run ahead by this much. The challenge, not the signature's date, makes it fresh. */
const CLOCK_AHEAD_MILLISECONDS = 24 * 60 * 60 * 1000

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

    const certificate = await c.env.directory.certificateOf(association)
    const statement = signInStatement(c.env.origin, association, text)
    const verifiedAt = now + CLOCK_AHEAD_MILLISECONDS
    if (!certificate || !(await verifyText(certificate, statement, signature, verifiedAt))) {
      return refuse(c, 'sign-in-refused')
    }

    const { token, tokenHash } = newSessionToken()
    const { nonce, expiresAt } = challenge
    const bodyMac = toHex(macOf(c.env.secret, 'body', c.env.hash(bytes)))
    const spending = { claim: randomKey(), nonce, bodyMac, expiresAt }
    const opened = await openSession(c.env.envelopes, spending, { tokenHash, association }, secondsOf(now))
    if (!opened) return refuse(c, 'sign-in-refused')
    giveSessionCookie(c, token)
    return c.body(null, 204)
  },
)
