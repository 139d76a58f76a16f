// The one limit of what pictures and tables show. By itself, so that a page that shows numbers need not load what checks them.

/** Below it a noisy value is shown as "fewer than 15, maybe none". Files carry the value itself. */
export const DISPLAY_THRESHOLD = 15
