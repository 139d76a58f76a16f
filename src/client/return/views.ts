// One screen at a time. The phone's Back leads from a screen beside to what a code opens; history holds a screen's name and nothing
// else. Nothing here knows what a screen shows.
import { find, findAll, show } from '../dom.ts'

export type ViewName = 'typing' | 'opening' | 'here' | 'change' | 'changed' | 'erase' | 'erased'

/** From these one goes back to `here`. */
const BESIDE: readonly ViewName[] = ['change', 'erase']

export class Views {
  #current: ViewName = 'typing'
  #beside = false
  #held = false
  readonly #onBack: () => void
  readonly #listening = new AbortController()

  /** `onBack` hears that a screen beside was left by the phone's Back or by `toHere`. */
  constructor(onBack: () => void) {
    this.#onBack = onBack
    const { signal } = this.#listening
    addEventListener('popstate', () => this.#back(), { signal })
    // Without an entry of its own in the history, which "back" would have to go through.
    find('.skip').addEventListener(
      'click',
      (event) => {
        event.preventDefault()
        find('#content').focus()
      },
      { signal },
    )
  }

  get current(): ViewName {
    return this.#current
  }

  go(name: ViewName): void {
    const beside = BESIDE.includes(name)
    if (beside && !this.#beside) history.pushState({ view: name }, '')
    this.#beside = beside
    this.#show(name)
  }

  /** The way back that a button offers: the phone's own. */
  toHere(): void {
    if (this.#beside) history.back()
  }

  /** While something is under way that must be seen to its end, Back stays on the screen. */
  hold(held: boolean): void {
    this.#held = held
  }

  /** Another page takes the place of this one. */
  close(): void {
    this.#listening.abort()
  }

  #back(): void {
    if (!this.#beside) return
    if (this.#held) return history.pushState({ view: this.#current }, '')
    this.#beside = false
    this.#onBack()
    this.#show('here')
  }

  #show(name: ViewName): void {
    this.#current = name
    for (const view of findAll('[data-view]')) show(view, view.dataset['view'] === name)
    show(find('[data-language]'), name === 'typing')
    const heading = find(`[data-view="${name}"] h2`)
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    scrollTo(0, 0)
  }
}
