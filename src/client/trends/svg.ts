// Makes SVG elements by name, attributes and text: never from markup, and never with a style attribute, which the page's policy
// forbids. Colours come from classes (styles/trends-drawn.css), and from `paper-paint` in a file.

const NAMESPACE = 'http://www.w3.org/2000/svg'

type Attributes = Readonly<Record<string, string | number>>

export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (SVGElement | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.append(...children)
  return element
}

/** Tenths of a unit are finer than anyone sees. */
export const rounded = (value: number): number => Math.round(value * 10) / 10

/** Every picture is this wide, in units of its own: a narrow phone shows them at nearly their size. */
export const PICTURE_WIDTH = 340

/** A whole picture. It is read point by point (`reading-by-keyboard`); its words run the way numbers and axes do. */
export const picture = (height: number, children: readonly SVGElement[]): SVGSVGElement =>
  svg(
    'svg',
    { viewBox: `0 0 ${PICTURE_WIDTH} ${height}`, class: 'picture', role: 'group', direction: 'ltr' },
    ...children,
  )

interface TextPlace {
  x: number
  y: number
  class?: string
  size?: number
  anchor?: 'start' | 'middle' | 'end'
  transform?: string
}

const TEXT_SIZE = 12

export const text = (
  words: string,
  { x, y, class: name = 'label', size = TEXT_SIZE, anchor = 'start', transform }: TextPlace,
): SVGTextElement =>
  svg(
    'text',
    {
      x: rounded(x),
      y: rounded(y),
      class: name,
      'font-size': size,
      'text-anchor': anchor,
      ...(transform ? { transform } : {}),
    },
    words,
  )

/** Cuts words into lines of about so many letters, never within a word. */
export function linesOf(words: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
