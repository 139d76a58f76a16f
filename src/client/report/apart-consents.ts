// The two consents asked apart: comparing, one tick an association, and being counted. Nothing is ever ticked by code except
// what the person had already ticked.
import type { Purpose } from '../../protocol/vocabulary.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import type { Offer } from './worker-messages.ts'

export class ApartConsents {
  readonly #statistics: HTMLInputElement
  #series = new Set<string>()
  /** The card that was on screen when being counted was last asked. */
  #cardWords = ''

  constructor(form: HTMLFormElement) {
    this.#statistics = find<HTMLInputElement>('[name="statistics"]', form)
  }

  /** Whether a card may leave for the public figures. */
  get statistics(): boolean {
    return this.#statistics.checked
  }

  /** Whether being counted, if agreed to, was agreed to for this card. */
  standsFor(cardWords: string): boolean {
    return !this.statistics || this.#cardWords === cardWords
  }

  /** This card is asked about from now on. An agreement given for another falls, and that is said. */
  hearCard(cardWords: string): void {
    const stands = this.standsFor(cardWords)
    if (!stands) this.#statistics.checked = false
    show(find('[data-card-changed]'), !stands)
    this.#cardWords = cardWords
  }

  /** Asks of each association agreed to. Without anything to compare, it is not asked. */
  draw(agreed: readonly Offer[], comparable: boolean): void {
    this.keepOnly(agreed, comparable)
    show(find('[data-series]'), comparable)
    show(find('[data-no-series]'), !comparable)
    find('[data-series-ticks]').replaceChildren(...agreed.map((offer) => this.#tick(offer)))
  }

  /** An agreement that falls takes its comparing with it. */
  keepOnly(agreed: readonly Offer[], comparable: boolean): void {
    const standing = comparable ? agreed.map(({ association }) => association) : []
    this.#series = new Set(standing.filter((association) => this.#series.has(association)))
  }

  /** What an association that was agreed to may do. */
  purposesOf(association: string): Purpose[] {
    return this.#series.has(association) ? ['referral', 'series'] : ['referral']
  }

  wipe(): void {
    this.#series.clear()
    this.#statistics.checked = false
    this.#cardWords = ''
    show(find('[data-card-changed]'), false)
    find('[data-series-ticks]').replaceChildren()
  }

  #tick({ association, name }: Offer): HTMLElement {
    const choice = copyTemplate('series')
    setText(choice, 'name', name)
    const tick = find<HTMLInputElement>('input', choice)
    tick.value = association
    tick.checked = this.#series.has(association)
    tick.addEventListener('change', () => {
      if (tick.checked) this.#series.add(association)
      else this.#series.delete(association)
    })
    return choice
  }
}
