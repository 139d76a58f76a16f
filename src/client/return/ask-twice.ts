// What cannot be undone is asked twice: the first touch unfolds what it does, the second does it.
import { find, show } from '../dom.ts'

/** Over `AskTwice`. `onYes` runs once at a time: while it works both answers wait. */
export function armAskTwice(within: ParentNode, name: string, onYes: () => Promise<void>): void {
  const root = find(`[data-ask-twice="${name}"]`, within)
  const ask = find<HTMLButtonElement>('[data-ask]', root)
  const sure = find('[data-sure]', root)
  const yes = find<HTMLButtonElement>('[data-yes]', root)
  const no = find<HTMLButtonElement>('[data-no]', root)
  const unfold = (unfolded: boolean): void => {
    show(sure, unfolded)
    show(ask, !unfolded)
    ask.setAttribute('aria-expanded', String(unfolded))
  }
  const answer = async (): Promise<void> => {
    for (const button of [yes, no]) button.disabled = true
    try {
      await onYes()
    } finally {
      for (const button of [yes, no]) button.disabled = false
    }
  }
  ask.addEventListener('click', () => {
    unfold(true)
    sure.focus()
  })
  no.addEventListener('click', () => {
    unfold(false)
    ask.focus()
  })
  yes.addEventListener('click', () => void answer())
}

/** Folded again, as it came. */
export function foldAskTwice(within: ParentNode, name: string): void {
  const root = find(`[data-ask-twice="${name}"]`, within)
  show(find('[data-sure]', root), false)
  show(find('[data-ask]', root))
  find('[data-ask]', root).setAttribute('aria-expanded', 'false')
}
