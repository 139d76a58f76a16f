// Turns one report into the contents of one association's envelope. Nothing in it names another association
// that was chosen, and its thread is random: two envelopes of one report share no value made for linking.
import { randomHex } from '../crypto/random.ts'
import { addMonths, type Day } from '../protocol/day.ts'
import type { Consent, EnvelopeContents } from '../protocol/envelope.ts'
import { CONSENT_MONTHS } from '../protocol/limits.ts'
import type { Report } from '../protocol/report.ts'

/** What the author ticked for one association. `keyFingerprint` is of the key it had then; it stays out of the envelope. */
export interface GivenConsent extends Pick<Consent, 'association' | 'purposes' | 'wordingVersion'> {
  keyFingerprint: string
}

/** `writtenOn` is the server's day: the phone's clock may be years off. */
export function addressReport(
  report: Report,
  { association, purposes, wordingVersion }: GivenConsent,
  writtenOn: Day,
): EnvelopeContents {
  return {
    version: 1,
    thread: randomHex(16),
    kind: 'report',
    writtenOn,
    ...report,
    consent: {
      association,
      purposes,
      transfersTo: [],
      wordingVersion,
      until: addMonths(writtenOn, CONSENT_MONTHS),
    },
    reply: null,
  }
}
