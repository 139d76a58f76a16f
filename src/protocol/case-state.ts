// Where a case may stand with its association. Without the schemas, which a phone does without.

/** In the order a case goes through them. What its author withdraws is withdrawn whatever its association says. */
export const CASE_STATES = ['received', 'accepted', 'declined', 'done'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** What is over for the association: it is kept a while longer, then goes. */
export const isOver = (state: CaseState): boolean => state === 'declined' || state === 'done'
