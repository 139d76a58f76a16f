// Lets go of the files that went with one's own envelopes, by the secrets that a code derives for each. Every request has one size: what
// is missing is filled with random secrets. It does not know whether an envelope had files, and the answers do not tell.
import { holdSecretsOf } from '../../crypto/holds.ts'
import type { Bytes } from '../../crypto/encoding.ts'
import { holdOf } from '../../crypto/links.ts'
import { randomHex } from '../../crypto/random.ts'
import { MAX_FILES, MAX_FILES_BYTES, MAX_HOLDS, PART_BYTES } from '../../protocol/limits.ts'
import type { HoldSecrets } from '../../protocol/parts.ts'
import { accept, type Result } from '../../protocol/result.ts'
import { call, type CallFault } from '../api.ts'
import type { OwnEnvelopes } from './own-envelopes.ts'

/** Padding adds at most an eighth; the last part of each file, and of its original, may be short. */
export const MOST_PARTS = Math.ceil((MAX_FILES_BYTES * 1.125) / PART_BYTES) + 2 * MAX_FILES

/** Releases whatever parts these envelopes may have. Asked again after a fault, it does the rest. */
export async function releaseFiles(links: Bytes, which: OwnEnvelopes): Promise<Result<null, CallFault>> {
  const secrets: string[] = []
  for (const [association, envelopes] of which) {
    for (const { number } of envelopes) {
      secrets.push(...(await holdSecretsOf(await holdOf(links, association, number), MOST_PARTS)))
    }
  }
  // One that means nothing leaves in any case.
  const requests = Math.max(1, Math.ceil(secrets.length / MAX_HOLDS))
  for (let request = 0; request < requests; request++) {
    const body: HoldSecrets = {
      version: 1,
      secrets: Array.from(
        { length: MAX_HOLDS },
        (_, place) => secrets[request * MAX_HOLDS + place] ?? randomHex(32),
      ),
    }
    const released = await call('/api/part-holds/releases', { method: 'POST', body: JSON.stringify(body) })
    if (!released.ok) return released
  }
  return accept(null)
}
