// Every code a refusal can carry on the wire. A code names a cause the reader can act on; it never echoes what was sent.

/** After these another proof of work may serve: the last one was too old, was spent, or an answer under it was lost. */
export const PROOF_FAULTS: readonly string[] = [
  'proof-expired',
  'proof-invalid',
  'proof-spent',
  'proof-missing',
]

export const ERROR_CODES = [
  'not-found',
  'method-not-allowed',
  'wrong-content-type',
  'too-large',
  'invalid-json',
  'invalid-shape',
  'association-unknown',
  'association-paused',
  'key-changed',
  'not-sealed',
  'wrong-recipient',
  'wrong-size',
  'not-yours',
  'mailbox-full',
  'token-taken',
  'permit-missing',
  'permit-spent',
  'wrong-hash',
  'part-missing',
  'holds-full',
  'proof-missing',
  'proof-invalid',
  'proof-expired',
  'proof-spent',
  'directory-expired',
  'sign-in-required',
  'sign-in-refused',
  'not-allowed',
  'team-changed',
  'team-refused',
  'too-many',
  'case-changed',
  'paper-changed',
  'record-changed',
  'foreign-origin',
  'storage-short',
  'storage-unavailable',
  'unexpected',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** Why a call to the server came to nothing. `unreachable`: no answer, or none of a server of ours. */
export type CallFault = ErrorCode | 'unreachable'
