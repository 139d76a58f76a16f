// GET /api/sign-in-challenge: what an association's key must sign within two minutes. Nothing is kept.
import { Hono } from 'hono'
import { issueChallenge } from '../../../crypto/challenge.ts'
import { signInExpiry } from '../../../domain/sign-in.ts'
import type { AppEnv } from '../../env.ts'

export const getSignInChallenge = new Hono<AppEnv>().get('/', (c) => {
  const expiresAt = signInExpiry(c.var.now)
  return c.json({ challenge: issueChallenge(c.env.secret, { purpose: 'sign-in', bits: 0, expiresAt }) })
})
