// What the directory keeps of an accepted key: enough to seal to, and nothing that could mislead a phone.
import { enums, readKey } from 'openpgp'
import { describe, expect, it } from 'vitest'
import { acceptCertificate } from '../../src/crypto/certificate-profile.ts'
import { encryptTo, readCertificate, type Certificate } from '../../src/crypto/openpgp.ts'
import { makeHolder, makeOtherKey, signOwnPart } from '../support/openpgp-keys.ts'

const acceptNow = (key: Certificate) => acceptCertificate(key, Date.now())
const publicOf = async (options: Parameters<typeof makeOtherKey>[0]) =>
  (await makeOtherKey(options)).toPublic()

describe('what is kept of an accepted key', () => {
  it('leaves the key it was given as it was', async () => {
    const given = await publicOf({
      userIDs: [{ name: 'Un' }, { name: 'Deux' }],
      subkeys: [{}, { sign: true }],
    })
    const before = given.write()
    expect(await acceptNow(given)).toMatchObject({ ok: true })
    expect(given.write()).toEqual(before)
  })

  it('has one identity and one subkey: the one that encrypts', async () => {
    const given = await publicOf({
      userIDs: [{ name: 'Un' }, { name: 'Deux' }],
      subkeys: [{ sign: true }, {}],
    })
    const verdict = await acceptNow(given)
    const kept = await readCertificate(verdict.ok ? verdict.value.binary : new Uint8Array())
    expect(kept.users).toHaveLength(1)
    expect(kept.subkeys.map((subkey) => subkey.getKeyID().toHex().toUpperCase())).toEqual([
      verdict.ok && verdict.value.encryptionKeyId,
    ])
  })

  it('carries nobody else’s signature', async () => {
    const { certificate } = await makeHolder('Association')
    const certified = await certificate.signAllUsers([await makeOtherKey()])
    expect(certified.users[0]?.otherCertifications).toHaveLength(1)
    const verdict = await acceptNow(certified)
    const kept = await readCertificate(verdict.ok ? verdict.value.binary : new Uint8Array())
    expect(kept.users[0]?.otherCertifications).toEqual([])
  })

  it('is the identity that is valid, when an older one was withdrawn', async () => {
    const secret = await makeOtherKey({ userIDs: [{ name: 'Retirée' }, { name: 'Valide' }] })
    const [withdrawn] = secret.users
    if (!withdrawn?.userID) throw new Error('two identities')
    const revocation = await signOwnPart(
      secret,
      { signatureType: enums.signature.certRevocation },
      { userID: withdrawn.userID },
    )
    withdrawn.revocationSignatures.push(revocation)
    const given = await readKey({ binaryKey: secret.toPublic().write() })
    const verdict = await acceptNow(given)
    const kept = await readCertificate(verdict.ok ? verdict.value.binary : new Uint8Array())
    expect(kept.users.map((user) => user.userID?.userID)).toEqual(['Valide'])
    expect(await encryptTo(kept, new Uint8Array(3))).toBeInstanceOf(Uint8Array)
  })
})
