// One run of a part of the page at a time: to begin again ends what listened there before, and empties it. It keeps nothing itself.
import { find } from '../dom.ts'

const runs = new WeakMap<HTMLElement, AbortController>()

/** The part itself, which `root` is or holds. */
export const partOf = (root: HTMLElement, selector: string): HTMLElement =>
  root.matches(selector) ? root : find(selector, root)

/** Ends the run before, if there is one. `empty` is called when this one ends; listeners take the signal, and end with it. */
export function beginRun(part: HTMLElement, empty: () => void): AbortSignal {
  endRun(part)
  const run = new AbortController()
  run.signal.addEventListener('abort', empty)
  runs.set(part, run)
  return run.signal
}

/** Nothing happens where nothing runs. */
export function endRun(part: HTMLElement): void {
  runs.get(part)?.abort()
  runs.delete(part)
}
