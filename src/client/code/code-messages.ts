// What the page and the code Worker say to one another. Plain data only.
import type { Code, CodeReading } from '../../crypto/return-code.ts'
import type { Bytes } from '../../crypto/encoding.ts'
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import type { Locale } from '../../protocol/vocabulary.ts'

export type { Code }

/** What may be asked. `seed` is the secret that signs: 32 bytes. */
export type CodeAsked =
  | { type: 'make' }
  | { type: 'read'; text: string; locale: Locale }
  | { type: 'derive'; code: Code }
  | { type: 'sign'; seed: Bytes; statement: string }

/** `turn` numbers a request and comes back in its answers. */
export type CodeRequest = CodeAsked & { turn: number }

/** What comes of each request. `signature` is base64. `unreachable`: the Worker itself did not come. */
export type CodeMade =
  | { type: 'made'; code: Code }
  | { type: 'read'; reading: CodeReading }
  | { type: 'derived'; keys: ReturnKeys }
  | { type: 'signed'; signature: string }
  | { type: 'failed' | 'unreachable' }

/** `part` is how much is done, from 0 to 1. */
export type CodeAnswer = (CodeMade | { type: 'progress'; part: number }) & { turn: number }
