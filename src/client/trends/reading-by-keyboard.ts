// Lets a picture be read without a pointer: one stop for Tab, arrows from value to value, Home and End; and writes the value under
// the focus or the finger on a line that stays in its place.
import { findAll } from '../dom.ts'

type Step = readonly [rows: number, columns: number]

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const numberOf = (point: SVGElement, name: 'row' | 'column'): number =>
  Number(point.dataset[name] ?? Number.NaN)

/** The next point that way, beyond any gap; in a picture without rows and columns, the one after or before. */
function neighbour(
  points: readonly SVGElement[],
  from: SVGElement,
  [rows, columns]: Step,
): SVGElement | undefined {
  const at = points.indexOf(from)
  if (from.dataset['row'] === undefined || from.dataset['column'] === undefined)
    return points[at + rows + columns]
  const along = rows === 0 ? 'column' : 'row'
  const across = rows === 0 ? 'row' : 'column'
  const way = rows + columns
  return points
    .filter(
      (point) =>
        numberOf(point, across) === numberOf(from, across) &&
        (numberOf(point, along) - numberOf(from, along)) * way > 0,
    )
    .toSorted((a, b) => (numberOf(a, along) - numberOf(b, along)) * way)[0]
}

/** `show` is given what is written of the point that is looked at. */
export function armReading(picture: SVGSVGElement, show: (shown: string) => void): void {
  const points = findAll<SVGElement>('.point', picture)
  const [first] = points
  if (!first) return
  first.tabIndex = 0
  let current = first
  const look = (event: Event): SVGElement | null => {
    const point = (event.target as Element).closest<SVGElement>('.point')
    if (point) show(point.dataset['shown'] ?? '')
    return point
  }
  const move = (to: SVGElement): void => {
    current.tabIndex = -1
    current = to
    current.tabIndex = 0
  }
  picture.addEventListener('pointerover', look)
  picture.addEventListener('click', (event) => look(event)?.focus())
  picture.addEventListener('focusin', (event) => {
    const point = look(event)
    if (point) move(point)
  })
  picture.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = STEPS[event.key]
    const next =
      event.key === 'Home'
        ? first
        : event.key === 'End'
          ? points.at(-1)
          : step && neighbour(points, current, step)
    if (step || next) event.preventDefault()
    next?.focus()
  })
}
