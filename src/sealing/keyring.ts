// The keys an association has had, sealed to one member: what makes a member of someone who holds a key of their own. It is an ordinary
// OpenPGP message of ordinary secret keys, so that `gpg --decrypt | gpg --import` opens it too.
import { concat, type Bytes } from '../crypto/encoding.ts'
import { decryptWith, encryptTo, readOpenKeys, type Certificate, type PrivateKey } from '../crypto/openpgp.ts'

/** `keys` are not locked, oldest first. */
export const sealKeyring = (keys: readonly PrivateKey[], member: Certificate): Promise<Bytes> =>
  encryptTo(member, concat(...keys.map((key) => key.write())))

/** Oldest first. Null when it is sealed to another key, damaged, or holds anything but open secret keys. */
export async function openKeyring(sealed: Bytes, member: PrivateKey): Promise<PrivateKey[] | null> {
  try {
    const plaintext = await decryptWith(member, sealed)
    return plaintext && (await readOpenKeys(plaintext))
  } catch {
    return null
  }
}
