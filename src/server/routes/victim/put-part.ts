// PUT /api/parts/{sha256}: keeps one part of a sealed file under its own hash. One that is there already answers the same and costs
// nothing: whoever lost the line simply goes on. It opens nothing, and cannot tell a picture from noise.
import { Hono } from 'hono'
import { toHex } from '../../../crypto/encoding.ts'
import { randomKey } from '../../../crypto/random.ts'
import { claimPart } from '../../../db/envelopes/parts.ts'
import { secondsOf } from '../../../domain/sign-in.ts'
import { dayOf } from '../../../protocol/day.ts'
import { PART_BYTES } from '../../../protocol/limits.ts'
import type { PartAccepted } from '../../../protocol/parts.ts'
import type { AppEnv } from '../../env.ts'
import { requirePermit } from '../../middleware/require-permit.ts'
import { requireRoom } from '../../middleware/require-room.ts'
import { discardBody, readBody } from '../../read-body.ts'
import { refuse } from '../../refuse.ts'
import { noteStored } from '../../storage.ts'

/**
 * The row comes before the bytes, so that whatever bytes there are can be found and purged; the answer comes after both. A sender who
 * heard none sends again, and what was lacking is made up for.
 */
export const putPart = new Hono<AppEnv>().put('/', requireRoom, requirePermit, async (c) => {
  const { now, permitHash } = c.var
  const { envelopes: store, parts, hash } = c.env
  if (c.req.header('Content-Type') !== 'application/octet-stream') {
    await discardBody(c.req.raw)
    return refuse(c, 'wrong-content-type')
  }
  const read = await readBody(c.req.raw, PART_BYTES)
  // A body that was cut short has another hash. Its sender is gone: it is neither our fault nor news.
  if (!read.ok) return refuse(c, read.reason === 'too-large' ? 'too-large' : 'wrong-hash')
  const bytes = read.value
  if (bytes.length === 0) return refuse(c, 'wrong-size')
  const sha256 = toHex(hash(bytes))
  if (sha256 !== c.req.param('sha256')) return refuse(c, 'wrong-hash')

  const part = { id: randomKey(), sha256, lengthBytes: bytes.length, keptOn: dayOf(now) }
  const outcome = await claimPart(store, part, permitHash, secondsOf(now))
  if (outcome === 'permit-missing' || outcome === 'permit-spent') return refuse(c, outcome)
  if (outcome === 'leaving') return refuse(c, 'storage-unavailable')
  await parts.put(sha256, bytes)
  if (outcome === 'kept') noteStored(c.env, bytes.length)
  return c.json({ accepted: sha256 } satisfies PartAccepted)
})
