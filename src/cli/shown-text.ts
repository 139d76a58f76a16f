// Makes what others wrote safe to print: no character of it moves the cursor, hides, turns or colours what stands around it, and no line of
// it can be taken for one of ours. It drops nothing: what cannot be shown stands as its code point.

/** Controls, invisible and turning marks, line separators, halves of characters. Joiners stay: emoji and several scripts need them. */
const UNSEEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const WIDTH = 76
const FIRST_WIDE = 0x1100

const codeOf = (mark: string): string =>
  `<U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

/** With its line ends and tabs. */
export const inert = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(UNSEEN, codeOf)

export const inertLine = (text: string): string => inert(text).replaceAll(/[\n\t]+/g, ' ')

/** Each line behind a bar, and none longer than a terminal is wide: what is quoted stays recognisable as such. */
export const quoted = (text: string): string[] =>
  inert(text)
    .replaceAll('\t', '  ')
    .trimEnd()
    .split('\n')
    .flatMap(wrapped)
    .map((line) => `  | ${line}`.trimEnd())

function wrapped(line: string): string[] {
  const lines: string[] = []
  let rest = [...line]
  for (let fits = fittingIn(rest); fits < rest.length; fits = fittingIn(rest)) {
    const space = rest.lastIndexOf(' ', fits)
    const cut = space > 0 ? space : fits
    lines.push(rest.slice(0, cut).join(''))
    rest = rest.slice(space > 0 ? cut + 1 : cut)
  }
  return [...lines, rest.join('')]
}

/** How many marks fit a line. From Hangul on a mark may be two columns wide: counted so, none is broken where no bar stands. */
function fittingIn(marks: readonly string[]): number {
  let columns = 0
  const over = marks.findIndex((mark) => {
    columns += (mark.codePointAt(0) ?? 0) >= FIRST_WIDE ? 2 : 1
    return columns > WIDTH
  })
  return over < 0 ? marks.length : over
}

/** The same value, with every character that a terminal or a reader could be fooled by as JSON's own escape. */
export const inertJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (mark) =>
    Array.from({ length: mark.length }, (_, unit) => mark.charCodeAt(unit))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )
