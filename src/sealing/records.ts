// The record of what members did, as one of them reads it: every line opened, held to whoever signed it and to the line before it. What
// is missing, changed or out of its place is said to be so, and does not hide the rest.
import { fromBase64, type Bytes } from '../crypto/encoding.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import type { AuditRecord, ReadingFault, SealedRecord } from '../protocol/case-file.ts'
import { openRecord, type OpensSealed, type Writer } from './case-file.ts'

/**
 * `missing`: lines before this one are not there. `astray`: it does not follow the line before it, or says another number than it stands
 * at. The rest is about the line itself.
 */
export type RecordFault = 'missing' | 'astray' | ReadingFault

export interface ReadRecord {
  number: number
  /** Null for what did not open, or was signed by nobody of the team. */
  record: AuditRecord | null
  fault: RecordFault | null
}

/** Where a reading has come to: it goes on from there with the next lines. */
export interface RecordTrail {
  number: number
  digest: string | null
}

export const TRAIL_START: RecordTrail = { number: 0, digest: null }

/** Lines as the server gave them, in its order, after those that led to `trail`. */
export async function readRecords(
  sealed: readonly SealedRecord[],
  trail: RecordTrail,
  association: string,
  opens: OpensSealed,
  writers: readonly Writer[],
): Promise<{ lines: ReadRecord[]; trail: RecordTrail }> {
  const lines: ReadRecord[] = []
  let last = trail
  for (const { number, previous, sealed: text } of sealed) {
    const bytes: Bytes = fromBase64(text) ?? new Uint8Array()
    const opened = await openRecord(bytes, opens, writers)
    const record = opened.ok ? opened.value : null
    const says = record ?? { number, previous, association }
    const inPlace = says.number === number && says.association === association && says.previous === previous
    const follows = number === last.number + 1 && previous === last.digest
    const gap = number > last.number + 1
    const place = gap ? 'missing' : follows && inPlace ? null : 'astray'
    lines.push({ number, record, fault: opened.ok ? place : opened.reason })
    last = { number, digest: sha256Hex(bytes) }
  }
  return { lines, trail: last }
}
