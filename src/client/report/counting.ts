// The one card of this page: a report is counted once. What has left is never sealed afresh, whatever is answered since. Wiping
// leaves ciphertext and what is known of it, since an ending must still say what is true.
import type { Card } from '../../protocol/card.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import { isSealedCard } from './sealed-card.ts'
import { Sending, type Means, type Outcome, type SealedFor } from './sending.ts'
import type { DeskFault } from './worker-messages.ts'

export interface CardMeans extends Pick<Means, 'challenge' | 'solve' | 'post'> {
  sealCard: (card: Card) => Promise<Result<SealedSubmission, DeskFault>>
  /** Fetches the directory of the day, and with it the observatory's key. */
  renew: () => Promise<unknown>
  /** Ends what is being computed. */
  close: () => void
}

/**
 * `unreachable`: it may be tried again as it is. `refused`: the server takes none. `not-sealed`: the phone could not, and nothing
 * left. `failed`: it left, and no receipt came. `cancelled`: given up; what is known of it may have changed all the same.
 */
export type CardOutcome = 'received' | 'cancelled' | 'unreachable' | 'refused' | 'not-sealed' | 'failed'

type Observatory = 'observatory'

export class Counting {
  readonly #means: CardMeans
  readonly #sending: Sending<Observatory>
  #card: Card | null = null
  /** `words` is the card it was sealed from; a repeat posts the same body. */
  #sealed: (SealedFor<Observatory> & { words: string }) | null = null
  #received = false
  #turn = 0

  constructor(means: CardMeans) {
    this.#means = means
    this.#sending = new Sending({
      challenge: means.challenge,
      dated: false,
      solve: means.solve,
      seal: () => this.#seal(),
      isSealed: ({ body }) => isSealedCard(body),
      post: means.post,
    })
  }

  /** A receipt came: this page has no other card to send. */
  get received(): boolean {
    return this.#received
  }

  /** A card left, and no receipt came. */
  get perhapsReceived(): boolean {
    return !this.#received && this.#sending.perhapsReceived.length > 0
  }

  /** It left, or may have: no other card takes its place. */
  get isFixed(): boolean {
    return this.#received || this.perhapsReceived
  }

  /** The card that would leave, for someone whose answers give this one. */
  cardFor(card: Card): Card {
    return this.isFixed ? (this.#card ?? card) : card
  }

  /** Seals ahead of sending. A failure is not told: it is met again at sending. */
  async prepare(card: Card): Promise<void> {
    this.#card = this.cardFor(card)
    await this.#seal()
  }

  /** Without a card, the one that was prepared. */
  async count(card?: Card): Promise<CardOutcome> {
    if (this.#received) return 'received'
    if (card) this.#card = this.cardFor(card)
    const turn = ++this.#turn
    const outcome = await this.#send()
    if (!isOutdated(outcome) || this.isFixed || !this.#card || turn !== this.#turn) return this.#told(outcome)
    this.#sealed = null
    await this.#means.renew()
    return turn === this.#turn ? this.#told(await this.#send()) : 'cancelled'
  }

  /** Gives up what is not yet on the wire. */
  cancel(): void {
    this.#turn++
    this.#sending.cancel()
  }

  /** Nothing of the answers is left; a sealed card and its proof may still leave, as they are. */
  wipe(): void {
    this.cancel()
    this.#means.close()
    this.#card = null
    if (this.#sealed) this.#sealed.words = ''
  }

  async #send(): Promise<Outcome<Observatory>> {
    this.#sending.forgetSealed()
    const outcome = await this.#sending.send()
    this.#received ||= outcome.kind === 'received'
    return outcome
  }

  #told(outcome: Outcome<Observatory>): CardOutcome {
    if (outcome.kind === 'received') return outcome.late ? 'cancelled' : 'received'
    if (outcome.kind === 'cancelled' || outcome.kind === 'unreachable') return outcome.kind
    if (this.perhapsReceived) return 'failed'
    const couldNot =
      outcome.kind === 'not-sealed' || (outcome.kind === 'refused' && outcome.code === 'no-proof')
    return couldNot ? 'not-sealed' : 'refused'
  }

  async #seal(): Promise<Result<SealedFor<Observatory>, DeskFault>> {
    const card = this.#card
    const words = JSON.stringify(card)
    if (!card || this.isFixed || this.#sealed?.words === words)
      return this.#sealed ? accept(this.#sealed) : decline('failed')
    const sealed = await this.#means.sealCard(card)
    if (!sealed.ok) return sealed
    const value = { ...sealed.value, receivers: ['observatory'] as const, words }
    // Answers changed meanwhile, or a card left: this one is for nobody.
    if (card !== this.#card || this.isFixed) return decline('failed')
    if (isSealedCard(value.body)) this.#sealed = value
    return accept(value)
  }
}

/** The observatory's key is no longer the one it was sealed to. */
const isOutdated = (outcome: Outcome<Observatory>): boolean =>
  outcome.kind === 'refused' && outcome.code === 'wrong-recipient'
