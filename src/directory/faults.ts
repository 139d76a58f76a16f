// Each reason a directory or a key is refused, in a sentence that says what to do. For operators: English, like the tools they use.
import type { DirectoryFault } from './verify-directory.ts'

const FAULTS: Record<DirectoryFault, string> = {
  'not-a-directory': 'This is not a directory file, or a field of it is missing, unknown or out of bounds.',
  'not-canonical':
    'The directory is not written as balise writes it: it was changed by hand, or a field stands in it twice. Make the change with: npx balise directory add',
  'not-signatures': 'The signatures file is not readable. Sign the directory again.',
  'too-few-signatures':
    'Two of the three roots must sign exactly these bytes. Run: npx balise directory sign',
  'from-the-future':
    'The directory is dated later than today. Check the clock of this machine and of the one it was made on.',
  expired: 'The directory has expired. Add or confirm an entry to renew it, then have two roots sign it.',
  'unreadable-predecessor':
    'The directory of the site that is there already cannot be read, so nothing tells whether this one may follow it. Restore that site; or, if you mean to begin anew, move it away and give --roots.',
  'rolled-back': 'The directory is older than the one this site was last built with. Use the newest one.',
  'same-version':
    'Another directory of the same version was already built here. Make the change with balise directory add, which gives it a version of its own.',
  'unknown-roots':
    'Two of the roots already trusted (those of the site before, or of --roots) must sign this directory too.',
  'unreadable-certificate': 'The certificate is not one armored OpenPGP public key.',
  'fingerprint-mismatch': 'The certificate is not the one whose fingerprint was announced.',
  'possession-unproven':
    'The proof of possession is not a signature by this certificate over the expected sentence.',
  'secret-key':
    'This file holds a secret key. Export the public certificate, and keep this file to yourself.',
  'not-version-4': 'The certificate is not a version 4 key, which some tools of associations cannot open.',
  'wrong-primary-algorithm': 'The primary key is not Ed25519 in its legacy form.',
  'wrong-subkey-algorithm': 'The encryption subkey is not Curve25519 in its legacy form.',
  'no-encryption-subkey': 'The certificate has no subkey to encrypt to.',
  'several-encryption-subkeys': 'The certificate has more than one encryption subkey. Keep exactly one.',
  'seipd-v2': 'The certificate asks for SEIPD version 2, which GnuPG cannot open.',
  revoked: 'The certificate, or its encryption subkey, is revoked.',
  'not-valid': 'A signature inside the certificate does not hold. Export it again from the key itself.',
}

const KEY_EXPIRED = 'The certificate, or its encryption subkey, has expired.'

/** One or two sentences; `about` names the entry at fault: what expired is then its key, not the directory. */
export function explainFault(fault: DirectoryFault, about?: string): string {
  if (about === undefined) return FAULTS[fault]
  return `${about}: ${fault === 'expired' ? KEY_EXPIRED : FAULTS[fault]}`
}
