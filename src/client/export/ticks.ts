// Boxes to tick, one a line, made from a list that the code knows and the words of the page.
import { copyTemplate, find, findAll, setText } from '../dom.ts'

/** Fills `place`; `ticked` are so at first. */
export function fillTicks<Name extends string>(
  place: HTMLElement,
  names: readonly Name[],
  ticked: readonly Name[],
  wordOf: (name: Name) => string,
): void {
  place.replaceChildren(
    ...names.map((name) => {
      const tick = copyTemplate('export-tick')
      const box = find<HTMLInputElement>('input', tick)
      box.value = name
      box.checked = ticked.includes(name)
      setText(tick, 'tick', wordOf(name))
      return tick
    }),
  )
}

/** Those ticked, in the order of `names`. */
export function ticksIn<Name extends string>(place: HTMLElement, names: readonly Name[]): Name[] {
  const values = findAll<HTMLInputElement>('input:checked', place).map(({ value }) => value)
  return names.filter((name) => values.includes(name))
}
