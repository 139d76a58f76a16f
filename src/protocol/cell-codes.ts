// Codes that a table may have beside those of its question, and what they say of a cell. By themselves, so that a page that shows numbers need not load what counts.

/** Nobody said, or nobody knew. */
export const UNKNOWN = 'unknown'

/** A platform that is not of the list. */
export const OTHER = 'other'

/** A place that is not of France. */
export const ELSEWHERE = 'elsewhere'

/** Whether a cell says something of each facet: what is not known is counted, and left out of means. */
export const isKnown = (codes: readonly string[]): boolean => !codes.includes(UNKNOWN)

/** Others together are no one platform. */
export const isNamedPlatform = (code: string): boolean => code !== OTHER && code !== UNKNOWN

/** Whether this cell of a table by région is one. */
export const isRegion = (code: string): boolean => code !== ELSEWHERE && code !== UNKNOWN
