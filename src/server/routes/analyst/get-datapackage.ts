// GET /api/releases/datapackage.json: every published table described for machines, as a Frictionless data package. A function of
// the stored releases alone: it names no address of this site.
import { Hono } from 'hono'
import { toHex, utf8 } from '../../../crypto/encoding.ts'
import type { AppEnv } from '../../env.ts'
import { OPEN_DATA } from '../../headers.ts'
import { answerOpenly } from '../../open-data/answer-openly.ts'
import { dataPackageOf } from '../../open-data/data-package.ts'
import { readPublished } from '../../open-data/published.ts'
import { targetOf } from '../../open-data/target.ts'
import { refuse } from '../../refuse.ts'

/** Refuses `invalid-shape`. */
export const getDatapackage = new Hono<AppEnv>().get('/', async (c) => {
  if (targetOf(c) !== '/api/releases/datapackage.json') return refuse(c, 'invalid-shape')
  const { hash, statistics, inTurn } = c.env
  const { published } = await readPublished(statistics)
  const text = await inTurn(async () => `${JSON.stringify(dataPackageOf(published, hash))}\n`)
  return answerOpenly(c, {
    text,
    sha256: toHex(hash(utf8(text))),
    type: 'application/vnd.datapackage+json',
    headers: OPEN_DATA,
    fileName: 'datapackage.json',
  })
})
