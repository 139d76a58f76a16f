// A part of a picture that stands for one number: its name and that number, for ears and for eyes. What it looks like is given to it.
import { spoken, written, type Estimate } from './numbers.ts'
import { svg } from './svg.ts'
import type { TrendWords } from './words.ts'

interface Valued {
  name: string
  /** Null: there is no number. */
  estimate: Estimate | null
  /** What is said then: that it was not collected, unless said otherwise. */
  without?: string
  /** In a picture of rows and columns, so that the four arrows go each its way. */
  row?: number
  column?: number
}

/** What it is called is read aloud, and written on the line below the picture while a finger or the focus is on it. */
export function valuePoint(
  { name, estimate, without, row, column }: Valued,
  words: TrendWords,
  ...children: readonly SVGElement[]
): SVGGElement {
  const [said, shown] = [spoken, written].map((saying) => {
    const value = estimate === null && without !== undefined ? without : saying(estimate, words)
    return `${name}${words.says.colon} ${value}`
  }) as [string, string]
  return svg(
    'g',
    {
      class: 'point',
      role: 'img',
      'aria-label': said,
      'data-shown': shown,
      tabindex: -1,
      ...(row === undefined ? {} : { 'data-row': row }),
      ...(column === undefined ? {} : { 'data-column': column }),
    },
    ...children,
  )
}
