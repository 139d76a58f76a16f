// Draws what came while a code was changed, and was erased with the old mailbox: it is on this screen and nowhere else. Words of others
// are text and nothing else.
import { copyTemplate, find, setText, show } from '../dom.ts'
import { showStrangerText } from '../inbox/stranger-text.ts'
import type { Came } from './code-change.ts'
import { dayWords } from './day-words.ts'

export function drawCame(came: readonly Came[]): void {
  show(find('[data-came]'), came.length > 0)
  find('[data-came-list]').replaceChildren(...came.map(drawOne))
}

/** Nothing of anyone is left there. */
export const clearCame = (): void => drawCame([])

function drawOne({ association, offer, said }: Came): HTMLElement {
  const card = copyTemplate('came')
  setText(card, 'name', offer?.name ?? association)
  setText(card, 'day', dayWords(said.day))
  showStrangerText(find('[data-words]', card), said.text)
  show(find('[data-asks]', card), said.asking !== null)
  return card
}
