// What the vectors were made under. Tests judge them at the same instant, so that they pass or fail alike in ten years.
import { signInStatement } from '../../src/protocol/inbox.ts'

/** Keys and signatures were made on 2026-09-01; everything is judged a month later. */
export const MADE_AT = Date.parse('2026-09-01T12:00:00Z')
export const JUDGED_AT = Date.parse('2026-10-01T12:00:00Z')

/** Of every secret key among the vectors. They are published: they protect nothing. */
export const PASSPHRASE = 'vecteurs publics'

export const ASSOCIATION = 'ecoute'
export const STATEMENT = signInStatement(
  'https://balise.example',
  ASSOCIATION,
  'sign-in.0.1788264120.AAECAwQFBgcICQoLDA0ODw.EBESExQVFhcYGRobHB0eHw',
)

/** A certificate that must be refused, by file name, with the reason; null for "not one public certificate". */
export const REFUSED = {
  'refused-rsa_gpg.asc': 'wrong-primary-algorithm',
  'refused-rsa_sq.asc': 'wrong-primary-algorithm',
  'refused-nist_gpg.asc': 'wrong-primary-algorithm',
  'refused-nist-subkey_gpg.asc': 'wrong-subkey-algorithm',
  'refused-sign-only_gpg.asc': 'no-encryption-subkey',
  'refused-two-encryption-subkeys_gpg.asc': 'several-encryption-subkeys',
  'refused-expired_gpg.asc': 'expired',
  'refused-expired_sq.asc': 'expired',
  'refused-expired-subkey_gpg.asc': 'expired',
  'refused-revoked_gpg.asc': 'revoked',
  'refused-revoked-subkey_gpg.asc': 'revoked',
  'refused-seipd-v2_openpgpjs.asc': 'seipd-v2',
  'refused-new-algorithms_openpgpjs.asc': 'wrong-primary-algorithm',
  'refused-version-6_openpgpjs.asc': 'not-version-4',
  'refused-secret-key_gpg.asc': null,
  'refused-two-certificates_gpg.asc': null,
} as const

/** Messages to the key made with gpg that hold many zeros, compressed: small on the way, large enough to stop their reader. */
export const BOMBS = {
  'bomb-bzip2_gpg.pgp': { algorithm: 'bzip2', mebibytes: 256 },
  'bomb-zip_gpg.pgp': { algorithm: 'zip', mebibytes: 16 },
  'bomb-zlib_gpg.pgp': { algorithm: 'zlib', mebibytes: 16 },
} as const

/** Narratives that fill each of the three sizes; the plaintext of an envelope is what GnuPG printed. */
export const NARRATIVES = {
  '4-kib': 'Rendez-vous donné sur un site de discussion, à 22 h. « Ils étaient trois » 🌈. قال: لا تخبر أحدا.',
  '16-kib': 'Ils m’attendaient derrière la gare. '.repeat(250),
  '64-kib': 'Ça a duré une heure, çà et là des coups… '.repeat(380),
} as const
export type VectorSize = keyof typeof NARRATIVES
