// Which ending is true. A page must never say that nothing was sent when something was received, or may have been.

/** The ways it ends. Back does not leave them. */
export const ENDINGS = ['receipt', 'counted', 'kept', 'paused', 'unsent', 'perhaps'] as const
export type Ending = (typeof ENDINGS)[number]

/** The ways to end that a person asks for; the others are told by what happened. */
export type AskedEnding = Extract<Ending, 'kept' | 'paused' | 'unsent'>

export interface Known {
  /** Some association received a report. */
  received: boolean
  /** The card was counted. */
  counted: boolean
  /** Something left, and nobody can say whether it arrived. */
  perhaps: boolean
}

export function endingFor(asked: AskedEnding, { received, counted, perhaps }: Known): Ending {
  // The story was put away, which is what they asked for; what had left before is said above it.
  if (asked === 'kept' || asked === 'paused') return asked
  if (received) return 'receipt'
  if (counted) return 'counted'
  return perhaps ? 'perhaps' : asked
}
