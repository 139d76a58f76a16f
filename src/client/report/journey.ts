// Walks through the steps: one shown at a time, the phone's Back is the step before, and nothing typed is touched.
// History holds the index of a step and nothing else.
import { find, findAll, show, showAll } from '../dom.ts'
import { ENDINGS, type Ending } from './ending.ts'

export interface JourneyRules {
  /** Called once a step is on screen. */
  onEnter: (step: string, previous: string) => void
  /** Whether the step may be left onward. Going back is always allowed. */
  mayLeave: (step: string) => boolean
}

/** What everyone reads before the first place where something may be written: no short cut goes round it. */
const WARNING = 'before-words'

/** A step on the way carries its chapter; one beside it (the complaint, ready) carries none. */
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
      if (typeof step !== 'number' || this.#ended) return
      // Answers have changed since: the browser's Forward stays before a step that is off the way, its Back goes past it.
      if (this.#steps[step]?.dataset['off'] === undefined) this.#show(step)
      else history.back()
    })
    // Without an entry of its own in the history, which "back" would have to go through.
    find('.skip').addEventListener('click', (event) => {
      event.preventDefault()
      find('#content').focus()
    })
    showAll('[data-next]', true)
    // Heard from afar: parts of the page come in later.
    find('form').addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button')
      if (!button) return
      const { next, toReview, skip, back, goTo } = button.dataset
      if (next !== undefined) this.goOn()
      if (toReview !== undefined) this.#onward(this.#indexOf('review'))
      if (skip !== undefined) this.#skip()
      if (back !== undefined) history.back()
      if (goTo !== undefined) this.goTo(goTo)
    })
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

  /** As if every step before had been read: Back leads to each of them. */
  arriveAt(step: string): void {
    const index = this.#indexOf(step)
    for (let before = 1; before < index; before++) {
      const section = this.#steps[before]
      if (section && isOnTheWay(section)) history.pushState({ step: before }, '')
    }
    this.#push(index)
  }

  /** The next step that is on the way, unless the one on screen may not be left. */
  goOn(): void {
    this.#onward(this.#following())
  }

  /** Shows an ending; no step comes back after it. */
  end(ending: Ending): void {
    this.#ended = true
    showAll('[data-step]', false)
    show(this.#progress, false)
    const section = find(`[data-step="${ending}"]`)
    show(section)
    focusHeading(section)
  }

  /** As the page came: nothing says which steps were read, nor what was unfolded there. */
  wipe(): void {
    show(this.#progress, false)
    showAll('[data-chapter-words]', false, this.#progress)
    find<HTMLProgressElement>('progress', this.#progress).value = 0
    for (const heading of findAll('[data-step] h2')) heading.removeAttribute('tabindex')
    for (const fold of findAll('details[open]')) fold.removeAttribute('open')
  }

  /** The review was left for another way of ending: "continue" leads onward again. */
  forgetReview(): void {
    this.#reviewed = false
  }

  #indexOf(step: string): number {
    return this.#steps.findIndex((section) => nameOf(section) === step)
  }

  /** Past the rest of the account: to the warning first, and from there to whom may help. */
  #skip(): void {
    const warning = this.#indexOf(WARNING)
    const who = this.#steps.findIndex(({ dataset }) => dataset['chapter'] === 'who')
    this.#onward(this.#index < warning ? warning : who)
  }

  #following(): number {
    const next = this.#steps.findIndex((section, index) => index > this.#index && isOnTheWay(section))
    return next === -1 ? this.#index : next
  }

  #onward(index: number): void {
    if (this.#rules.mayLeave(this.current)) this.#push(index)
  }

  #push(index: number): void {
    if (this.#ended || index === this.#index || index < 0) return
    history.pushState({ step: index }, '')
    this.#show(index)
  }

  #show(wanted: number): void {
    if (this.#ended || wanted === this.#index) return
    const previous = this.current
    this.#index = Math.min(Math.max(wanted, 0), this.#steps.length - 1)
    this.#reviewed ||= this.current === 'review'
    this.#steps.forEach((step, index) => show(step, index === this.#index))
    const section = this.#steps[this.#index]
    if (!section) return
    this.#showProgress(section)
    showAll('[data-next]', !this.#reviewed, section)
    showAll('[data-to-review]', this.#reviewed, section)
    this.#rules.onEnter(this.current, previous)
    focusHeading(section)
  }

  /** The part of the way in words, and a bar of its whole length, so that no answer takes it back or fills it too soon. */
  #showProgress(section: HTMLElement): void {
    const { chapter } = section.dataset
    show(this.#progress, this.#index > 0 && chapter !== undefined)
    for (const words of findAll('[data-chapter-words]', this.#progress))
      show(words, words.dataset['chapterWords'] === chapter)
    const bar = find<HTMLProgressElement>('progress', this.#progress)
    bar.max = this.#indexOf('review')
    bar.value = this.#index
  }
}

const nameOf = (section: HTMLElement | undefined): string => section?.dataset['step'] ?? ''

const isOnTheWay = (section: HTMLElement): boolean =>
  section.dataset['chapter'] !== undefined && section.dataset['off'] === undefined

/** Screen readers read the new step from its heading; the page starts at its top. */
function focusHeading(section: HTMLElement): void {
  scrollTo({ top: 0, behavior: 'instant' })
  const heading = find('h2', section)
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
