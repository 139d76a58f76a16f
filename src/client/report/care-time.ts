// How long HIV prevention can still start, from how long ago it happened. Pure: the time is an argument. It is no medical verdict:
// past the limit, the page says whom to call all the same.

const HOUR_MS = 3_600_000
/** The treatment works best when it starts within this. */
export const BEST_WITHIN_HOURS = 4
/** It starts within this, at the latest. */
export const LAST_WITHIN_HOURS = 48

export interface TimeLeft {
  /** Never negative: nothing is left once the time has passed. */
  hours: number
  until: Date
}

export interface CareTime {
  best: TimeLeft
  last: TimeLeft
}

/** What is left when it happened this many hours before `now`. */
export function careTime(elapsedHours: number, now: Date): CareTime {
  const left = (withinHours: number): TimeLeft => {
    const hours = Math.max(0, withinHours - elapsedHours)
    return { hours, until: new Date(now.getTime() + hours * HOUR_MS) }
  }
  return { best: left(BEST_WITHIN_HOURS), last: left(LAST_WITHIN_HOURS) }
}
