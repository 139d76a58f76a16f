// What stands in the place of the reports for a while (the team, the templates): one at a time, one step forward in the browser's history.
// Back leads to where one was: the list, or the letter that was being read.
import { find, show } from '../dom.ts'

export interface Beside {
  isShown: () => boolean
  /** `onLeft` hears that it was left: it then takes away what it showed. */
  enter: (onLeft: () => void) => void
  leave: () => void
  /** Stops listening. */
  end: () => void
}

/** Over the workspace's root, before anything in it listens to the browser's history. */
export function makeBeside(root: HTMLElement): Beside {
  const stopping = new AbortController()
  const { signal } = stopping
  const ways = find('[data-part="beside"]', root)
  const inbox = find('[data-part="inbox"]', root)
  const reading = find('[data-part="reading"]', root)
  const under = (): HTMLElement => (reading.childElementCount > 0 ? reading : inbox)
  let left: (() => void) | null = null

  const onBack = (event: PopStateEvent): void => {
    if (!left) return
    // The step back was out of this: the letter under it stays open.
    event.stopImmediatePropagation()
    left()
    left = null
    show(ways)
    show(under())
    find('h1', under()).focus()
  }
  addEventListener('popstate', onBack, { signal, capture: true })
  return {
    isShown: () => left !== null,
    enter: (onLeft) => {
      if (left) return
      left = onLeft
      history.pushState(null, '')
      show(ways, false)
      show(under(), false)
    },
    leave: () => history.back(),
    end: () => stopping.abort(),
  }
}
