// From which value on pictures and tables show a number. By itself, so that a page that shows numbers need not load what checks them.

/** The least: under it, the chance that lies in counting itself weighs too much, however small the noise. Files carry every value. */
export const DISPLAY_THRESHOLD = 15

/** Noise alone goes so far less than once in five hundred values, whatever its ε. */
const MARGINS = 2

/** The least noisy value that is shown as a number where its margin is this; under it: "fewer than …, maybe none". */
export const thresholdFor = (margin: number): number => Math.max(DISPLAY_THRESHOLD, MARGINS * margin)
