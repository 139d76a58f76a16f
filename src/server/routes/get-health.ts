// GET /api/health: whether the stores answer, and which version runs.
import { Hono } from 'hono'
import { askStore } from '../../db/answers.ts'
import type { AppEnv } from '../env.ts'
import { VERSION } from '../version.ts'

export const getHealth = new Hono<AppEnv>().get('/', async (c) => {
  await Promise.all([askStore(c.env.envelopes), askStore(c.env.statistics)])
  return c.json({ status: 'ok', version: VERSION })
})
