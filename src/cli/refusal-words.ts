// The words for every refusal of a server: what is wrong, and what to do. Exhaustive, so that a new code does not compile without
// its sentence.
import { ERROR_CODES, type ErrorCode } from '../protocol/error-codes.ts'

const TOO_NEW = 'This balise and the server do not understand each other. Use the version the server runs.'
const PROOF = 'The server refused the proof of work. Run the command again.'

const REFUSALS: Record<ErrorCode, string> = {
  'not-found': 'The server has nothing at that address. Check --server.',
  'method-not-allowed': TOO_NEW,
  'wrong-content-type': TOO_NEW,
  'too-large': 'The server found the report too large. Shorten it.',
  'invalid-json': TOO_NEW,
  'invalid-shape': TOO_NEW,
  'association-unknown':
    'The server does not know one of the associations. See: npx balise directory list --server URL',
  'association-paused': 'One of the associations takes no reports at the moment. Leave it out.',
  'key-changed': 'The key of one of the associations has just changed. Run the command again.',
  'not-sealed': TOO_NEW,
  'wrong-recipient': 'The key of one of the associations has just changed. Run the command again.',
  'wrong-size': TOO_NEW,
  'not-yours': TOO_NEW,
  'mailbox-full': 'The mailbox is full. Its holder must erase something first.',
  'token-taken': 'The server holds another envelope under the same token. Run the command again.',
  'permit-missing': TOO_NEW,
  'permit-spent': TOO_NEW,
  'wrong-hash': 'A part of a file was damaged on its way. Run the command again.',
  'part-missing': 'The server no longer has a part of a file. Run the command again.',
  'holds-full': TOO_NEW,
  'proof-missing': PROOF,
  'proof-invalid': PROOF,
  'proof-expired': PROOF,
  'proof-spent': PROOF,
  'directory-expired':
    'The directory of the server has expired: it takes no report until a new one is signed.',
  'sign-in-required': 'The session ended. Run the command again.',
  'sign-in-refused':
    'The server refused the signature. Check that the clock of this machine is right, and that the key is of the team, or the one in the directory where there is no team.',
  'not-allowed': 'Your role in the team does not allow this. Ask an officer of your association.',
  'team-changed': 'The team has just been changed by someone else. Run the command again.',
  'team-refused': TOO_NEW,
  'too-many': 'There are as many as there may be. Remove one first.',
  'case-changed': 'Someone else has just written in this case. Run the command again.',
  'paper-changed': 'Someone else has just written this. Run the command again.',
  'record-changed': 'Someone else has just done something. Run the command again.',
  'foreign-origin':
    'The server knows itself by another address. Give --server exactly as it stands in the browser.',
  'storage-short': 'The server has no room for files at the moment. What is written can go without them.',
  'storage-unavailable': 'The server could not keep it. Try again later.',
  unexpected: 'The server met something it did not foresee. Try again later.',
}

const isErrorCode = (code: unknown): code is ErrorCode => ERROR_CODES.some((known) => known === code)

/** The words for a refusal of the server, with its code; null when the answer is not a refusal of ours. */
export function wordsOfRefusal(answer: unknown): string | null {
  const code = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null
  return isErrorCode(code) ? `${REFUSALS[code]} (${code})` : null
}
