// A figure about the whole house that outlives requests: measured anew once it is a few seconds old. It keeps the value, never a promise, which
// edge workers may not share between requests; and nobody waits for it longer than a moment.
import { StoreFailure } from '../db/store.ts'

/** In milliseconds. */
const LASTS = 3000
const PATIENCE = 1000

export class Gauge<Value> {
  #value: Value | null = null
  #measuredAt = -Infinity

  /**
   * Whoever finds it old measures it; those who come meanwhile are answered with the one before. Null while it was never known. What cannot
   * be measured, or not in time, stays as it was. `now` is in milliseconds.
   */
  async read(now: number, measure: () => Promise<Value>): Promise<Value | null> {
    if (now >= this.#measuredAt && now - this.#measuredAt < LASTS) return this.#value
    this.#measuredAt = now
    try {
      this.#value = (await inTime(measure())) ?? this.#value
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
    }
    return this.#value
  }

  /** What is known to have changed since. */
  change(change: (value: Value) => Value): void {
    if (this.#value !== null) this.#value = change(this.#value)
  }
}

async function inTime<Value>(measuring: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE)))
  try {
    return await Promise.race([measuring, late])
  } finally {
    clearTimeout(timer)
  }
}
