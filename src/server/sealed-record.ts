// A record of what a member did, looked at before it is kept: sealed to its association's newest key, of the one length all have.
import { fromBase64 } from '../crypto/encoding.ts'
import { readRecipients } from '../crypto/packets.ts'
import { randomKey } from '../crypto/random.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import type { KeptRecord } from '../db/envelopes/records.ts'
import { sealFault } from '../domain/intake.ts'
import type { SealedRecord } from '../protocol/case-file.ts'
import type { ErrorCode } from '../protocol/error-codes.ts'
import { SEALED_RECORD_BYTES } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

export function recordToKeep(
  association: string,
  { number, previous, sealed }: SealedRecord,
  keyId: string,
): Result<KeptRecord, ErrorCode> {
  const bytes = fromBase64(sealed) ?? new Uint8Array()
  const fault = sealFault({ sealed: bytes, recipients: readRecipients(bytes) }, keyId, [SEALED_RECORD_BYTES])
  if (fault) return decline(fault)
  return accept({ id: randomKey(), association, number, previous, digest: sha256Hex(bytes), bytes })
}
