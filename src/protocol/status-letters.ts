// Where an envelope may stand, and the letter that says so on the wire. Without the schemas, which a phone does without.

/**
 * One letter each, so that every answer has the same length. `expired`: nobody opened it, and it is gone. `ended`: its association had
 * opened it, and is through with it, or left it too long; it is gone too.
 */
export const ENVELOPE_STATUSES = {
  none: 'n',
  waiting: 'w',
  opened: 'o',
  accepted: 'a',
  declined: 'd',
  done: 'f',
  expired: 'e',
  ended: 'x',
} as const
export type EnvelopeStatus = keyof typeof ENVELOPE_STATUSES
