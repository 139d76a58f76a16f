// What the page and its two Workers say to one another. Plain data only.
import type { SealingEntry } from '../../directory/directory.ts'
import type { Bytes } from '../../crypto/encoding.ts'
import type { Card } from '../../protocol/card.ts'
import type { Day } from '../../protocol/day.ts'
import type { Report } from '../../protocol/report.ts'
import type { AuthorCode, GivenConsent } from '../../sealing/address-report.ts'
import type { UnprovenDraft } from '../../sealing/seal-own.ts'
import type { SealedSubmission, SealingFault } from '../../sealing/seal-report.ts'

/** An association as the page knows it: everything a person needs to choose, and no key. */
export type Offer = Omit<SealingEntry, 'certificate'>

/** What a Worker that holds the directory says first, unasked. */
export interface DirectoryReady {
  type: 'ready'
  entries: Offer[]
}

/** What may be sealed. */
export type SealingWork =
  /** `code` is null for an author who took none. */
  | { type: 'seal'; report: Report; consents: GivenConsent[]; writtenOn: Day; code: AuthorCode | null }
  | { type: 'seal-card'; card: Card }
  /** A report put on pause or kept, for the author's own mailbox. `certificate` is theirs, binary. */
  | { type: 'seal-draft'; draft: UnprovenDraft; certificate: Bytes; links: Bytes }

/** `turn` numbers a request and comes back in its answers: an answer to an earlier request is never taken for a later one. */
export type SealRequest = SealingWork & { turn: number }

/** Why nothing was sealed. `failed` is a Worker that threw, fell silent, or never came. */
export type DeskFault = SealingFault | 'failed'

/** `draft` is base64. */
export type SealingOutcome =
  | ({ type: 'sealed' } & SealedSubmission)
  | { type: 'sealed-draft'; draft: string }
  | { type: 'failed'; reason: DeskFault }

/** `sealed` envelopes are ready. */
export type SealAnswer = (SealingOutcome | { type: 'progress'; sealed: number }) & { turn: number }

export interface ProveRequest {
  type: 'solve'
  challenge: string
}

export type ProveAnswer =
  | { type: 'progress'; solved: number }
  | { type: 'solved'; proof: string }
  | { type: 'failed' }
