// What a member may bring as a key, and whose it turns out to be.

/** A file of the member's, or the text they pasted. */
export type KeySource = Blob | string

export type UnlockFault = 'unreadable-file' | 'not-a-secret-key' | 'unknown-key' | 'wrong-passphrase'

/** Whose key is open: `fingerprint` is its own, the rest is as the directory of this build says. */
export interface Member {
  association: string
  name: string
  fingerprint: string
}
