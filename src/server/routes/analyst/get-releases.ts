// GET /api/releases: what was published, and what waits. A function of the stored releases alone.
import { Hono } from 'hono'
import { toHex, utf8 } from '../../../crypto/encoding.ts'
import type { ReleaseList } from '../../../protocol/release.ts'
import type { AppEnv } from '../../env.ts'
import { OPEN_DATA } from '../../headers.ts'
import { answerOpenly } from '../../open-data/answer-openly.ts'
import { readPublished } from '../../open-data/published.ts'
import { targetOf } from '../../open-data/target.ts'
import { refuse } from '../../refuse.ts'

/** Refuses `invalid-shape`. */
export const getReleases = new Hono<AppEnv>().get('/', async (c) => {
  if (targetOf(c) !== '/api/releases') return refuse(c, 'invalid-shape')
  const { published, held } = await readPublished(c.env.statistics)
  const list: ReleaseList = {
    format: 'balise-releases-1',
    releases: published.map(({ release, sha256, note }) => {
      const { family, window, rung, synthetic, publishedOn, epsilon } = release
      return { family, window, rung, synthetic, publishedOn, epsilon, sha256, note }
    }),
    held,
  }
  const text = `${JSON.stringify(list)}\n`
  const sha256 = toHex(c.env.hash(utf8(text)))
  return answerOpenly(c, { text, sha256, type: 'application/json', headers: OPEN_DATA, fileName: null })
})
