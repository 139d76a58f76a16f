// Turns one report into the contents of one association's envelope. Nothing in it names another association
// that was chosen, and no two envelopes of one report share a thread.
import { threadOf } from '../crypto/links.ts'
import type { Bytes } from '../crypto/encoding.ts'
import type { Attachments } from '../protocol/attachment.ts'
import { randomHex } from '../crypto/random.ts'
import { addMonths, type Day } from '../protocol/day.ts'
import type { Consent, EnvelopeContents } from '../protocol/envelope.ts'
import { CONSENT_MONTHS } from '../protocol/limits.ts'
import type { Report } from '../protocol/report.ts'
import type { Reply } from '../protocol/shapes.ts'

/** What the author ticked for one association. `keyFingerprint` is of the key it had then; it stays out of the envelope. */
export interface GivenConsent extends Pick<Consent, 'association' | 'purposes' | 'wordingVersion'> {
  keyFingerprint: string
  /** The files for it, sealed already, under a hold of its own. */
  attachments?: Attachments
}

/** What a return code adds to a report: how its author is answered, and the secret its threads and tokens derive from. */
export interface AuthorCode {
  reply: Reply
  /** Never in an envelope. */
  links: Bytes
  /** By association, the number of its next envelope: 0, unless others were sent under the same code. */
  numbers?: Readonly<Record<string, number>>
}

/**
 * `writtenOn` is the server's day: the phone's clock may be years off. With a code the thread derives from it; without one it is
 * random, and nobody can be answered.
 */
export async function addressReport(
  report: Report,
  { association, purposes, wordingVersion, attachments }: GivenConsent,
  writtenOn: Day,
  code: AuthorCode | null = null,
): Promise<EnvelopeContents> {
  return {
    version: 1,
    thread: code ? await threadOf(code.links, association) : randomHex(16),
    kind: 'report',
    writtenOn,
    ...report,
    ...(attachments ? { attachments } : {}),
    consent: {
      association,
      purposes,
      transfersTo: [],
      wordingVersion,
      until: addMonths(writtenOn, CONSENT_MONTHS),
    },
    reply: code?.reply ?? null,
  }
}
