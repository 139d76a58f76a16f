// A few places for each of many names, such as the proofs that requests show at this moment. An edge worker that is torn down with its
// request gives nothing back: a place that was taken long ago is free again by itself. It waits for nobody, and keeps no name without a place.

const ABANDONED_AFTER_MILLISECONDS = 120_000

export class Places {
  /** When each place was taken. Names that were taken last come last. */
  readonly #takenAt = new Map<string, Map<symbol, number>>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** How many names have a place. */
  get size(): number {
    return this.#takenAt.size
  }

  /** What gives the place back; null where all are taken. `now` is in milliseconds. */
  take(name: string, now: number): (() => void) | null {
    this.#dropAbandoned(now)
    const places = this.#takenAt.get(name) ?? new Map<symbol, number>()
    dropOld(places, now)
    if (places.size >= this.#most) return null
    const place = Symbol('place')
    places.set(place, now)
    this.#takenAt.delete(name)
    this.#takenAt.set(name, places)
    return () => {
      places.delete(place)
      if (places.size === 0 && this.#takenAt.get(name) === places) this.#takenAt.delete(name)
    }
  }

  /** As far as names go that nobody holds any more: past them all were taken lately. */
  #dropAbandoned(now: number): void {
    for (const [name, places] of this.#takenAt) {
      dropOld(places, now)
      if (places.size > 0) return
      this.#takenAt.delete(name)
    }
  }
}

function dropOld(places: Map<symbol, number>, now: number): void {
  for (const [place, since] of places) {
    if (now - since > ABANDONED_AFTER_MILLISECONDS) places.delete(place)
  }
}
