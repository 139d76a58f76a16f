// Takes an agreement back: what nobody opened is deleted, then a signed message tells the association. In that order, so that the
// message is never deleted with the rest. It cannot recall what was read, and never says that it did.
import type { Locale } from '../../protocol/vocabulary.ts'
import type { Said } from './holdings.ts'
import { OneEnvelope, openOffer, type EnvelopeStage } from './one-envelope.ts'
import type { OwnEnvelopes } from './own-envelopes.ts'
import { keepCopy } from './speaking.ts'
import type { Visit } from './visit.ts'

/**
 * `nothing`: the site could not be reached. `half`: what was unopened is deleted, and the message has not arrived. `untold`: the
 * same, and the association receives nothing at present.
 */
export type WithdrawnOutcome =
  | { kind: 'received' | 'not-kept'; said: Said; number: number }
  | { kind: 'nothing' | 'half' | 'untold' }

export class Withdrawing {
  readonly #visit: Visit
  readonly #association: string
  readonly #envelope: OneEnvelope
  #onStage: (stage: EnvelopeStage) => void = () => {}
  #erased = false
  /** What nobody had opened when it was first looked at: its files go too, even if a first attempt stopped between. */
  #unopened: OwnEnvelopes | null = null

  constructor(visit: Visit, association: string, locale: Locale) {
    this.#visit = visit
    this.#association = association
    this.#envelope = new OneEnvelope({
      visit,
      association,
      locale,
      write: (common) => ({ kind: 'withdrawal', ...common }),
      onStage: (stage) => this.#onStage(stage),
    })
  }

  /** Asked again after a fault, it does what is left. */
  async withdraw(onStage: (stage: EnvelopeStage) => void): Promise<WithdrawnOutcome> {
    this.#onStage = onStage
    onStage('proof')
    if (!this.#erased && !(await this.#eraseUnopened())) return { kind: 'nothing' }
    this.#erased = true
    const outcome = await this.#envelope.send()
    if (outcome.kind !== 'received') {
      const offers = await this.#visit.means.thread.offers()
      return { kind: offers && !openOffer(offers, this.#association) ? 'untold' : 'half' }
    }
    const { message, number, writtenOn: day } = outcome
    const said: Said = { who: 'you', message, day, text: '', withdrew: true, granting: null, asking: null }
    const kept = await keepCopy(this.#visit, this.#association, said)
    return { kind: kept ? 'received' : 'not-kept', said, number }
  }

  async #eraseUnopened(): Promise<boolean> {
    const { keys, means } = this.#visit
    const { network } = means
    if (!this.#unopened) {
      const found = await network.find(keys.links, [this.#association], 'all')
      if (!found.ok) return false
      const unopened = (found.value.get(this.#association) ?? []).filter(({ status }) => status === 'waiting')
      this.#unopened = new Map([[this.#association, unopened]])
    }
    const erased = await network.eraseEnvelopes(keys.links, this.#unopened, 'unopened')
    return erased.ok && (await network.releaseFiles(keys.links, this.#unopened)).ok
  }
}
