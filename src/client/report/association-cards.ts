// The associations to choose from, as cards with one tick each, and what was agreed to. Nothing is ever ticked by code
// except what the person had already ticked and that has not changed since.
import { canReceive, proposeAssociations, suits, type Proposed, type Seeker } from '../../domain/routing.ts'
import { MAX_ENVELOPES } from '../../protocol/limits.ts'
import { copyTemplate, fillList, find, findAll, setText, show, showAll, showOne } from '../dom.ts'
import { answerWords } from './answer-words.ts'
import { compareOffers, type Comparison } from './compare-offers.ts'
import { languageOf, writeReasons } from './reasons.ts'
import { ServiceLines } from './service-lines.ts'
import type { Offer } from './worker-messages.ts'

/** The first ones are in plain sight; the others one touch away. */
const IN_SIGHT = 4

export class AssociationCards {
  readonly #step = find('[data-step="choose"]')
  readonly #services = new ServiceLines()
  readonly #onChange: () => void
  #agreed = new Map<string, Offer>()

  /** `onChange` hears each tick and untick, and each agreement that no longer stands. */
  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** What was agreed to, in the order ticked. */
  get agreed(): Offer[] {
    return [...this.#agreed.values()]
  }

  /** Shows that the list has not arrived yet, or could not; the services for this person are there all the same. */
  wait(failed = false, seeker?: Seeker): void {
    show(find('[data-choose-waiting]'), !failed)
    showAll('[data-choose-failed]', failed)
    showAll('[data-choose-ready], [data-none-for-you], [data-none-chosen]', false)
    if (seeker) this.#services.draw(seeker)
  }

  /** Whether everything agreed to is still exactly as it was. */
  stands(offers: readonly Offer[], seeker: Seeker): boolean {
    return compareOffers(this.agreed, offers, seeker).kept.length === this.#agreed.size
  }

  /** Keeps only the agreements that still stand, and tells kindly which do not. True when all do. */
  reconcile(offers: readonly Offer[], seeker: Seeker): boolean {
    const comparison = compareOffers(this.agreed, offers, seeker)
    if (comparison.kept.length === this.#agreed.size) return true
    this.#agreed = new Map(comparison.kept.map((offer) => [offer.association, offer]))
    this.#explain(comparison)
    this.#onChange()
    return false
  }

  /** Draws the cards for this person, best fit first, each with why; then the services. */
  draw(offers: readonly Offer[], seeker: Seeker): void {
    const proposed = proposeAssociations(offers, seeker)
    const cards = proposed.map((each) => this.#card(each))
    const inSight = cards.length <= IN_SIGHT + 1 ? cards.length : IN_SIGHT
    find('[data-proposed]').replaceChildren(...cards.slice(0, inSight))
    const others = find<HTMLDetailsElement>('[data-others]')
    find('ul', others).replaceChildren(...cards.slice(inSight))
    others.open = proposed.slice(inSight).some(({ entry }) => this.#agreed.has(entry.association))
    show(others, cards.length > inSight)
    show(find('[data-choose-waiting]'), false)
    showAll('[data-choose-failed]', false)
    show(find('[data-choose-ready]'), cards.length > 0)
    show(find('[data-none-for-you]'), cards.length === 0)
    show(find('[data-none-close]'), !proposed.some(({ reasons }) => suits(reasons, seeker)))
    this.#services.draw(seeker)
    this.#showCount()
  }

  /** With nobody chosen, whether anybody could have been: `offers` is null when the list could not be had, which is nobody's choice. */
  explainNobody(offers: readonly Offer[] | null, seeker: Seeker): void {
    const someoneCan = offers?.some((offer) => canReceive(offer, seeker))
    show(find('[data-nobody-known]'), someoneCan === undefined)
    show(find('[data-nobody-can]'), someoneCan === false)
    show(find('[data-nobody-chosen]'), someoneCan === true)
  }

  wipe(): void {
    this.#agreed.clear()
    this.wait()
    this.#services.reset()
    showAll('[data-changed], [data-changed-list], [data-gone-list], [data-too-many]', false)
    for (const list of findAll('ul.associations, [data-changed] ul', this.#step)) list.replaceChildren()
  }

  /** The names of those to ask again, and of those that are no longer there. */
  #explain({ changed, gone }: Comparison): void {
    for (const [selector, offers] of [
      ['[data-changed-list]', changed],
      ['[data-gone-list]', gone],
    ] as const) {
      const list = find(selector)
      fillList(
        find('ul', list),
        offers.map(({ name }) => name),
      )
      show(list, offers.length > 0)
    }
    show(find('[data-changed]'))
  }

  #card({ entry: offer, reasons }: Proposed<Offer>): HTMLElement {
    const { lang } = document.documentElement
    const card = copyTemplate('association')
    setText(card, 'name', offer.name)
    setText(card, 'about', lang === 'en' ? offer.about.en : offer.about.fr)
    find('[data-because-here]', card).replaceWith(writeReasons(reasons, lang))
    setText(card, 'scope', offer.scope.map((need) => answerWords(document, 'needs', need)).join(' · '))
    if (offer.territory.length > 0)
      setText(
        card,
        'territory',
        offer.territory.map((code) => answerWords(document, 'departement', code)).join(' · '),
      )
    setText(card, 'languages', offer.languages.map((tag) => languageOf(tag, lang)).join(', '))
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
