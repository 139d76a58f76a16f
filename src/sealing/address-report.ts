// Turns one report into the contents of one association's envelope. Nothing in it names another association
// that was chosen, and its thread is random: two envelopes of one report share no value made for linking.
import { randomHex } from '../crypto/random.ts'
import { addMonths, type Day } from '../protocol/day.ts'
import type { EnvelopeContents } from '../protocol/envelope.ts'
import { CONSENT_MONTHS } from '../protocol/limits.ts'
import type { Report } from '../protocol/report.ts'
import type { Purpose } from '../protocol/vocabulary.ts'

/** The version of the consent wording on the pages. Change it whenever the words change. */
export const CONSENT_WORDING = '2026-11'

/** What the author ticked for one association. */
export interface GivenConsent {
  association: string
  purposes: Purpose[]
}

/** `writtenOn` is the server's day: the phone's clock may be years off. */
export function addressReport(report: Report, consent: GivenConsent, writtenOn: Day): EnvelopeContents {
  return {
    version: 1,
    thread: randomHex(16),
    kind: 'report',
    writtenOn,
    ...report,
    consent: {
      ...consent,
      transfersTo: [],
      wordingVersion: CONSENT_WORDING,
      until: addMonths(writtenOn, CONSENT_MONTHS),
    },
    reply: null,
  }
}
