// The signed directory as the server uses it: who may sign in with which certificate, and until when.
import { describe, expect, it } from 'vitest'
import { toBase64, utf8 } from '../../src/crypto/encoding.ts'
import { fingerprintOf } from '../../src/crypto/openpgp.ts'
import { directoryText } from '../../src/directory/verify-directory.ts'
import { openDirectory } from '../../src/server/served-directory.ts'
import { makeFederation } from '../support/federation.ts'
import { makeOtherKey } from '../support/openpgp-keys.ts'

const NOW = Date.now()
const HOUR_MILLISECONDS = 3_600_000

/** The directory of a federation in which one association's key lives for two hours more. */
async function openedWithAShortLivedKey() {
  const { directory, roots } = await makeFederation()
  const key = (await makeOtherKey({ keyExpirationTime: 2 * 3600 + 60 })).toPublic()
  const associations = directory.associations.map((entry) =>
    entry.association === 'ecoute-sud'
      ? { ...entry, certificate: key.armor(), fingerprint: fingerprintOf(key) }
      : entry,
  )
  const bytes = utf8(directoryText({ ...directory, associations }))
  const signatures = await Promise.all(
    roots
      .slice(0, 2)
      .map(async (root) => ({ root: root.publicKey, signature: toBase64(await root.sign(bytes)) })),
  )
  const opened = await openDirectory(bytes, utf8(`${JSON.stringify({ signatures }, null, 2)}\n`), NOW)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value
}

describe('the certificate that signs in for an association', () => {
  it('no longer does once it has expired, to the second; others go on', async () => {
    const directory = await openedWithAShortLivedKey()
    const livingAt = async (association: string, at: number) =>
      (await directory.certificateOf(association, at)) !== null
    expect(await livingAt('ecoute-sud', NOW + HOUR_MILLISECONDS)).toBe(true)
    expect(await livingAt('ecoute-sud', NOW + 2 * HOUR_MILLISECONDS + 1000)).toBe(false)
    expect(await livingAt('ecoute-sud', NOW + HOUR_MILLISECONDS)).toBe(true)
    expect(await livingAt('droits-nord', NOW + 10_000 * HOUR_MILLISECONDS)).toBe(true)
    expect(await livingAt('inconnue', NOW)).toBe(false)
  })

  it('is parsed once, however often it is asked for', async () => {
    const directory = await openedWithAShortLivedKey()
    const first = await directory.certificateOf('droits-nord', NOW)
    expect(first).not.toBeNull()
    expect(await directory.certificateOf('droits-nord', NOW)).toBe(first)
  })
})
