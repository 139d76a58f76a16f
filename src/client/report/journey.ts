// Walks through the steps: one shown at a time, the phone's Back is the step before, and nothing typed is touched.
// History holds the index of a step and nothing else.
import { find, findAll, setText, show } from '../dom.ts'

/** The two ways it ends. They are not counted, and Back does not leave them. */
const ENDINGS = ['receipt', 'unsent'] as const
export type Ending = (typeof ENDINGS)[number]

export interface JourneyRules {
  /** Called once a step is on screen. */
  onEnter: (step: string, previous: string) => void
  /** Whether the step may be left onward. Going back is always allowed. */
  mayLeave: (step: string) => boolean
}

export class Journey {
  readonly #rules: JourneyRules
  readonly #steps: HTMLElement[]
  readonly #progress = find('[data-progress]')
  #index = 0
  #ended = false
  #reviewed = false

  constructor(rules: JourneyRules) {
    this.#rules = rules
    this.#steps = findAll('[data-step]').filter((step) => !ENDINGS.includes(nameOf(step) as Ending))
    history.replaceState({ step: 0 }, '')
    addEventListener('popstate', ({ state }) => {
      const { step } = (state ?? {}) as { step?: unknown }
      // A link inside the page, such as the one that skips to the content, comes without a step of ours.
      if (typeof step === 'number') this.#show(step)
    })
    for (const button of findAll('[data-next]')) {
      button.addEventListener('click', () => this.#onward(this.#index + 1))
      show(button)
    }
    for (const button of findAll('[data-to-review]')) {
      button.addEventListener('click', () => this.#onward(this.#indexOf('review')))
    }
    for (const button of findAll('[data-back]')) button.addEventListener('click', () => history.back())
  }

  get current(): string {
    return nameOf(this.#steps[this.#index])
  }

  /** Whether an ending is on screen. */
  get ended(): boolean {
    return this.#ended
  }

  goTo(step: string): void {
    this.#push(this.#indexOf(step))
  }

  /** Shows an ending; no step comes back after it. */
  end(ending: Ending): void {
    this.#ended = true
    for (const step of findAll('[data-step]')) show(step, false)
    show(this.#progress, false)
    const section = find(`[data-step="${ending}"]`)
    show(section)
    focusHeading(section)
  }

  #indexOf(step: string): number {
    return this.#steps.findIndex((section) => nameOf(section) === step)
  }

  #onward(index: number): void {
    if (this.#rules.mayLeave(this.current)) this.#push(index)
  }

  #push(index: number): void {
    if (this.#ended || index === this.#index) return
    history.pushState({ step: index }, '')
    this.#show(index)
  }

  #show(wanted: number): void {
    if (this.#ended || wanted === this.#index) return
    const previous = this.current
    this.#index = Math.min(Math.max(wanted, 0), this.#steps.length - 1)
    this.#reviewed ||= this.current === 'review'
    this.#steps.forEach((step, index) => show(step, index === this.#index))
    show(this.#progress, this.#index > 0)
    setText(this.#progress, 'step', String(this.#index + 1))
    find<HTMLProgressElement>('progress', this.#progress).value = this.#index + 1
    const section = this.#steps[this.#index]
    if (!section) return
    for (const button of findAll('[data-next]', section)) show(button, !this.#reviewed)
    for (const button of findAll('[data-to-review]', section)) show(button, this.#reviewed)
    this.#rules.onEnter(this.current, previous)
    focusHeading(section)
  }
}

const nameOf = (section: HTMLElement | undefined): string => section?.dataset['step'] ?? ''

/** Screen readers read the new step from its heading; the page starts at its top. */
function focusHeading(section: HTMLElement): void {
  scrollTo({ top: 0, behavior: 'instant' })
  find('h2', section).focus({ preventScroll: true })
}
