// What the page and its two Workers say to one another. Plain data only.
import type { SealingEntry } from '../../directory/directory.ts'
import type { Bytes } from '../../crypto/encoding.ts'
import type { Card } from '../../protocol/card.ts'
import type { Day } from '../../protocol/day.ts'
import type { Report } from '../../protocol/report.ts'
import type { AuthorCode, GivenConsent } from '../../sealing/address-report.ts'
import type { UnprovenDraft } from '../../sealing/seal-own.ts'
import type { SealedSubmission, SealingFault } from '../../sealing/seal-report.ts'

/** A Worker that says nothing for this long has failed: each of its steps takes a few seconds on a slow phone. */
export const SILENCE_MS = 30_000

/** An association as the page knows it: everything a person needs to choose, and no key. */
export type Offer = Omit<SealingEntry, 'certificate'>

/** `turn` numbers a request and comes back in its answers: an answer to an earlier request is never taken for a later one. */
export interface SealRequest {
  type: 'seal'
  turn: number
  report: Report
  consents: GivenConsent[]
  writtenOn: Day
  /** Null for an author who took none. */
  code: AuthorCode | null
}

export interface SealCardRequest {
  type: 'seal-card'
  turn: number
  card: Card
}

/** A report put on pause or kept, for the author's own mailbox. `certificate` is theirs, binary. */
export interface SealDraftRequest {
  type: 'seal-draft'
  turn: number
  draft: UnprovenDraft
  certificate: Bytes
  links: Bytes
}

/** Why nothing was sealed. `failed` is a Worker that threw, fell silent, or never came. */
export type DeskFault = SealingFault | 'failed'

export type SealAnswer =
  | { type: 'ready'; entries: Offer[] }
  | { type: 'progress'; turn: number; sealed: number }
  | ({ type: 'sealed'; turn: number } & SealedSubmission)
  /** `draft` is base64. */
  | { type: 'sealed-draft'; turn: number; draft: string }
  | { type: 'failed'; turn: number; reason: DeskFault }

export interface ProveRequest {
  type: 'solve'
  challenge: string
}

export type ProveAnswer =
  | { type: 'progress'; solved: number }
  | { type: 'solved'; proof: string }
  | { type: 'failed' }
