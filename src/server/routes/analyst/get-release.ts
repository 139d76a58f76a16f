// GET /api/releases/{family}/{window}.json and .csv: one release, exactly as it was stored, or the table derived from it. No filter,
// no other cut: whatever else is asked for is refused.
import { Hono } from 'hono'
import * as v from 'valibot'
import { toHex, utf8 } from '../../../crypto/encoding.ts'
import { readRelease } from '../../../db/statistics/releases.ts'
import { csvOf } from '../../../domain/release-csv.ts'
import type { FamilyId } from '../../../protocol/families.ts'
import { FamilyName } from '../../../protocol/release.ts'
import { StatisticsWindow } from '../../../protocol/statistics-window.ts'
import type { AppEnv } from '../../env.ts'
import { OPEN_DATA, RELEASE } from '../../headers.ts'
import { answerOpenly } from '../../open-data/answer-openly.ts'
import { releaseIn } from '../../open-data/published.ts'
import { targetOf } from '../../open-data/target.ts'
import { refuse } from '../../refuse.ts'

/** Refuses `invalid-shape`, and `not-found` what is not published: never drawn, or waiting. */
export const getRelease = new Hono<AppEnv>().get('/', async (c) => {
  const asked = readTarget(targetOf(c))
  if (asked === null) return refuse(c, 'invalid-shape')
  const stored = await readRelease(c.env.statistics, asked.family, asked.window)
  if (stored === null || stored.held) return refuse(c, 'not-found')
  const release = releaseIn(stored)
  if (!release) return refuse(c, 'not-found')
  const fileName = `balise-${asked.family}-${asked.window}${release.synthetic ? '-synthetic' : ''}.${asked.extension}`
  if (asked.extension === 'json') {
    const { body: text, sha256 } = stored
    // Invented figures are made anew with each demonstration, at the same address.
    const headers = release.synthetic ? OPEN_DATA : RELEASE
    return answerOpenly(c, { text, sha256, type: 'application/json', headers, fileName })
  }
  const text = csvOf(release)
  const sha256 = toHex(c.env.hash(utf8(text)))
  const type = 'text/csv; charset=utf-8; header=present'
  return answerOpenly(c, { text, sha256, type, headers: OPEN_DATA, fileName })
})

interface Asked {
  family: FamilyId
  window: StatisticsWindow
  extension: 'json' | 'csv'
}

/** Null when it is not written as one of ours. */
function readTarget(target: string): Asked | null {
  const [, family, window, extension] = /^\/api\/releases\/([^/]+)\/([^/]+)\.(json|csv)$/.exec(target) ?? []
  if (!v.is(FamilyName, family) || !v.is(StatisticsWindow, window)) return null
  return { family, window, extension: extension as Asked['extension'] }
}
