// Codes that a table may have beside those of its question. By themselves, so that a page that shows numbers need not load what counts.

/** Nobody said, or nobody knew. */
export const UNKNOWN = 'unknown'

/** A platform that is not of the list. */
export const OTHER = 'other'

/** A place that is not of France. */
export const ELSEWHERE = 'elsewhere'
