// Being counted, as the page shows it: the exact words, the button, how it went, alone or after a report. It draws; what may leave,
// and once only, is decided by `Counting`.
import { cardOf } from '../../domain/card.ts'
import type { Card } from '../../protocol/card.ts'
import type { Account } from '../../protocol/report.ts'
import { find, show } from '../dom.ts'
import { showCardOutcome, writeCardPreview } from './card-words.ts'
import type { Counting } from './counting.ts'
import type { Finish } from './finish.ts'
import { platformIdOf } from './listed-platforms.ts'
import { showCardSent } from './sending-view.ts'

export interface BeingCounted {
  /** The card by which this report would be counted. Once a card has left, it is that one. */
  card: () => Card
  /** Shows the exact words that would leave, and that they can be changed as long as they can. */
  show: () => void
  /** The card alone. It may be tried again, and an answer that comes once the step was left is not taken for an ending. */
  alone: () => Promise<void>
  /** The card that was prepared leaves once the report is received, and the receipt says how it went. */
  afterReport: () => Promise<void>
  /** Leaving the step gives up what is not yet on the wire. */
  stop: () => void
}

export function beingCounted(
  form: HTMLFormElement,
  counting: Counting,
  finish: Finish,
  account: () => Account,
): BeingCounted {
  const card = (): Card => counting.cardFor(cardOf(account(), platformIdOf))
  const showCard = (): void => {
    writeCardPreview(form, card())
    show(find('[data-card-change]'), !counting.isFixed)
  }
  return {
    card,
    show: showCard,
    alone: async () => {
      showCardOutcome('under-way')
      const outcome = await counting.count(card())
      if (outcome === 'cancelled') return finish.tell()
      if (outcome === 'received') return finish.end()
      showCardOutcome(outcome)
      showCard()
    },
    afterReport: async () => {
      showCardSent('waiting')
      const received = (await counting.count()) === 'received'
      if (received) finish.tell()
      showCardSent(received ? 'received' : 'failed')
    },
    stop: () => {
      counting.cancel()
      showCardOutcome(null)
    },
  }
}
