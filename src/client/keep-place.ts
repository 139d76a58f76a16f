// Draws lists anew without losing whoever is in one: someone who goes by keyboard or by ear stays where they were.
import { find, findAll } from './dom.ts'

/**
 * `section` holds a list, and a form that adds to it. The control that had the focus has it again once `draw` is done, or the one that
 * came into its place; where the list is left empty, the first field of the form.
 */
export function keepPlace(sections: readonly HTMLElement[], draw: () => void): void {
  const section = sections.find((each) => find('ul', each).contains(document.activeElement))
  const at = section ? controlsIn(section).findIndex((each) => each === document.activeElement) : -1
  draw()
  if (!section || at < 0) return
  const controls = controlsIn(section)
  const next = [...controls.slice(at), ...controls.slice(0, at).toReversed()].find((each) =>
    each.checkVisibility(),
  )
  const target = next ?? find(':scope > form :is(input, textarea)', section)
  target.focus()
}

const controlsIn = (section: HTMLElement): HTMLElement[] =>
  findAll('button, input, textarea', find('ul', section))
