// The associations to choose from, as cards with one tick each, and what was agreed to. Nothing is ever ticked by code
// except what the person had already ticked and that has not changed since.
import { proposeAssociations, type Seeker } from '../../domain/routing.ts'
import { MAX_ENVELOPES } from '../../protocol/limits.ts'
import { copyTemplate, find, findAll, setText, show, showOne } from '../dom.ts'
import { compareOffers, type Comparison } from './compare-offers.ts'
import type { Offer } from './worker-messages.ts'

/** The first ones are in plain sight; the others one touch away. */
const IN_SIGHT = 4

export class AssociationCards {
  readonly #step = find('[data-step="choose"]')
  readonly #onChange: () => void
  #agreed = new Map<string, Offer>()

  /** `onChange` hears each tick and untick. */
  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** What was agreed to, in the order ticked. */
  get agreed(): Offer[] {
    return [...this.#agreed.values()]
  }

  /** Shows that the list has not arrived yet, or could not. */
  wait(failed = false): void {
    show(find('[data-choose-waiting]'), !failed)
    for (const element of findAll('[data-choose-failed]')) show(element, failed)
    for (const element of findAll('[data-choose-ready], [data-none-for-you], [data-none-chosen]'))
      show(element, false)
  }

  /** Keeps only the agreements that still stand, and says which do not. */
  reconcile(offers: readonly Offer[], seeker: Seeker): Comparison {
    const comparison = compareOffers(this.agreed, offers, seeker)
    this.#agreed = new Map(comparison.kept.map((offer) => [offer.association, offer]))
    return comparison
  }

  /** Draws the cards for this person, best fit first. */
  draw(offers: readonly Offer[], seeker: Seeker): void {
    const proposed = proposeAssociations(offers, seeker)
    const cards = proposed.map((offer) => this.#card(offer, seeker.language))
    const inSight = cards.length <= IN_SIGHT + 1 ? cards.length : IN_SIGHT
    find('[data-proposed]').replaceChildren(...cards.slice(0, inSight))
    const others = find<HTMLDetailsElement>('[data-others]')
    find('ul', others).replaceChildren(...cards.slice(inSight))
    others.open = proposed.slice(inSight).some(({ association }) => this.#agreed.has(association))
    show(others, cards.length > inSight)
    show(find('[data-choose-waiting]'), false)
    for (const element of findAll('[data-choose-failed]')) show(element, false)
    show(find('[data-choose-ready]'), cards.length > 0)
    show(find('[data-none-for-you]'), cards.length === 0)
    this.#showCount()
  }

  /** Tells kindly what changed: names of those to ask again, and of those that are no longer there. */
  explain({ changed, gone }: Pick<Comparison, 'changed' | 'gone'>): void {
    for (const [selector, offers] of [
      ['[data-changed-list]', changed],
      ['[data-gone-list]', gone],
    ] as const) {
      const list = find(selector)
      const names = offers.map(({ name }) => {
        const line = document.createElement('li')
        line.textContent = name
        return line
      })
      find('ul', list).replaceChildren(...names)
      show(list, offers.length > 0)
    }
    show(find('[data-changed]'), changed.length + gone.length > 0)
  }

  wipe(): void {
    this.#agreed.clear()
    for (const list of findAll('ul.associations', this.#step)) list.replaceChildren()
  }

  #card(offer: Offer, language: string): HTMLElement {
    const card = copyTemplate('association')
    setText(card, 'name', offer.name)
    setText(card, 'about', language === 'en' ? offer.about.en : offer.about.fr)
    setText(card, 'scope', offer.scope.map(wordsOfNeed).join(' · '))
    if (offer.territory.length > 0)
      setText(card, 'territory', offer.territory.map(wordsOfDepartement).join(' · '))
    const names = new Intl.DisplayNames(language, { type: 'language' })
    setText(card, 'languages', offer.languages.map((tag) => names.of(tag) ?? tag).join(', '))
    writeAnswerTime(card, offer.answersWithinDays)
    const tick = find<HTMLInputElement>('input', card)
    tick.value = offer.association
    tick.checked = this.#agreed.has(offer.association)
    tick.addEventListener('change', () => this.#ticked(offer, tick))
    return card
  }

  #ticked(offer: Offer, tick: HTMLInputElement): void {
    const full = tick.checked && this.#agreed.size >= MAX_ENVELOPES
    show(find('[data-too-many]'), full)
    if (full) tick.checked = false
    if (tick.checked) this.#agreed.set(offer.association, offer)
    else this.#agreed.delete(offer.association)
    this.#showCount()
    this.#onChange()
  }

  #showCount(): void {
    show(find('[data-none-chosen]'), this.#agreed.size === 0 && !find('[data-choose-ready]').hidden)
  }
}

/** How soon an association answers, in `[data-one]` words for one day or several. */
export function writeAnswerTime(within: HTMLElement, days: number): void {
  showOne(within, days === 1 ? 'day' : 'days')
  setText(within, 'days', String(days))
}

const wordsOfNeed = (need: string): string =>
  find(`input[name="needs"][value="${need}"] + span`).textContent?.trim() ?? need

const wordsOfDepartement = (code: string): string =>
  find(`#departement option[value="${code}"]`).textContent?.trim() ?? code
