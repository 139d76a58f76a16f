// What is pointed out of a case on screen: why it asks to be read first, and which other reports name the same things. What a stranger
// wrote goes through `showStrangerText` alone.
import { copyTemplate, fillList, find, setText, show } from '../dom.ts'
import type { Case } from './cases.ts'
import { titleOf } from './row-words.ts'
import type { SeriesLink } from './series.ts'
import { showStrangerText } from './stranger-text.ts'
import { levelOf, type Reason } from './urgency.ts'
import { dayInWords, type Words } from './words.ts'

/** What is known of the case on screen, and how to go to another. */
export interface StandingOut {
  reasons: readonly Reason[]
  links: readonly SeriesLink[]
  get: (id: string) => Case | undefined
  onGoTo: (id: string) => void
}

/** Others listed at once; the rest is folded. */
const OTHERS_SHOWN = 5

/** `article` is a filled letter; anything else has nothing to point out. */
export function showStandingOut(article: HTMLElement, known: StandingOut, words: Words): void {
  const urgency = article.querySelector<HTMLElement>('[data-part="urgency"]')
  if (!urgency) return
  const level = levelOf(known.reasons)
  show(urgency, known.reasons.length > 0)
  urgency.classList.toggle('notice-alert', level === 'urgent')
  setText(urgency, 'level', words(`level.${level}`))
  fillList(
    find('[data-part="reasons"]', urgency),
    known.reasons.map((reason) => words(`reason.${reason}`)),
  )
  show(find('[data-part="clock"]', urgency), known.reasons.includes('hiv-clock'))

  const section = find('[data-part="series-section"]', article)
  show(section, known.links.length > 0)
  for (const strength of ['strong', 'weak'] as const) {
    const links = known.links.filter((link) => link.strength === strength)
    const part = find(`[data-part="series-${strength}"]`, section)
    show(part, links.length > 0)
    find('ul', part).replaceChildren(...links.map((link) => lineOf(link, known, words)))
  }
}

function lineOf({ identifier, strength, others }: SeriesLink, known: StandingOut, words: Words): HTMLElement {
  const { type, platform, value } = identifier
  const line = copyTemplate('series-link')
  setText(line, 'same', words(`same.${strength === 'weak' && type !== 'pseudonym' ? 'unrecognised' : type}`))
  const named = type === 'pseudonym' && platform ? `${value} · ${platform}` : value
  showStrangerText(find('[data-part="value"]', line), named)
  setText(line, 'count', String(others.length))
  const linesOf = (ids: readonly string[]): HTMLElement[] =>
    ids.flatMap((id) => {
      const other = known.get(id)
      return other ? [otherLine(other, known.onGoTo, words)] : []
    })
  const rest = find<HTMLDetailsElement>('[data-part="rest"]', line)
  find('[data-part="first"]', line).append(...linesOf(others.slice(0, OTHERS_SHOWN)))
  show(rest, others.length > OTHERS_SHOWN)
  // A series may be of hundreds: they are written when they are asked for.
  const unfold = (): void => find('ul', rest).append(...linesOf(others.slice(OTHERS_SHOWN)))
  rest.addEventListener('toggle', unfold, { once: true })
  return line
}

function otherLine(other: Case, onGoTo: (id: string) => void, words: Words): HTMLElement {
  const line = copyTemplate('other-case')
  const button = find('[data-part="go-to"]', line)
  button.textContent = `${titleOf(other, words)} (${words('series.received')} ${dayInWords(other.head.receivedOn, { dateStyle: 'long' })})`
  button.addEventListener('click', () => onGoTo(other.id))
  return line
}
