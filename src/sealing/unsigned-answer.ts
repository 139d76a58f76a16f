// What an association answers, before it is signed: made of the words and of what is asked with them. It seals and sends nothing.
import { randomHex } from '../crypto/random.ts'
import type { Day } from '../protocol/day.ts'
import type { AssociationAnswer } from '../protocol/thread.ts'

export type UnsignedAnswer = Omit<AssociationAnswer, 'signature'>

export interface Draft {
  text: string
  asking: 'nothing' | 'files' | 'transfer'
  /** Association to pass the report on to; empty until one is chosen. */
  to: string
}

/** `thread` is the person's current one; `today` is the server's day. */
export function answerOf(
  association: string,
  thread: string,
  { text, asking, to }: Draft,
  today: Day,
): UnsignedAnswer {
  const base = {
    kind: 'answer',
    version: 1,
    association,
    thread,
    message: randomHex(16),
    writtenOn: today,
    text: text.trim(),
  } as const
  if (asking === 'nothing') return base
  return { ...base, asking: asking === 'files' ? { for: 'files' } : { for: 'transfer', to } }
}
