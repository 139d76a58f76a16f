// Makes what others wrote safe to print: no character of it moves the cursor, hides, turns or colours what stands around it, and no line of
// it can be taken for one of ours. It drops nothing: what cannot be shown stands as its code point.

/** Controls, invisible and turning marks, line separators, halves of characters. Joiners stay: emoji and several scripts need them. */
const UNSEEN = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const WIDTH = 76

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
  while (rest.length > WIDTH) {
    const space = rest.lastIndexOf(' ', WIDTH)
    const cut = space > 0 ? space : WIDTH
    lines.push(rest.slice(0, cut).join(''))
    rest = rest.slice(space > 0 ? cut + 1 : cut)
  }
  return [...lines, rest.join('')]
}

/** The same value, with every character that a terminal or a reader could be fooled by as JSON's own escape. */
export const inertJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (mark) =>
    Array.from({ length: mark.length }, (_, unit) => mark.charCodeAt(unit))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join(''),
  )
