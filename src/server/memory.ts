// What a process, or an isolate at the edge, remembers between requests: a few figures about the whole house, and on which day the operator
// was told of something. Nothing of it is anybody's.
import type { StorageUse } from '../domain/storage.ts'
import { dayOf, type Day } from '../protocol/day.ts'
import { Gauge } from './gauge.ts'
import { Places } from './places.ts'

/**
 * How many requests may show one proof at a time: each holds a body of up to 0.7 MB, and one proof must not pay for hundreds. Somebody whose
 * line drops and who tries again shows theirs a few times; past this their phone makes another.
 */
const MOST_AT_ONCE = 8

export interface Memory {
  /** Proofs that each store accepted lately. */
  proofs: { envelopes: Gauge<number>; statistics: Gauge<number> }
  storage: Gauge<StorageUse>
  toldOn: Map<string, Day>
  /** The requests that show each proof at this moment, by its nonce. */
  shown: Places
}

export const newMemory = (): Memory => ({
  proofs: { envelopes: new Gauge(), statistics: new Gauge() },
  storage: new Gauge(),
  toldOn: new Map(),
  shown: new Places(MOST_AT_ONCE),
})

/** Tells the operator by a code, once a day. */
export function tellOnceADay(
  { memory, log }: { memory: Memory; log: (line: string) => void },
  code: string,
  now: number,
): void {
  const today = dayOf(now)
  if (memory.toldOn.get(code) === today) return
  memory.toldOn.set(code, today)
  log(code)
}
