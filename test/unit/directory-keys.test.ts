// The keys that a directory names: each in the profile, each the announced one, each brought by someone who holds it.
import { describe, expect, it } from 'vitest'
import { signText } from '../../src/crypto/openpgp-signatures.ts'
import { possessionStatement, type DirectoryEntry } from '../../src/directory/directory.ts'
import { sealingEntries } from '../../src/directory/sealing-entries.ts'
import { verifyKeys } from '../../src/directory/verify-directory.ts'
import { makeFederation, unlockedKeyOf } from '../support/federation.ts'
import { makeOtherKey } from '../support/openpgp-keys.ts'

const NOW = Date.now()
const DAY = 86_400_000
const federation = await makeFederation()
const { directory } = federation

describe('the keys of a directory', () => {
  const [held, neighbour] = federation.associations
  const [entry, nextEntry] = directory.associations
  if (!held || !neighbour || !entry || !nextEntry) throw new Error('three associations')
  const judged = (changed: Partial<DirectoryEntry>, at = NOW) =>
    verifyKeys({ ...directory, associations: [nextEntry, { ...entry, ...changed }] }, at)
  const faulty = (reason: string) => ({ ok: false, reason, about: entry.association })

  it('are accepted, each with the fingerprint that was announced', async () => {
    const verdict = await verifyKeys(directory, NOW)
    expect(verdict.ok && [...verdict.value].map(([id, key]) => [id, key.fingerprint])).toEqual(
      federation.associations.map((each) => [each.association, each.fingerprint]),
    )
  })

  it('are refused, by name, when one is not the announced one', async () => {
    expect(await judged({ fingerprint: neighbour.fingerprint })).toEqual(faulty('fingerprint-mismatch'))
    expect(await judged({ certificate: neighbour.certificate })).toEqual(faulty('fingerprint-mismatch'))
  })

  it('are refused when one is unreadable, secret, or two in one', async () => {
    const both = `${held.certificate}\n${neighbour.certificate}`
    for (const certificate of ['bonjour', held.secretKey, both]) {
      expect(await judged({ certificate })).toEqual(faulty('unreadable-certificate'))
    }
  })

  it('are refused when one is outside the profile, or has expired', async () => {
    const rsa = await makeOtherKey({ type: 'rsa', rsaBits: 2048 })
    expect(await judged({ certificate: rsa.toPublic().armor() })).toEqual(faulty('wrong-primary-algorithm'))
    const short = await makeOtherKey({ keyExpirationTime: 3600 })
    const fingerprint = short.getFingerprint().toUpperCase()
    const statement = possessionStatement(entry.association, fingerprint)
    const proofOfPossession = await signText(short, statement, NOW - 1000)
    const changed = { certificate: short.toPublic().armor(), fingerprint, proofOfPossession }
    expect(await judged(changed)).toMatchObject({ ok: true })
    expect(await judged(changed, NOW + DAY)).toEqual(faulty('expired'))
  })

  it('are refused when one is brought by someone who cannot sign with it', async () => {
    const key = await unlockedKeyOf(held)
    const proofs = [
      await signText(
        await unlockedKeyOf(neighbour),
        possessionStatement(held.association, held.fingerprint),
        NOW - 1000,
      ),
      await signText(key, possessionStatement(neighbour.association, held.fingerprint), NOW - 1000),
      await signText(key, possessionStatement(held.association, neighbour.fingerprint), NOW - 1000),
      nextEntry.proofOfPossession,
      'signed',
    ]
    const verdicts = await Promise.all(proofs.map((proofOfPossession) => judged({ proofOfPossession })))
    expect(verdicts).toEqual(proofs.map(() => faulty('possession-unproven')))
  })

  it('include the observatory’s', async () => {
    const observatory = { ...directory.observatory, fingerprint: held.fingerprint }
    expect(await verifyKeys({ ...directory, observatory }, NOW)).toEqual({
      ok: false,
      reason: 'fingerprint-mismatch',
      about: 'observatory',
    })
  })

  it('reach a phone without what a phone need not know', async () => {
    const verdict = await verifyKeys(directory, NOW)
    const entries = verdict.ok ? sealingEntries(directory, verdict.value) : []
    expect(entries.map((each) => each.association)).toEqual(
      directory.associations.map((each) => each.association),
    )
    expect(Object.keys(entries[0] ?? {})).not.toContain('proofOfPossession')
    expect(() => sealingEntries(directory, new Map())).toThrow('without a verified key')
  })
})
