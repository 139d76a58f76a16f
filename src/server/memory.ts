// What a process, or an isolate at the edge, remembers between requests: a few figures about the whole house, and on which day the operator
// was told of something. Nothing of it is anybody's.
import type { StorageUse } from '../domain/storage.ts'
import { dayOf, type Day } from '../protocol/day.ts'
import { Gauge } from './gauge.ts'

export interface Memory {
  /** Proofs that each store accepted lately. */
  proofs: { envelopes: Gauge<number>; statistics: Gauge<number> }
  storage: Gauge<StorageUse>
  toldOn: Map<string, Day>
  /** How many requests show each proof at this moment, by its nonce. */
  shown: Map<string, number>
}

export const newMemory = (): Memory => ({
  proofs: { envelopes: new Gauge(), statistics: new Gauge() },
  storage: new Gauge(),
  toldOn: new Map(),
  shown: new Map(),
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
