// What the page and the key Worker say of a team. Secret keys stay in the Worker. Words cross over once: when they are shown to whoever
// must note them, or typed by whoever noted them.
import type { Bytes } from '../../crypto/encoding.ts'
import type { Code } from '../../crypto/return-code.ts'
import type { TeamRole } from '../../protocol/team.ts'

/** What opens a member's key in a browser: eight words, or the 32 bytes a passkey gives for this use. */
export type Opener = { way: 'words'; code: Code } | { way: 'passkey'; secret: Bytes }

/** The same, and the words of a recovery sheet: they are a key themselves, and open none that is kept. */
export type Confirmation = Opener | { way: 'sheet'; code: Code }

export interface TeammateView {
  name: string
  role: TeamRole
  fingerprint: string
  /** Whether it is whoever looks. */
  self: boolean
}

export interface TeamView {
  role: TeamRole
  teammates: TeammateView[]
  /** Fingerprint of the key everything new of the team's own is sealed to. */
  newestKey: string
  /** Whether the directory has that key: until it does, reports still come to the one before. */
  inDirectory: boolean
}

/** Why a team that the server gave is not believed, or not opened. */
export type EnterFault =
  | 'no-roster'
  | 'not-a-roster'
  | 'broken-chain'
  | 'unsigned'
  | 'unknown-key'
  | 'not-ours'

/** One change an officer makes. Certificates are binary, in base64. */
export type TeamEdit =
  | { what: 'add'; name: string; role: TeamRole; certificate: string }
  | { what: 'remove'; fingerprint: string }
  | { what: 'role'; fingerprint: string; role: TeamRole }
  | { what: 'sheets'; sheets: readonly string[] }

/** Someone who answered an invitation. */
export interface Newcomer {
  name: string
  certificate: string
  fingerprint: string
}
