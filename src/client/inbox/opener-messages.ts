// What the key Worker and its openers say to each other. Both are Workers: the page has no end of this line, and cannot be given one.
import type { Bytes } from '../../crypto/encoding.ts'
import type { Opened } from './inbox-items.ts'

/** First of all, and once: what to open with. `keys` are secret keys that are not locked, one after the other, binary. */
export interface OpenerKeys {
  association: string
  keys: Bytes
}

/** `sealed` is base64. */
export interface OpenerJob {
  number: number
  sealed: string
}

/** `ready`: the keys arrived. */
export type OpenerWord = { ready: true } | { ready: false; number: number; opened: Opened }

/** The key Worker's end. */
export interface OpenerLine {
  /** Keys are moved, not copied. */
  give: (keys: OpenerKeys) => void
  tell: (job: OpenerJob) => void
  end: () => void
}

export interface OpenerEvents {
  onWord: (word: OpenerWord) => void
  onFail: () => void
}
