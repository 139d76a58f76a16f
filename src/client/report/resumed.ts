// What the page that opens a return code hands to the report form: the story, and the keys of its code.
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import type { Draft } from '../../protocol/thread.ts'
import type { Code } from '../code/code-messages.ts'

export interface Resumed {
  draft: Draft
  keys: ReturnKeys
  /** The words of the code: they are looked for in what is written. */
  code: Code
  /** The draft's message in the mailbox: once it is sent, or put away again, this one goes. */
  message: string
  /** By association, the number of the next envelope: what an earlier report took is not taken again. */
  numbers: Readonly<Record<string, number>>
  /** Associations whose agreement was taken back under this code: they could not answer it, and are not offered. */
  withdrawn: readonly string[]
}
