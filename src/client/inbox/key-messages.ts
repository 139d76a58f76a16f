// What the page and the key Worker say to each other. The key goes one way only: in. What comes out is a signature
// over the one sign-in statement, opened reports and files, or an answer already signed and sealed; there is no message that returns
// a key.
import type { Bytes } from '../../crypto/encoding.ts'
import type { Code, CodeReading } from '../../crypto/return-code.ts'
import type { Attachment } from '../../protocol/attachment.ts'
import type { Notice } from '../../protocol/notices.ts'
import type { Result } from '../../protocol/result.ts'
import type { Reply } from '../../protocol/shapes.ts'
import type { CaseDraft, KeptCase, RecordDraft, SealedRecord } from '../../protocol/case-file.ts'
import type { KeyBlob, TeamState } from '../../protocol/team.ts'
import type { KeptTemplates } from '../../protocol/templates.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import type { RecordTrail } from '../../sealing/records.ts'
import type { Thread } from '../../sealing/thread.ts'
import type { Transfer } from '../../sealing/transfer.ts'
import type { Confirmation, EnterFault, Opener, TeamEdit, TeamView } from '../team/team-messages.ts'
import type { Entry } from '../team/enrol-work.ts'
import type { TeamWork } from '../team/team-work.ts'
import type { CaseKeeping } from '../../sealing/case-keeping.ts'
import type { Seeker } from '../../domain/routing.ts'
import type { TemplateFacts } from '../templates/template-facts.ts'
import type { TemplateKeeping } from '../../sealing/template-keeping.ts'
import type { TemplatesDraft } from '../../protocol/templates.ts'
import type { SealAnswerFault, SealedAnswer, UnsignedAnswer } from './correspondence.ts'
import type { SealedForOther } from './transfer-desk.ts'
import type { InboxItem, Opened } from '../../sealing/inbox-items.ts'
import type { KeySource, Member, UnlockFault } from './key-source.ts'

export type KeyRequest =
  /** `association`: whose, where it is not the association's own key. */
  | { ask: 'unlock'; key: KeySource; passphrase: string; association: string | null }
  | { ask: 'read-words'; text: string; locale: Locale }
  /** Where a member's locked key is found; then the key itself, as the server gave it. */
  | { ask: 'locate'; opener: Opener }
  | { ask: 'unlock-blob'; association: string; blob: string }
  | { ask: 'unlock-sheet'; association: string; code: Code }
  | { ask: 'sign'; origin: string; challenge: string }
  /** `sealed` is base64. One envelope a request, and many requests at once: none hides what was opened before it. */
  | { ask: 'open'; sealed: string }
  /** Workers that open envelopes too: the answer is a port to each. It takes envelopes, and gives what was in them. */
  | { ask: 'start-openers' }
  | { ask: 'end-openers' }
  /** Which of the opened envelopes belong together, and which come from whom they say. */
  | { ask: 'threads'; items: readonly InboxItem[] }
  | { ask: 'answer'; answer: UnsignedAnswer; reply: Reply }
  | { ask: 'transfer'; transfer: Transfer }
  | { ask: 'open-case'; kept: KeptCase }
  | { ask: 'seal-case'; draft: CaseDraft }
  | { ask: 'seal-record'; draft: RecordDraft }
  | { ask: 'open-templates'; kept: KeptTemplates }
  | { ask: 'seal-templates'; draft: TemplatesDraft }
  /** What the directory says to fill a template with, for this person. */
  | { ask: 'template-facts'; seeker: Seeker }
  | { ask: 'read-records'; records: readonly SealedRecord[]; trail: RecordTrail }
  /** The team as the server gives it: with it come the association's keys. */
  | { ask: 'enter'; state: TeamState }
  | { ask: 'confirm'; confirmation: Confirmation }
  | { ask: 'confirm-file'; key: KeySource; passphrase: string }
  | { ask: 'is-confirmed' }
  | { ask: 'draw-words' }
  | { ask: 'new-member' }
  | { ask: 'lock-key'; opener: Opener; whose: 'new' | 'own' }
  | { ask: 'sheet'; code: Code }
  | { ask: 'found'; challenge: string; name: string; sheets: readonly string[]; ways: readonly KeyBlob[] }
  | {
      ask: 'enrol'
      entry: Entry
      notice: Notice
      name: string
      sheets: readonly string[]
      ways: readonly KeyBlob[]
    }
  | { ask: 'open-founding'; file: Bytes; opener: Opener }
  | { ask: 'take-up'; opener: Opener }
  | { ask: 'change-team'; challenge: string; edit: TeamEdit; ways: readonly KeyBlob[] }
  | { ask: 'key-request' }
  | { ask: 'invite' }
  | { ask: 'invitation-locator'; code: Code }
  | {
      ask: 'answer-invitation'
      code: Code
      name: string
      ways: readonly KeyBlob[]
      certificate: string | null
    }
  | { ask: 'open-answer'; note: string; answer: string | null; locatorHash: string }
  /** All the parts of one file, in order. Its own key came in an envelope: the association's is not used. */
  | { ask: 'open-file'; attachment: Attachment; parts: readonly Bytes[] }

/**
 * The answer to each request. `sign` declines when the device's clock is before the key's creation, and when what it is asked
 * to sign has not the form of a challenge.
 */
export interface KeyAnswers {
  unlock: Result<Member, UnlockFault>
  sign: Result<string, 'clock' | 'not-a-challenge'>
  open: Opened
  'start-openers': MessagePort[]
  'end-openers': void
  threads: Thread[]
  'read-words': CodeReading
  locate: string
  'unlock-blob': Result<Member, 'unknown-key'>
  'unlock-sheet': Result<Member, 'unknown-key'>
  'open-case': Awaited<ReturnType<CaseKeeping['open']>>
  'seal-case': Awaited<ReturnType<CaseKeeping['seal']>>
  'seal-record': SealedRecord
  'open-templates': Awaited<ReturnType<TemplateKeeping['open']>>
  'seal-templates': Awaited<ReturnType<TemplateKeeping['seal']>>
  'template-facts': TemplateFacts
  'read-records': Awaited<ReturnType<CaseKeeping['read']>>
  enter: Result<TeamView | null, EnterFault>
  confirm: boolean
  'confirm-file': boolean
  'is-confirmed': boolean
  'draw-words': Code
  'new-member': Awaited<ReturnType<TeamWork['newMember']>>
  'lock-key': KeyBlob
  sheet: string
  found: Awaited<ReturnType<TeamWork['found']>>
  enrol: Awaited<ReturnType<TeamWork['enrol']>>
  'open-founding': Awaited<ReturnType<TeamWork['openFounding']>>
  'take-up': string
  'change-team': Awaited<ReturnType<TeamWork['change']>>
  'key-request': Awaited<ReturnType<TeamWork['keyRequest']>>
  invite: Awaited<ReturnType<TeamWork['invite']>>
  'invitation-locator': string
  'answer-invitation': Awaited<ReturnType<TeamWork['answer']>>
  'open-answer': Awaited<ReturnType<TeamWork['openAnswer']>>
  answer: Result<SealedAnswer, SealAnswerFault>
  transfer: Result<SealedForOther, 'too-long' | 'no-such-recipient'>
  'open-file': Result<Bytes, 'altered-part' | 'damaged'>
}

export interface NumberedRequest {
  number: number
  request: KeyRequest
}

export interface NumberedAnswer {
  number: number
  answer: KeyAnswers[keyof KeyAnswers]
}
