// Shows the eight words of a return code in the page's language. They stand in the list as text and nowhere else: no attribute, no
// clipboard. It makes no code and keeps none.
import type { Code } from '../../crypto/return-code.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { fillList, find, show } from '../dom.ts'
import { beginRun, endRun, partOf } from './code-life.ts'

const PART = '[data-shown-code]'

/**
 * Over `ShownCode`, which `root` is or holds; null empties it. That the words are other ones is said. `onOther` hears that other words
 * are wanted; without it there is no button for that.
 */
export function showCode(root: HTMLElement, code: Code | null, onOther: (() => void) | null = null): void {
  const part = partOf(root, PART)
  const list = find('[data-code-words]', part)
  const changed = find('[data-code-changed]', part)
  const other = find('[data-code-other]', part)
  const before = wordsIn(list)
  endRun(part)
  if (!code) return
  const words = code[list.lang as Locale]
  const signal = beginRun(part, () => {
    list.replaceChildren()
    show(changed, false)
    show(other, false)
  })
  fillList(list, words)
  show(changed, before.length > 0 && before.join(' ') !== words.join(' '))
  show(other, onOther !== null)
  if (onOther) other.addEventListener('click', onOther, { signal })
}

const wordsIn = (list: HTMLElement): string[] =>
  [...list.children].map(({ textContent }) => textContent ?? '')
