// What an association writes about a case, and the record of who did what to it: both sealed to the association, both signed inside by the
// member who wrote. The server knows that a case has a file, at which revision, and no more.
import * as v from 'valibot'
import { CASE_STATES } from './case-state.ts'
import { Day } from './day.ts'
import { EnvelopeId } from './inbox.ts'
import {
  CASE_PAGE_FILES,
  DIRECTORY_MAX_ENTRIES,
  MAX_CASE_BYTES,
  MAX_CASE_NOTES,
  MAX_CASE_TAGS,
  MAX_CASE_TASKS,
  MAX_MESSAGE_CHARS,
  MAX_RECORD_BYTES,
  MAX_SHORT_TEXT_CHARS,
} from './limits.ts'
import { AssociationId, Fingerprint, MessageKey, Sha256, Signature } from './shapes.ts'
import { base64 } from './team.ts'

/** Why a case is set aside, or declined. `other` has its words in the note beside it. */
export const ASIDE_REASONS = ['repeated', 'empty', 'advertising', 'insults', 'test', 'other'] as const

/** `genuine`: a member looked, and it is a report. No rule sets it aside any more. */
export const ASIDE_CHOICES = [...ASIDE_REASONS, 'genuine'] as const

const shortText = v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_CHARS))

/** A word that gathers cases, as the association chose it. */
export const Tag = v.pipe(v.string(), v.minLength(1), v.maxLength(40))

/** `id` is random: a note that is written over keeps its own. */
export const CaseNote = v.strictObject({
  id: MessageKey,
  by: Fingerprint,
  on: Day,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_MESSAGE_CHARS)),
})
export type CaseNote = v.InferOutput<typeof CaseNote>

export const CaseTask = v.strictObject({
  id: MessageKey,
  by: Fingerprint,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SHORT_TEXT_CHARS)),
  due: v.nullable(Day),
  done: v.nullable(Day),
})
export type CaseTask = v.InferOutput<typeof CaseTask>

/** What members change, apart from who wrote it and when. */
export const CaseWork = v.strictObject({
  state: v.picklist(CASE_STATES),
  /** Why it was declined, in the association's own words; never sent to anyone. */
  reason: shortText,
  assignee: v.nullable(Fingerprint),
  /** Set aside as not meant for the association, or not meant at all. Null while no member chose: a rule of the page may then suggest. */
  aside: v.nullable(v.picklist(ASIDE_CHOICES)),
  /** The case this one tells again. */
  duplicateOf: v.nullable(EnvelopeId),
  /** To whom it was passed on, when, by which member. */
  transfers: v.pipe(
    v.array(v.strictObject({ to: AssociationId, on: Day, by: Fingerprint })),
    v.maxLength(DIRECTORY_MAX_ENTRIES),
  ),
  tags: v.pipe(v.array(Tag), v.maxLength(MAX_CASE_TAGS)),
  notes: v.pipe(v.array(CaseNote), v.maxLength(MAX_CASE_NOTES)),
  tasks: v.pipe(v.array(CaseTask), v.maxLength(MAX_CASE_TASKS)),
})
export type CaseWork = v.InferOutput<typeof CaseWork>

/** The plaintext of a case's file. `case` is its first envelope's id; `signature` is by the key of `by`. */
export const CaseFile = v.strictObject({
  kind: v.literal('case-file'),
  version: v.literal(1),
  association: AssociationId,
  case: EnvelopeId,
  /** Counted from 1. */
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  writtenOn: Day,
  by: Fingerprint,
  work: CaseWork,
  signature: Signature,
})
export type CaseFile = v.InferOutput<typeof CaseFile>

/** What is recorded. None holds a word of anyone's. */
export const RECORDED_ACTIONS = [
  'case-changed',
  'answered',
  'declined',
  'transferred',
  'exported',
  'team-changed',
  'notices-changed',
  'templates-changed',
] as const
export type RecordedAction = (typeof RECORDED_ACTIONS)[number]

/** The plaintext of one record. `previous` is the SHA-256 of the sealed bytes of the record before; null for the first. */
export const AuditRecord = v.strictObject({
  kind: v.literal('record'),
  version: v.literal(1),
  association: AssociationId,
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  previous: v.nullable(Sha256),
  writtenOn: Day,
  by: Fingerprint,
  action: v.picklist(RECORDED_ACTIONS),
  case: v.nullable(EnvelopeId),
  signature: Signature,
})
export type AuditRecord = v.InferOutput<typeof AuditRecord>

/** A record as it travels: the server holds it to the number and the digest it follows. */
export const SealedRecord = v.strictObject({
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  previous: v.nullable(Sha256),
  sealed: base64(MAX_RECORD_BYTES),
})
export type SealedRecord = v.InferOutput<typeof SealedRecord>

/** Why a file or a record cannot be believed. `unsigned`: by nobody who is or was of the team. */
export type ReadingFault = 'not-mine' | 'damaged' | 'unsigned'

/** What was read in a file; `by` is the fingerprint of whoever wrote it last. */
export type OpenedWork = Pick<CaseFile, 'work' | 'by'>

/** POST /api/records: what was done, where the server keeps nothing else of it. */
export const RecordPost = v.strictObject({ version: v.literal(1), record: SealedRecord })

/** POST /api/cases: the next revision of a case's file, with its record: both or none. */
export const CasePost = v.strictObject({
  version: v.literal(1),
  case: EnvelopeId,
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  sealed: base64(MAX_CASE_BYTES),
  record: SealedRecord,
})
export type CasePost = v.InferOutput<typeof CasePost>

export const KeptCase = v.strictObject({
  case: EnvelopeId,
  revision: v.number(),
  sealed: v.string(),
})
export type KeptCase = v.InferOutput<typeof KeptCase>

/** GET /api/cases?after=…: by case; `next` is the following page's `after`, or null. `head` is what the next record follows. */
export const CasePage = v.strictObject({
  cases: v.pipe(v.array(KeptCase), v.maxLength(CASE_PAGE_FILES)),
  next: v.nullable(EnvelopeId),
  head: v.strictObject({ number: v.number(), digest: v.nullable(Sha256) }),
})
export type CasePage = v.InferOutput<typeof CasePage>

/** GET /api/records?after=…: by number. */
export const RecordPage = v.strictObject({ records: v.array(SealedRecord), next: v.nullable(v.number()) })
export type RecordPage = v.InferOutput<typeof RecordPage>

/** A line of the record before it is signed. `head` is what it follows; `today` is the server's. */
export interface RecordDraft {
  action: RecordedAction
  case: string | null
  head: CasePage['head']
  today: Day
}

/** The next revision of a case's file with its record, before both are signed. */
export interface CaseDraft extends RecordDraft {
  case: string
  revision: number
  work: CaseWork
}
