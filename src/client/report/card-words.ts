// Writes the exact few words by which a report would be counted, from the card itself, in the form's own words. It sends nothing.
import type { Card, Facet } from '../../protocol/card.ts'
import { copyTemplate, find, findAll, setText, show, showOne } from '../dom.ts'
import { answerWords } from './answer-words.ts'
import type { CardOutcome } from './counting.ts'

/** Fills every `[data-card-preview]`: a line a facet. A facet that is not known keeps the word that stands in the template. */
export function writeCardPreview(form: HTMLFormElement, card: Card): void {
  for (const list of findAll('[data-card-preview]', form)) {
    const lines = copyTemplate('card-words')
    for (const line of findAll('[data-facet]', lines)) {
      const words = wordsOf(form, line, card)
      if (words !== null) setText(line, 'answer', words)
    }
    list.replaceChildren(...lines.children)
  }
}

/** Takes away every answer that a preview holds. */
export function clearCardPreview(): void {
  for (const list of findAll('[data-card-preview]')) list.replaceChildren()
}

/** How being counted went, or that it is under way; null takes the words away. */
export function showCardOutcome(
  stage: 'under-way' | Exclude<CardOutcome, 'received' | 'cancelled'> | null,
): void {
  const place = find('[data-count-outcome]')
  showOne(place, stage)
  show(place, stage !== null)
  find<HTMLButtonElement>('[data-count-send]').disabled = stage === 'under-way'
}

/** Null for what is not known: the template says so. */
function wordsOf(form: HTMLFormElement, line: HTMLElement, card: Card): string | null {
  const facet = line.dataset['facet'] as Facet
  const code = card[facet]
  if (code === 'unknown') return null
  if (facet === 'quarter') {
    const [year, quarter] = code.split('-Q')
    return `${(line.dataset['quarters'] ?? '').split('|')[Number(quarter) - 1]} ${year}`
  }
  if (facet === 'platform')
    return (
      form.querySelector<HTMLOptionElement>(`[data-id="${code}"]`)?.value ?? line.dataset['other'] ?? null
    )
  return answerWords(form, facet === 'act' ? 'acts' : facet, code) || code
}
