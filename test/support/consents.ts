// Consents as someone gives them on the page, for tests that seal.
import { CONSENT_WORDING } from '../../src/protocol/consent-wording.ts'
import type { GivenConsent } from '../../src/sealing/address-report.ts'
import type { Recipient } from '../../src/sealing/seal-report.ts'

/** One for each, in the words of the day, to the key it has. */
export const consentsTo = (
  ...recipients: readonly Pick<Recipient, 'association' | 'fingerprint'>[]
): GivenConsent[] =>
  recipients.map(({ association, fingerprint }) => ({
    association,
    keyFingerprint: fingerprint,
    purposes: ['referral'],
    wordingVersion: CONSENT_WORDING,
  }))
