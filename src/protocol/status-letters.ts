// Where an envelope may stand, and the letter that says so on the wire. Without the schemas, which a phone does without.

/** One letter each, so that every answer has the same length. */
export const ENVELOPE_STATUSES = {
  none: 'n',
  waiting: 'w',
  opened: 'o',
  declined: 'd',
  expired: 'e',
} as const
export type EnvelopeStatus = keyof typeof ENVELOPE_STATUSES
