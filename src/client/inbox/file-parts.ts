// Brings the sealed parts of one file, several at a time, each checked as it comes. It carries no session: the server is not told which
// association reads, and a part that is not the one asked for is never kept.
import type { Bytes } from '../../crypto/encoding.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { isPart } from '../../sealing/open-attachment.ts'
import { callBytes, type CallFault } from '../api.ts'

/** One part, whatever came. */
export type FetchPart = (sha256: string, signal: AbortSignal) => Promise<Result<Bytes, CallFault>>

/** `gone`: the server keeps it no longer. `altered-part`: twice another was given in its place. */
export type PartsFault = 'gone' | 'altered-part' | 'unreachable' | 'unexpected' | 'stopped'

/** 256 KiB on a line of 18 kbit/s. */
const PART_TIMEOUT_MS = 120_000
const LANES = 4
/** Once, and once more: something on the way may have spoilt it. */
const ATTEMPTS = 2

export const fetchPart: FetchPart = (sha256, signal) =>
  callBytes(`/api/parts/${sha256}`, { timeoutMs: PART_TIMEOUT_MS, signal })

/**
 * All the parts in order. `brought` keeps those that are here, so that asking again after a fault does the rest; `onPart` hears how
 * many there are.
 */
export async function bringParts(
  wanted: readonly string[],
  fetchOne: FetchPart,
  brought: Map<string, Bytes>,
  onPart: (count: number) => void,
  signal: AbortSignal,
): Promise<Result<Bytes[], PartsFault>> {
  const missing = [...new Set(wanted)].filter((sha256) => !brought.has(sha256))
  const tellCount = (): void => onPart(wanted.filter((sha256) => brought.has(sha256)).length)
  let fault: PartsFault | null = null
  tellCount()
  const work = async (): Promise<void> => {
    for (let next = missing.pop(); next !== undefined && fault === null; next = missing.pop()) {
      const part = await bringOne(next, fetchOne, signal)
      if (!part.ok) {
        fault ??= part.reason
        return
      }
      brought.set(next, part.value)
      tellCount()
    }
  }
  missing.reverse()
  await Promise.all(Array.from({ length: LANES }, work))
  if (signal.aborted) return decline('stopped')
  const parts = wanted.flatMap((sha256) => brought.get(sha256) ?? [])
  return parts.length === wanted.length ? accept(parts) : decline(fault ?? 'unexpected')
}

async function bringOne(
  sha256: string,
  fetchOne: FetchPart,
  signal: AbortSignal,
): Promise<Result<Bytes, PartsFault>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const part = await fetchOne(sha256, signal)
    if (signal.aborted) return decline('stopped')
    if (!part.ok) return decline(faultOf(part.reason))
    if (await isPart(sha256, part.value)) return part
  }
  return decline('altered-part')
}

function faultOf(reason: CallFault): PartsFault {
  if (reason === 'not-found') return 'gone'
  return reason === 'unreachable' || reason === 'storage-unavailable' ? 'unreachable' : 'unexpected'
}
