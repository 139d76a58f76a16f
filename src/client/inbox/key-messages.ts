// What the page and the key Worker say to each other. The key goes one way only: in. What comes out is a signature
// over the one sign-in statement, opened reports and files, or an answer already signed and sealed; there is no message that returns
// a key.
import type { Bytes } from '../../crypto/encoding.ts'
import type { Attachment } from '../../protocol/attachment.ts'
import type { Result } from '../../protocol/result.ts'
import type { Reply } from '../../protocol/shapes.ts'
import type { Thread } from '../../sealing/thread.ts'
import type { SealAnswerFault, SealedAnswer, UnsignedAnswer } from './correspondence.ts'
import type { InboxItem, Opened } from './inbox-items.ts'

/** A file of the member's, or the text they pasted. */
export type KeySource = Blob | string

export type UnlockFault = 'unreadable-file' | 'not-a-secret-key' | 'unknown-key' | 'wrong-passphrase'

/** Whose key it is, according to the directory this build was made with. */
export interface Member {
  association: string
  name: string
  fingerprint: string
}

export type KeyRequest =
  | { ask: 'unlock'; key: KeySource; passphrase: string }
  | { ask: 'sign'; origin: string; challenge: string }
  /** `sealed` is base64. One envelope a request: it is shown before the next is tried. */
  | { ask: 'open'; sealed: string }
  /** Which of the opened envelopes belong together, and which come from whom they say. */
  | { ask: 'threads'; items: readonly InboxItem[] }
  | { ask: 'answer'; answer: UnsignedAnswer; reply: Reply }
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
  threads: Thread[]
  answer: Result<SealedAnswer, SealAnswerFault>
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
