// The screen where a code is changed: about it, the new words, two of them asked back, then the change itself, shown as far as it is.
// Words are on screen only while they are noted. A change that was begun is gone on with, by its own words: no other is offered.
import type { Locale } from '../../protocol/vocabulary.ts'
import type { Code } from '../../crypto/return-code.ts'
import { askBack, wipeBack } from '../code/code-back.ts'
import type { CodeDesk } from '../code/code-desk.ts'
import { armTyping } from '../code/code-typing.ts'
import { showCode } from '../code/code-view.ts'
import { copyTemplate, fillList, find, show, showAll, showOne } from '../dom.ts'
import { CodeChange, type ChangeOutcome } from './code-change.ts'
import type { Holdings } from './holdings.ts'
import type { Visit } from './visit.ts'
import { clearCame, drawCame } from './came-view.ts'

/** The change is over: what speaks from now on. */
export interface Changed {
  visit: Visit
  code: Code
}

interface Parts {
  desk: Pick<CodeDesk, 'make' | 'derive' | 'read'>
  locale: Locale
  visit: () => Visit | null
  /** What is on the page. */
  holdings: () => Holdings | null
  /** Whether this screen must be seen to its end. */
  hold: (held: boolean) => void
  onChanged: (changed: Changed) => void
}

export class CodeFlow {
  readonly #parts: Parts
  readonly #screen = find('[data-view="change"]')
  readonly #untold = find('[data-untold]')
  #code: Code | null = null
  #change: CodeChange | null = null
  /** The words were typed here, as those of a change that was begun. */
  #typed = false
  #turn = 0

  constructor(parts: Parts) {
    this.#parts = parts
    const on = (selector: string, act: () => Promise<void>): void =>
      find(selector, this.#screen).addEventListener('click', () => void act())
    on('[data-new-words]', () => this.#make())
    on('[data-words-noted]', () => this.#check())
    on('[data-change-again]', () => this.#run())
  }

  /** As it is when one comes to it: no word on screen. */
  reset(): void {
    this.#turn++
    this.#drop()
    this.#code = null
    this.#change = null
    show(this.#untold, false)
    fillList(find('ul', this.#untold), [])
    clearCame()
    show(find('[data-no-words]', this.#screen), false)
    showOne(this.#screen, 'about')
  }

  /** As one comes to it: where a change was begun, its words are asked for. */
  enter(): void {
    this.reset()
    if (this.#wasBegun) this.#askForWords(false)
  }

  get #wasBegun(): boolean {
    return (this.#parts.holdings()?.moving.length ?? 0) > 0
  }

  #askForWords(others: boolean): void {
    this.#drop()
    this.#code = null
    this.#change = null
    const part = copyTemplate('begun-code')
    find('[data-begun-code]', this.#screen).replaceChildren(part)
    armTyping(part, this.#parts.desk, (code) => {
      this.#code = code
      this.#typed = true
      this.#drop()
      void this.#run()
    })
    showOne(this.#screen, 'begun')
    const said = find('[data-not-those]', this.#screen)
    show(said, others)
    focusOn(others ? said : find('h2', this.#screen))
  }

  async #make(): Promise<void> {
    const turn = this.#turn
    show(find('[data-no-words]', this.#screen), false)
    const code = await this.#parts.desk.make()
    if (turn !== this.#turn) return
    show(find('[data-no-words]', this.#screen), !code)
    if (!code) return
    this.#code = code
    this.#typed = false
    this.#showWords(code)
  }

  #showWords(code: Code): void {
    showOne(this.#screen, 'words')
    showCode(this.#screen, code, () => void this.#make())
    focusOn(find('h2', this.#screen))
  }

  async #check(): Promise<void> {
    const [turn, code] = [this.#turn, this.#code]
    if (!code) return
    this.#drop()
    showOne(this.#screen, 'check')
    const answer = await askBack(this.#screen, code)
    if (turn !== this.#turn) return
    if (answer === 'again') this.#showWords(code)
    else await this.#run()
  }

  async #run(): Promise<void> {
    const [turn, code, visit] = [this.#turn, this.#code, this.#parts.visit()]
    if (!code || !visit) return
    this.#parts.hold(true)
    showOne(this.#screen, 'under-way')
    this.#say('deriving')
    focusOn(find('h2', this.#screen))
    this.#change ??= await this.#begin(visit, code)
    const outcome = (await this.#change?.run((stage) => this.#say(stage))) ?? { kind: 'before' as const }
    if (turn !== this.#turn) return
    if (outcome.kind === 'done' && this.#change) return this.#finish(outcome, this.#change, code)
    if (outcome.kind !== 'begun') return this.#fail(outcome.kind === 'midway' || this.#wasBegun)
    this.#parts.hold(false)
    this.#askForWords(this.#typed)
  }

  async #begin(visit: Visit, code: Code): Promise<CodeChange | null> {
    const keys = await this.#parts.desk.derive(code)
    return keys && new CodeChange(visit, keys, this.#parts.locale, this.#parts.holdings())
  }

  #finish(
    { untold, came }: Extract<ChangeOutcome, { kind: 'done' }>,
    { fresh }: CodeChange,
    code: Code,
  ): void {
    this.reset()
    fillList(
      find('ul', this.#untold),
      untold.map(({ association, offer }) => offer?.name ?? association),
    )
    show(this.#untold, untold.length > 0)
    drawCame(came)
    this.#parts.hold(false)
    this.#parts.onChanged({ visit: fresh, code })
  }

  /** Before anything changed one may still leave; midway, both codes are needed and this page is the way on. */
  #fail(midway: boolean): void {
    this.#parts.hold(midway)
    showOne(this.#screen, 'failed')
    showAll('[data-failed]', false, this.#screen)
    showAll(`[data-failed="${midway ? 'midway' : 'before'}"]`, true, this.#screen)
  }

  #say(stage: string): void {
    showOne(find('[data-change-stage]', this.#screen), stage)
  }

  #drop(): void {
    showCode(this.#screen, null)
    wipeBack(this.#screen)
    find('[data-begun-code]', this.#screen).replaceChildren()
  }
}

function focusOn(heading: HTMLElement): void {
  heading.tabIndex = -1
  heading.focus()
}
