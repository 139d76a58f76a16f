// GET /api/team: who is of the team, as signed by its officers, and the association's keys as sealed to whoever asks. It names nobody.
import { Hono } from 'hono'
import { issueChallenge } from '../../../crypto/challenge.ts'
import { toBase64 } from '../../../crypto/encoding.ts'
import { listRosters, readBook } from '../../../db/envelopes/team.ts'
import { signInExpiry } from '../../../domain/sign-in.ts'
import type { TeamState } from '../../../protocol/team.ts'
import type { AppEnv } from '../../env.ts'
import { standingTeam } from '../../standing-team.ts'
import { requireRole } from '../../middleware/require-role.ts'

const NO_TEAM = { book: null, wrap: null }

export const getTeam = new Hono<AppEnv>().get(
  '/',
  requireRole('officer', 'member', 'recovery'),
  async (c) => {
    const { association, member, now } = c.var
    const { envelopes: store, secret } = c.env
    const { newest } = await standingTeam(c.env, association, now)
    const { book, wrap } = newest ? await readBook(store, association, member) : NO_TEAM
    return c.json({
      rosters: newest ? await listRosters(store, association) : [],
      book: book && toBase64(book),
      wrap: wrap && toBase64(wrap),
      challenge: issueChallenge(secret, { purpose: 'team', bits: 0, expiresAt: signInExpiry(now) }),
    } satisfies TeamState)
  },
)
