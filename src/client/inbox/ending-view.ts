// Says on a letter until when the server keeps its case, and keeps it for as long again where a member asks.
import { dayOf } from '../../protocol/day.ts'
import { find, setText, show } from '../dom.ts'
import type { Case } from './cases.ts'
import { isEnding, lastDayOn } from '../../domain/standings.ts'
import { dayInWords, type Words } from './words.ts'

/** Over a letter; answers how to show what has become of the case. `keep` answers whether the server knows. */
export function wireEnding(
  article: HTMLElement,
  id: string,
  keep: (id: string) => Promise<boolean>,
  words: Words,
): (each: Case) => void {
  const notice = find('[data-part="ending"]', article)
  const button = find<HTMLButtonElement>('[data-part="keep-longer"]', notice)
  const said = find('[data-part="ending-said"]', notice)
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') return
    button.setAttribute('aria-disabled', 'true')
    said.textContent = ''
    const kept = await keep(id)
    button.setAttribute('aria-disabled', 'false')
    said.textContent = words(kept ? 'ending.kept' : 'ending.notKept')
  })
  return (each) => {
    const last = lastDayOn(each)
    // What was just answered stays to be read.
    show(notice, isEnding(each, dayOf(Date.now())) || said.textContent !== '')
    if (last) setText(notice, 'last-day', dayInWords(last, { dateStyle: 'long' }))
  }
}
