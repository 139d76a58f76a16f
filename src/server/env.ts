// What the app needs from whoever runs it, the same on Node and at the edge. It names no runtime.
import type { Challenge } from '../crypto/challenge.ts'
import type { Bytes } from '../crypto/encoding.ts'
import type { Hash } from '../crypto/proof-of-work.ts'
import type { Store } from '../db/store.ts'
import type { Memory } from './memory.ts'
import type { Mailer } from './mail/mailer.ts'
import type { PartStore } from './parts/part-store.ts'
import type { ServedDirectory } from './served-directory.ts'

/** Given with each request: stores may have to be opened for each. */
export interface House {
  directory: ServedDirectory
  envelopes: Store
  statistics: Store
  /** The bytes of sealed files. */
  parts: PartStore
  /** Authenticates challenges and recognises retries. 32 bytes; changing it voids the challenges under way. */
  secret: Bytes
  /** The site's own origin, as a browser spells it. */
  origin: string
  /** Difficulty asked while it is calm, in bits a puzzle. */
  proofBits: number
  storage: StorageBounds
  /** What outlives a request. */
  memory: Memory
  hash: Hash
  /** Runs work that strangers can ask for without paying, so that it never comes before a victim's request. */
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Brotli for what is public; null where something else compresses on the way. */
  compress: ((bytes: Bytes) => Promise<Bytes>) | null
  /** Milliseconds. */
  now: () => number
  /** Null where this server sends no mail. */
  mailer: Mailer | null
  /** Hears reason codes, and nothing else. */
  log: (line: string) => void
  /** The site's files where this process serves them; null where something else does. */
  site: Site | null
}

/** What bounds the envelopes store and its parts of files. */
export interface StorageBounds {
  /** The operator's, for both together; Infinity for none. */
  limitBytes: number
  /** What is left where they lie; null where nobody can say. */
  freeBytes: (() => Promise<number>) | null
}

/** Built files by the exact path they answer to. */
export interface Site {
  find(path: string): SiteAnswer | null
  /** The page for a path that leads nowhere. */
  lost: SiteAnswer | null
}

export interface SiteAnswer {
  type: string
  headers: Readonly<Record<string, string>>
  plain: Bytes
  brotli: Bytes | null
}

export interface AppEnv {
  Bindings: House
  Variables: {
    /** One reading of the clock for a whole request, in milliseconds. */
    now: number
    /** The exact body, once it is known to be JSON of an allowed size by its headers. */
    bytes: Bytes
    /** The challenge whose puzzles the sender solved. */
    proof: Challenge
    /** The exact text of that challenge. */
    challenge: string
    /** The hash of the permit to upload that was shown. */
    permitHash: string
    /** The association that is signed in, and the fingerprint of the key that did. */
    association: string
    member: string
    /** The header set of this answer, where it is not that of the API. */
    headers?: Readonly<Record<string, string>>
  }
}
