// How it ends: wipes the page first, then says what is true of what left it. Names of associations outlive the wiping, since an
// ending must still say who received; nothing of what was written does.
import type { Counting } from './counting.ts'
import { endingFor, type AskedEnding } from './ending.ts'
import type { Journey } from './journey.ts'
import type { Sending } from './sending.ts'
import { showCardSent, showPerhapsSent, showTold, writeReceipt } from './sending-view.ts'
import type { Offer } from './worker-messages.ts'

/** Where what becomes of it is decided: what may have left already is said there. */
const DECIDING = ['path', 'keep']

interface Parts {
  journey: Journey
  sending: Sending
  counting: Counting
  wipe: () => void
}

export class Finish {
  readonly #parts: Parts
  readonly #received = new Map<string, Offer>()
  #canBeAnswered = false
  #asked: AskedEnding = 'unsent'
  #shown = ''

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** `answerable`: what they received carried a way to answer. */
  received(receivers: readonly Offer[], answerable: boolean): void {
    for (const offer of receivers) this.#received.set(offer.association, offer)
    this.#canBeAnswered ||= answerable
  }

  /** Says along the way what is known of what has left; at an ending, what has become known since. */
  tell(): void {
    const { journey, counting } = this.#parts
    if (journey.ended) return this.end()
    const isDeciding = DECIDING.includes(journey.current)
    const perhaps = this.#perhaps
    showTold([...this.#received.values()], counting.received, perhaps.length > 0 || counting.perhapsReceived)
    showPerhapsSent(isDeciding ? perhaps : [], isDeciding && counting.perhapsReceived)
  }

  /** Ends as asked, as far as that is true. Asked again, it tells what has become known since. */
  end(asked: AskedEnding = this.#asked): void {
    this.#asked = asked
    const { journey, counting, wipe } = this.#parts
    if (!journey.ended) wipe()
    const receivers = [...this.#received.values()]
    const perhaps = this.#perhaps
    const ending = endingFor(asked, {
      received: receivers.length > 0,
      counted: counting.received,
      perhaps: perhaps.length > 0 || counting.perhapsReceived,
    })
    const names = [...receivers, ...perhaps].map(({ association }) => association)
    const told = [ending, counting.perhapsReceived, receivers.length, ...names].join(' ')
    // What changes nothing moves nobody.
    if (told === this.#shown) return
    this.#shown = told
    writeReceipt(receivers, this.#canBeAnswered)
    // Where the story was put away, what had left before is said besides.
    if (ending === asked && asked !== 'unsent') showTold(receivers, counting.received, perhaps.length > 0)
    showCardSent(counting.received ? 'received' : null)
    showPerhapsSent(perhaps, counting.perhapsReceived)
    journey.end(ending)
  }

  /** Those who may have received something, and are not known to have received anything. */
  get #perhaps(): Offer[] {
    const { sending } = this.#parts
    return sending.perhapsReceived.filter(({ association }) => !this.#received.has(association))
  }
}
