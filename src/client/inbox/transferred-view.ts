// What a report that another association passed on says of that: from whom, when, what stayed behind, what is said beside it. All of it is
// somebody else's word: text only, and said so where nothing proves it.
import type { Transferred } from '../../protocol/transfer.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { isVouchedFor } from '../../sealing/cases.ts'
import { reportOf, type Case } from './cases.ts'
import { showStrangerText } from './stranger-text.ts'
import { dayInWords, type Words } from './words.ts'

export function showTransferred(article: HTMLElement, each: Case, words: Words): void {
  const notice = article.querySelector<HTMLElement>('[data-part="transferred"]')
  const transferred = reportOf(each)?.transferred
  if (!notice) return
  show(notice, transferred !== undefined)
  if (!transferred) return
  show(find('[data-part="transfer-unproven"]', notice), !isVouchedFor(each))
  setText(notice, 'transfer-from', words(`association.${transferred.from}`))
  setText(notice, 'transfer-on', dayInWords(transferred.on, { dateStyle: 'long' }))
  const { leftOut, note, said } = transferred
  show(find('[data-part="transfer-left-out"]', notice), leftOut.length > 0)
  setText(notice, 'left-out', leftOut.map((part) => words(`transfer-part.${part}`)).join(', '))
  show(find('[data-part="transfer-note-section"]', notice), note !== '')
  showStrangerText(find('[data-part="transfer-note-text"]', notice), note)
  show(find('[data-part="transfer-said-section"]', notice), said.length > 0)
  find('[data-part="transfer-said-list"]', notice).replaceChildren(...said.map((line) => lineOf(line, words)))
}

function lineOf({ on, text }: Transferred['said'][number], words: Words): HTMLElement {
  const line = copyTemplate('message')
  setText(line, 'who', words('thread.author'))
  setText(line, 'day', dayInWords(on))
  show(find('[data-part="unseen-said"]', line), showStrangerText(find('[data-part="said"]', line), text))
  return line
}
