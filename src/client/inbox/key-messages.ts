// What the page and the key Worker say to each other. The key goes one way only: in. What comes out is a signature
// over the one sign-in statement, or opened reports; there is no message that returns a key.
import type { Result } from '../../protocol/result.ts'
import type { Opened } from './inbox-items.ts'

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

/**
 * The answer to each request. `sign` declines when the device's clock is before the key's creation, and when what it is asked
 * to sign has not the form of a challenge.
 */
export interface KeyAnswers {
  unlock: Result<Member, UnlockFault>
  sign: Result<string, 'clock' | 'not-a-challenge'>
  open: Opened
}

export interface NumberedRequest {
  number: number
  request: KeyRequest
}

export interface NumberedAnswer {
  number: number
  answer: KeyAnswers[keyof KeyAnswers]
}
