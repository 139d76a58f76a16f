// POST /api/invitations/answers: whoever has an invitation's words brings a key of their own, once. An officer still has to say yes.
import { Hono } from 'hono'
import { fromBase64, utf8 } from '../../../crypto/encoding.ts'
import { randomKey } from '../../../crypto/random.ts'
import { sha256Hex } from '../../../crypto/sha256.ts'
import { answerInvitation, findInvitation } from '../../../db/envelopes/invitations.ts'
import { dayOf } from '../../../protocol/day.ts'
import { MAX_INVITATION_BYTES } from '../../../protocol/limits.ts'
import { InvitationAnswer } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { limitBody } from '../../middleware/limit-body.ts'
import { ownOrigin } from '../../middleware/own-origin.ts'
import { validate } from '../../middleware/validate.ts'
import { refuse } from '../../refuse.ts'

export const postInvitationAnswer = new Hono<AppEnv>().post(
  '/',
  ownOrigin,
  limitBody(MAX_INVITATION_BYTES),
  validate(InvitationAnswer),
  async (c) => {
    const { now, body } = c.var
    const { envelopes: store } = c.env
    const { locator, member } = body
    const locatorHash = sha256Hex(utf8(locator))
    const today = dayOf(now)
    const found = await findInvitation(store, locatorHash, today)
    if (!found) return refuse(c, 'not-found')
    const { association } = found
    const ways = body.ways.map((each) => ({
      id: randomKey(),
      locatorHash: each.locatorHash,
      association,
      member,
      way: each.way,
      bytes: fromBase64(each.blob) ?? new Uint8Array(),
    }))
    const answer = fromBase64(body.answer) ?? new Uint8Array()
    const kept = await answerInvitation(store, { locatorHash, member, answer }, ways, today)
    return kept ? c.body(null, 204) : refuse(c, 'token-taken')
  },
)
