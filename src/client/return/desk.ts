// What is open on the page: the code, its keys, what they hold, and each act on it. It draws again after each; `drop` forgets all.
import type { Resumed } from '../report/resumed.ts'
import type { Offer } from '../report/worker-messages.ts'
import type { BackFiles } from './back-files.ts'
import { containsCode, type Code } from '../../crypto/return-code.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { find } from '../dom.ts'
import { sayInCard, type Saying } from './correspondence-view.ts'
import { eraseMessages } from './erasing.ts'
import { clearHere, drawAgain, drawHere, lockHere, sayRefreshed, type HereActs } from './here-view.ts'
import {
  correspondence as correspondenceOf,
  type Correspondence,
  type Holdings,
  type KeptDraft,
  type Said,
} from './holdings.ts'
import { nextNumber } from './own-envelopes.ts'
import { Speaking, type SpokenOutcome, type Words } from './speaking.ts'
import { look, type LookFault, type LookStage, type Visit } from './visit.ts'
import { Withdrawing, type WithdrawnOutcome } from './withdrawing.ts'

/** What the form is told beside the story. */
export type Known = Pick<Resumed, 'numbers' | 'withdrawn' | 'code'>

interface Parts {
  locale: Locale
  files: BackFiles
  /** The form takes the place of this page. False when it did not arrive. */
  resume: (kept: KeptDraft, known: Known) => Promise<boolean>
}

export class Desk {
  readonly #parts: Parts
  #visit: Visit | null = null
  #code: Code | null = null
  #holdings: Holdings | null = null
  #offers: readonly Offer[] = []
  #turn = 0
  /** The form has taken the place of what this draws. */
  #handedOver = false
  readonly #acts: HereActs = {
    holdsCode: (text) => this.#code !== null && containsCode(text, this.#code),
    armFiles: (form, association) => this.#parts.files.arm(form, association),
    filesGo: (association) => this.#parts.files.goTo(association),
    speak: (correspondence, words, say) => this.#alone(() => this.#speak(correspondence, words, say)),
    withdraw: (correspondence, say) => this.#alone(() => this.#withdraw(correspondence, say)),
    resume: (kept) => this.#alone(() => this.#resume(kept)),
    eraseDraft: (kept) => this.#alone(() => this.#eraseDraft(kept)),
    clearUnproven: () => this.#alone(() => this.#clearUnproven()),
  }
  readonly #speaking = new Map<string, Speaking>()
  readonly #withdrawing = new Map<string, Withdrawing>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get visit(): Visit | null {
    return this.#visit
  }

  /** What is on the page. */
  get holdings(): Holdings | null {
    return this.#holdings
  }

  /** From now on it is about this code. Nothing is looked at yet. */
  take(visit: Visit, code: Code): void {
    this.drop()
    this.#visit = visit
    this.#code = code
  }

  /** Looks at all there is, and draws it. Null: it went well, or was given up. */
  async open(onStage: (stage: LookStage) => void): Promise<LookFault | null> {
    const visit = this.#visit
    if (!visit) return null
    const turn = this.#turn
    const holdings = await look(visit, onStage)
    const offers = await visit.means.thread.offers()
    if (turn !== this.#turn) return null
    if (!holdings.ok) return holdings.reason
    this.#holdings = holdings.value
    this.#offers = offers ?? []
    this.#draw()
    return null
  }

  /** The same, on the page that is open. What is typed and not sent stays. */
  async refresh(): Promise<void> {
    const turn = this.#turn
    sayRefreshed('looking')
    const fault = await this.#alone(() => this.open(() => {}))
    if (turn === this.#turn) sayRefreshed(fault ? 'failed' : 'done')
  }

  drop(): void {
    this.#turn++
    for (const speaking of this.#speaking.values()) speaking.forget()
    this.#speaking.clear()
    this.#withdrawing.clear()
    this.#parts.files.wipe()
    this.#visit = null
    this.#code = null
    this.#holdings = null
  }

  #draw(): void {
    if (!this.#holdings) return
    drawHere(this.#holdings, this.#offers, this.#acts)
    this.#parts.files.drawn()
  }

  /** Nothing else may be begun meanwhile. */
  async #alone<Outcome>(act: () => Promise<Outcome>): Promise<Outcome> {
    const touched = document.activeElement
    lockHere(true)
    try {
      return await act()
    } finally {
      if (!this.#handedOver) lockHere(false)
      // A button that waits loses the focus: whoever reads by ear must not be led back to the top.
      const lost = document.activeElement === document.body
      if (lost && touched instanceof HTMLElement) touched.focus({ preventScroll: true })
    }
  }

  /** By association, the number of the next envelope; none where it can take no more. */
  #numbers(): Record<string, number> {
    const held = this.#holdings?.correspondences ?? []
    return Object.fromEntries(
      held.flatMap(({ association, envelopes }) => {
        const number = nextNumber(envelopes)
        return number === null ? [] : [[association, number]]
      }),
    )
  }

  async #resume(kept: KeptDraft): Promise<boolean> {
    const code = this.#code
    if (!code) return false
    const withdrawn = (this.#holdings?.correspondences ?? [])
      .filter(({ standing }) => standing === 'withdrawn')
      .map(({ association }) => association)
    this.#handedOver = await this.#parts.resume(kept, { numbers: this.#numbers(), withdrawn, code })
    return this.#handedOver
  }

  async #eraseDraft({ id }: KeptDraft): Promise<boolean> {
    const [visit, turn] = [this.#visit, this.#turn]
    if (!visit || !(await eraseMessages(visit, [id]))) return false
    if (turn !== this.#turn || !this.#holdings) return true
    this.#holdings = { ...this.#holdings, drafts: this.#holdings.drafts.filter((kept) => kept.id !== id) }
    this.#draw()
    sayRefreshed('erased')
    find('[data-view="here"] h2').focus()
    return true
  }

  async #clearUnproven(): Promise<boolean> {
    const [visit, turn, held] = [this.#visit, this.#turn, this.#holdings]
    if (!visit || !held || !(await eraseMessages(visit, held.unproven))) return false
    if (turn !== this.#turn || !this.#holdings) return true
    this.#holdings = { ...this.#holdings, untrusted: [], damaged: 0, unproven: [] }
    this.#draw()
    sayRefreshed('cleared')
    find('[data-view="here"] h2').focus()
    return true
  }

  async #speak(
    { association }: Correspondence,
    words: Omit<Words, 'files'>,
    say: (saying: Saying) => void,
  ): Promise<SpokenOutcome['kind']> {
    const [visit, turn] = [this.#visit, this.#turn]
    if (!visit) return 'cancelled'
    // Each question has its own sending: an answer that is under way is not the text beneath it.
    const key = `${association} ${words.granting?.message ?? ''}`
    const speaking = this.#speaking.get(key) ?? new Speaking(visit, association, this.#parts.locale)
    this.#speaking.set(key, speaking)
    const files = words.granting ? null : this.#parts.files.of(association)
    files?.lock(true)
    const outcome = await speaking.send({ ...words, files }, say)
    if (turn !== this.#turn) return outcome.kind
    files?.lock(false)
    if (!('said' in outcome)) return outcome.kind
    files?.wipe()
    this.#add(association, outcome.said, outcome.number, 'sending', outcome.kind)
    return outcome.kind
  }

  async #withdraw(
    { association }: Correspondence,
    say: (saying: Saying) => void,
  ): Promise<WithdrawnOutcome['kind']> {
    const [visit, turn] = [this.#visit, this.#turn]
    if (!visit) return 'nothing'
    const withdrawing =
      this.#withdrawing.get(association) ?? new Withdrawing(visit, association, this.#parts.locale)
    this.#withdrawing.set(association, withdrawing)
    const outcome = await withdrawing.withdraw(say)
    if (turn === this.#turn && 'said' in outcome)
      this.#add(association, outcome.said, outcome.number, 'withdrawing', outcome.kind)
    return outcome.kind
  }

  /** What has just arrived is shown as the last thing said, without asking the site again. */
  #add(
    association: string,
    said: Said,
    number: number,
    place: 'sending' | 'withdrawing',
    saying: Saying,
  ): void {
    if (!this.#holdings) return
    const correspondences = this.#holdings.correspondences.map((each) => {
      if (each.association !== association) return each
      const envelopes = [...each.envelopes, { number, status: 'waiting' as const }]
      return correspondenceOf(association, each.offer, envelopes, [...each.talk, said])
    })
    this.#holdings = { ...this.#holdings, correspondences }
    const changed = correspondences.find((each) => each.association === association)
    if (changed) drawAgain(changed, this.#offers, this.#acts, said.text)
    this.#parts.files.drawn()
    sayInCard(association, place, saying)
  }

  clear(): void {
    this.drop()
    clearHere()
  }
}
