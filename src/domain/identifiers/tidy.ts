// Text as people see it: what cannot be seen is taken out, so that two people who copy the same thing write the same thing.
// Nothing visible is ever changed here.

/** Joins the parts of one emoji: taken out everywhere else. */
const STRAY_JOINERS = /\u200d(?!\p{Extended_Pictographic})/gu
/** Soft hyphens, zero-width spaces, marks that turn the direction of writing. */
const INVISIBLE = /(?!\u200d)\p{Cf}/gu
const BLANKS = /[\s\p{Cc}]+/gu

/** Composed (NFC), without what cannot be seen, one space where there were several. */
export const tidy = (text: string): string =>
  text.replace(INVISIBLE, '').replace(STRAY_JOINERS, '').normalize('NFC').replace(BLANKS, ' ').trim()

/** The same for what has a form of its own: full-width letters and digits become ordinary ones (NFKC). */
export const tidyForm = (text: string): string => tidy(tidy(text).normalize('NFKC').replaceAll('\u200d', ''))
