// French number plates in their usual writing. A foreign plate is not recognised, and kept as it was written.

/** Letters of plates since 2009: I, O and U look like 1, 0 and V; SS is never given. */
const LETTER = '[A-HJ-NP-TV-Z]'
const PAIR = `(?!SS)${LETTER}{2}`
const NUMBER = String.raw`(?!000)\d{3}`

/** `AA-123-AA`; `W-123-AA` for a garage's; mopeds until 2015, `A-12-A` to `AA-123-A`. */
const SINCE_2009: readonly RegExp[] = [
  new RegExp(`^(${PAIR})(${NUMBER})(${PAIR})$`),
  new RegExp(`^(W)(${NUMBER})(${PAIR})$`),
  new RegExp(`^(${LETTER}{1,2})(\\d{2,3})(${LETTER})$`),
]
/** `1234 AB 75`: a number, letters, a département. */
const BEFORE_2009 = /^0{0,3}([1-9]\d{0,3})([A-HJ-NP-Z]{1,3})(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6]|98[678])$/

export function readPlate(text: string): string | null {
  const plate = text.toUpperCase().replaceAll(/[\s.·_-]+/g, '')
  for (const form of SINCE_2009) {
    const found = form.exec(plate)
    if (found) return found.slice(1).join('-')
  }
  return BEFORE_2009.exec(plate)?.slice(1).join(' ') ?? null
}
