// Assembles the one request that carries sealed envelopes. It seals nothing and sends nothing.
import { digestHex } from '../crypto/digest.ts'
import { utf8 } from '../crypto/encoding.ts'
import type { SealedEnvelope } from '../protocol/envelope.ts'
import type { Submission } from '../protocol/submission.ts'

/** `body` is the exact text to post; `digest` is SHA-256 over its UTF-8 bytes, as the server must answer it. */
export interface SealedSubmission {
  body: string
  digest: string
}

export async function submissionOf(envelopes: SealedEnvelope[]): Promise<SealedSubmission> {
  const submission: Submission = { version: 1, envelopes }
  const body = JSON.stringify(submission)
  return { body, digest: await digestHex(utf8(body)) }
}
