// The panel of the return code: makes one, shows it, asks two words back, and derives its keys meanwhile. It is one panel, which
// moves to the step that needs it. The words leave the page with it.
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import { askBack, wipeBack } from '../code/code-back.ts'
import type { CodeDesk } from '../code/code-desk.ts'
import type { Code } from '../code/code-messages.ts'
import { showCode } from '../code/code-view.ts'
import { find, showAll, showOne } from '../dom.ts'

/** What it is for. A pause has a step of its own. */
export type Use = 'send' | 'keep' | 'pause'

type Stage =
  | 'making'
  | 'failed'
  | 'shown'
  | 'back'
  | 'known'
  | 'deriving'
  | 'putting'
  | 'unreachable'
  | 'too-long'
  | 'refused'

export class CodePanel {
  readonly #panel = find('[data-panel]')
  readonly #desk: CodeDesk
  readonly #onKeys: (keys: ReturnKeys) => void
  #code: Code | null = null
  #keys: Promise<ReturnKeys | null> | null = null
  #known = false

  /** `onKeys` hears that the words were noted, or passed over, and the keys are there. */
  constructor(desk: CodeDesk, onKeys: (keys: ReturnKeys) => void) {
    this.#desk = desk
    this.#onKeys = onKeys
    this.#on('[data-make]', () => void this.#begin())
    this.#on('[data-noted]', () => void this.#ask())
    this.#on('[data-known-on]', () => void this.#finish())
    this.#on('[data-see]', () => this.#showWords())
  }

  /** The words, once there are any. */
  get code(): Code | null {
    return this.#code
  }

  /** A code that was typed to come back: its words are known already. */
  adopt(code: Code, keys: ReturnKeys): void {
    this.#code = code
    this.#keys = Promise.resolve(keys)
    this.#known = true
  }

  open(use: Use): void {
    find(`[data-panel-here="${use === 'pause' ? use : 'code'}"]`).append(this.#panel)
    showAll('[data-use]', false, this.#panel)
    showAll(`[data-use="${use}"]`, true, this.#panel)
    if (this.#known) this.show('known')
    else void this.#begin()
  }

  show(stage: Stage): void {
    showOne(this.#panel, stage)
  }

  wipe(): void {
    this.#code = null
    this.#keys = null
    this.#known = false
    showCode(this.#panel, null)
    wipeBack(this.#panel)
    this.show('making')
  }

  async #begin(): Promise<void> {
    if (this.#code) return this.#showWords()
    this.show('making')
    this.#code = await this.#desk.make()
    if (!this.#code) return this.show('failed')
    this.#showWords()
  }

  #showWords(): void {
    if (!this.#code) return
    showCode(this.#panel, this.#code, () => {
      this.#code = null
      this.#keys = null
      void this.#begin().then(() => find('[data-code-words]', this.#panel).focus())
    })
    this.show('shown')
    // While they are being written down.
    void this.#derive()
  }

  async #ask(): Promise<void> {
    const code = this.#code
    if (!code) return
    if (this.#known) return this.#finish()
    this.show('back')
    const answer = await askBack(this.#panel, code)
    if (answer === 'again') {
      this.#showWords()
      return find('[data-code-words]', this.#panel).focus()
    }
    this.#known = true
    await this.#finish()
  }

  async #finish(): Promise<void> {
    this.show('deriving')
    const keys = await this.#derive()
    if (!keys) return this.show('failed')
    this.show('known')
    this.#onKeys(keys)
  }

  #derive(): Promise<ReturnKeys | null> {
    const code = this.#code
    if (!code) return Promise.resolve(null)
    const bar = find<HTMLProgressElement>('[data-one="deriving"] progress', this.#panel)
    this.#keys ??= this.#desk
      .derive(code, (done) => (bar.value = done))
      .then((keys) => {
        if (!keys) this.#keys = null
        // It takes 19 MB, and is started again when something is to be signed.
        else this.#desk.close()
        return keys
      })
    return this.#keys
  }

  #on(selector: string, act: () => void): void {
    find(selector, this.#panel).addEventListener('click', act)
  }
}
