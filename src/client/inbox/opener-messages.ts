// What an opener hears and says. Keys come to it from the key Worker alone, which started it; from the page, over a port that the key
// Worker gave both of them, come envelopes. Nothing goes to the page on that port but what was in them.
import type { Bytes } from '../../crypto/encoding.ts'
import type { Opened } from '../../sealing/inbox-items.ts'

/** The one message of the key Worker; with it comes the port. `keys` are secret keys that are not locked, one after the other, binary. */
export interface OpenerKeys {
  association: string
  keys: Bytes
}

/** `sealed` is base64. */
export interface OpenerJob {
  number: number
  sealed: string
}

/** `ready`: it has come, with its keys. `failed`: it will answer nothing more. */
export type OpenerWord = 'ready' | 'failed' | { number: number; opened: Opened }
