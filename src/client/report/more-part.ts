// The part of the report page that comes later: files, the return code, the pause, keeping, the letter to print. It is fetched once the
// page itself works, and again when it is needed and did not come. Nothing of what is written goes with the request.
import { bringIn } from '../bring-in.ts'
import { find, show, showAll } from '../dom.ts'
import { shelf } from '../hand-over.ts'
import type { AuthorCode } from '../../sealing/address-report.ts'
import type { ReportFiles, ReportGuest, ReportHouse } from './report-house.ts'
import type { Offer } from './worker-messages.ts'

/** The steps it fills. */
const FILLED = ['files', 'keep', 'code', 'pause', 'ready']

/** Steps without a pause: nothing is written yet, or one is already there. */
const WITHOUT_PAUSE = ['safe', 'pause']

export class MorePart {
  readonly #house: ReportHouse
  #coming: Promise<ReportGuest | null> | null = null
  #code: AuthorCode | null = null
  #place = ''
  #withdrawn: readonly string[] = []

  /** `onCode` hears that what would be sealed is now another thing. */
  constructor(house: Omit<ReportHouse, 'useCode' | 'place'>, onCode: () => void) {
    const useCode = (code: AuthorCode | null): void => {
      this.#code = code
      onCode()
    }
    this.#house = { ...house, useCode, place: () => this.#place }
    for (const button of house.form.querySelectorAll('[data-refill]'))
      button.addEventListener('click', () => this.enter(house.journey.current))
  }

  /** What envelopes take from the return code; null without one. */
  get code(): AuthorCode | null {
    return this.#code
  }

  /** Without those that this code's holder took their agreement back from. */
  offerable(offers: readonly Offer[]): Offer[] {
    return offers.filter(({ association }) => !this.#withdrawn.includes(association))
  }

  /** Null when none could be chosen. */
  get files(): ReportFiles | null {
    return shelf.guest?.files ?? null
  }

  /** A step is on screen. */
  enter(step: string): void {
    if (step !== 'pause') this.#place = step
    showAll('[data-resumed]', false)
    show(find('[data-pause]'), !WITHOUT_PAUSE.includes(step))
    if (FILLED.includes(step)) void this.#fill(step)
  }

  async #fill(step: string): Promise<void> {
    const guest = await this.load()
    if (this.#house.journey.current === step) guest?.enter(step)
  }

  /** Comes in while the first questions are read. Whoever came back to a story that was put away is told when it does not. */
  async start(): Promise<void> {
    if (!(await this.load()) && shelf.resumed) this.#house.journey.goTo('pause')
  }

  /** Null when it did not come: this is said where it was to be, and can be tried again. */
  load(): Promise<ReportGuest | null> {
    this.#coming ??= this.#bring()
    return this.#coming
  }

  /** Whether nothing written holds the words of the code. Says where it does. */
  allows(): boolean {
    return shelf.guest?.allows() ?? true
  }

  /** What was put away of this story before is no longer wanted. */
  letGo(): void {
    shelf.guest?.letGo()
  }

  /** A report was received; whoever took a code is reminded of it at the end. */
  sent(): void {
    show(find('[data-with-code]'), this.#code !== null)
    this.letGo()
  }

  wipe(): void {
    this.#code = null
    this.#withdrawn = []
    show(find('[data-pause]'), false)
    shelf.guest?.wipe()
  }

  async #bring(): Promise<ReportGuest | null> {
    shelf.report = this.#house
    showAll('[data-filling]', true)
    showAll('[data-not-filled]', false)
    if (await bringIn(this.#house.form.dataset['more'] ?? '')) return this.#welcome()
    this.#coming = null
    showAll('[data-filling]', false)
    showAll('[data-not-filled]', true)
    return null
  }

  /** It gives back a story that was put away, if there is one: once. */
  #welcome(): ReportGuest | null {
    const { guest, resumed } = shelf
    delete shelf.resumed
    this.#withdrawn = resumed?.withdrawn ?? []
    if (resumed) guest?.resume(resumed)
    return guest ?? null
  }
}
