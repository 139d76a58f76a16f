// Which OpenPGP certificates may enter the directory. A certificate outside this profile would make reports that
// some tool of the association cannot open, so it is refused before anyone is sealed to it.
import { accept, decline, type Result } from '../protocol/result.ts'
import type { Bytes } from './encoding.ts'
import { fingerprintOf, readCertificate, type Certificate } from './openpgp.ts'

export const PROFILE_FAULTS = [
  'secret-key',
  'not-version-4',
  'wrong-primary-algorithm',
  'wrong-subkey-algorithm',
  'no-encryption-subkey',
  'several-encryption-subkeys',
  'seipd-v2',
  'revoked',
  'expired',
  'not-valid',
] as const
export type ProfileFault = (typeof PROFILE_FAULTS)[number]

/** What the directory keeps of an accepted certificate. `binary` is minimal: no third-party signature, no spare identity. */
export interface AcceptedCertificate {
  fingerprint: string
  encryptionKeyId: string
  binary: Bytes
}

const SEIPD_V2 = 0x08
const ENCRYPT_FLAGS = 0x04 | 0x08

/** Judges a certificate at an instant (milliseconds). The first fault found is the one reported. */
export async function acceptCertificate(
  certificate: Certificate,
  at: number,
): Promise<Result<AcceptedCertificate, ProfileFault>> {
  const date = new Date(at)
  if (certificate.isPrivate()) return decline('secret-key')
  if (certificate.keyPacket.version !== 4) return decline('not-version-4')
  if (!isCurve(certificate, 'eddsaLegacy', 'ed25519Legacy')) return decline('wrong-primary-algorithm')

  const encryptionSubkeys = certificate.subkeys.filter((subkey) =>
    subkey.bindingSignatures.some((binding) => ((binding.keyFlags?.[0] ?? 0) & ENCRYPT_FLAGS) !== 0),
  )
  const [subkey, ...others] = encryptionSubkeys
  if (!subkey) return decline('no-encryption-subkey')
  if (others.length > 0) return decline('several-encryption-subkeys')
  if (!isCurve(subkey, 'ecdh', 'curve25519Legacy')) return decline('wrong-subkey-algorithm')

  const advertisesSeipdV2 = certificate
    .toPacketList()
    .some((packet) => 'features' in packet && ((packet.features?.[0] ?? 0) & SEIPD_V2) !== 0)
  if (advertisesSeipdV2) return decline('seipd-v2')
  if (certificate.revocationSignatures.length > 0 || subkey.revocationSignatures.length > 0)
    return decline('revoked')

  const expiries = [await certificate.getExpirationTime(), await subkey.getExpirationTime()]
  if (expiries.some((expiry) => expiry instanceof Date && expiry <= date)) return decline('expired')
  try {
    await certificate.verifyPrimaryKey(date)
    await certificate.getEncryptionKey(undefined, date)
    await certificate.getSigningKey(undefined, date)
  } catch {
    return decline('not-valid')
  }
  return accept({
    fingerprint: fingerprintOf(certificate),
    encryptionKeyId: subkey.getKeyID().toHex().toUpperCase(),
    binary: await minimal(certificate, subkey, date),
  })
}

function isCurve(key: Pick<Certificate, 'getAlgorithmInfo'>, algorithm: string, curve: string): boolean {
  const info = key.getAlgorithmInfo()
  return info.algorithm === algorithm && info.curve === curve
}

/** Works on a copy: OpenPGP.js changes keys in place. The identity kept is the one whose self-signature counts. */
async function minimal(
  certificate: Certificate,
  encryptionSubkey: Certificate['subkeys'][number],
  date: Date,
): Promise<Bytes> {
  const { index } = await certificate.getPrimaryUser(date)
  const copy = await readCertificate(certificate.write())
  copy.subkeys = copy.subkeys.filter(
    (subkey) => subkey.getFingerprint() === encryptionSubkey.getFingerprint(),
  )
  copy.users = copy.users.slice(index, index + 1)
  for (const user of copy.users) user.otherCertifications = []
  return copy.write() as Bytes
}
