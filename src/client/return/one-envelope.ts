// Sends one signed message to one association: its number is looked up first, then challenge, proof, seal, post, digest. Sent again
// after a lost answer it is the same envelope, which the server keeps once. Where another phone with the same code was faster it takes
// the next number, once.
import { threadOf, tokenOf } from '../../crypto/links.ts'
import { randomHex } from '../../crypto/random.ts'
import type { Day } from '../../protocol/day.ts'
import { accept, decline } from '../../protocol/result.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import type { Unsigned } from '../../sealing/sign-contents.ts'
import type { FollowUp, NewCode, Withdrawal } from '../../protocol/thread.ts'
import { isSealed, Sending, type Outcome } from '../report/sending.ts'
import type { Offer } from '../report/worker-messages.ts'
import { nextNumber } from './own-envelopes.ts'
import type { Visit } from './visit.ts'

export type EnvelopeStage = 'proof' | 'posting'

type FaultKind = Exclude<Outcome['kind'], 'received'>

/** `full`: the association can take no more envelopes of this author. */
export type EnvelopeOutcome =
  | { kind: 'received'; message: string; number: number; writtenOn: Day }
  | { kind: FaultKind | 'full' }

/** What all three kinds of message say: from whom it is, in which thread, on the server's day. */
type Common = Omit<Unsigned<Withdrawal>, 'kind'>

/** The message, around what all of them say. */
export type Write = (common: Common) => Unsigned<FollowUp | Withdrawal | NewCode>

interface Envelope {
  visit: Visit
  association: string
  locale: Locale
  write: Write
  onStage?: (stage: EnvelopeStage) => void
  /** A number that an earlier message may have taken without anybody knowing: this one takes a later one. */
  after?: number | null
}

const MESSAGE_BYTES = 16

export class OneEnvelope {
  readonly #envelope: Envelope
  readonly #sending: Sending
  readonly #message = randomHex(MESSAGE_BYTES)
  #number: number | null = null
  /** A number that is known to be taken, whether or not it is found: this message takes a later one. */
  #taken: number | null
  #writtenOn: Day | null = null

  constructor(envelope: Envelope) {
    this.#envelope = envelope
    this.#taken = envelope.after ?? null
    this.#sending = this.#makeSending()
  }

  /** The place it takes among this author's envelopes, once it is known. */
  get number(): number | null {
    return this.#number
  }

  async send(): Promise<EnvelopeOutcome> {
    const first = await this.#sendOnce()
    const outcome = first === 'token-taken' ? await this.#sendOnce() : first
    return outcome === 'token-taken' ? { kind: 'refused' } : outcome
  }

  async #sendOnce(): Promise<EnvelopeOutcome | 'token-taken'> {
    this.#envelope.onStage?.('proof')
    const fault = await this.#takeNumber()
    if (fault) return { kind: fault }
    const outcome = await this.#sending.send()
    if (outcome.kind === 'refused' && outcome.code === 'token-taken') {
      this.#taken = this.#number
      this.#number = null
      this.#sending.forgetSealed()
      return 'token-taken'
    }
    if (outcome.kind === 'directory-changed') await this.#envelope.visit.means.thread.restart()
    if (outcome.kind !== 'received') return { kind: outcome.kind }
    const [number, writtenOn] = [this.#number, this.#writtenOn]
    if (number === null || writtenOn === null) throw new Error('received without having been sealed')
    return { kind: 'received', message: this.#message, number, writtenOn }
  }

  /** Gives it up; what is on the wire may still arrive. */
  cancel(): void {
    this.#sending.forget()
  }

  /** Just before it is needed: two messages of one number are one to the server, and the second would be lost. */
  async #takeNumber(): Promise<'unreachable' | 'refused' | 'full' | null> {
    if (this.#number !== null) return null
    const { visit, association } = this.#envelope
    const found = await visit.means.network.find(visit.keys.links, [association])
    if (!found.ok) return found.reason === 'unreachable' ? 'unreachable' : 'refused'
    const taken = found.value.get(association) ?? []
    this.#number = nextNumber(this.#taken === null ? taken : [...taken, { number: this.#taken }])
    return this.#number === null ? 'full' : null
  }

  #makeSending(): Sending {
    const { visit, association, locale, write, onStage } = this.#envelope
    const { keys, means } = visit
    const { network, thread } = means
    return new Sending({
      challenge: () => network.challenge(),
      dated: true,
      solve: (challenge) => network.solve(challenge),
      seal: async (writtenOn) => {
        const number = this.#number
        if (!writtenOn || number === null) return decline('failed')
        const receiver = openOffer(await thread.offers(), association)
        if (!receiver) return decline('no-such-recipient')
        this.#writtenOn = writtenOn
        const message = write({
          version: 1,
          thread: await threadOf(keys.links, association),
          message: this.#message,
          writtenOn,
          locale,
          association,
        })
        const token = await tokenOf(keys.links, association, number)
        const sealed = await thread.seal(message, keys, token)
        return sealed.ok ? accept({ ...sealed.value, receivers: [receiver] }) : sealed
      },
      isSealed,
      post: (body, proof) => {
        onStage?.('posting')
        return network.post(body, proof)
      },
    })
  }
}

/** The association, while it takes anything. */
export const openOffer = (offers: readonly Offer[] | null, association: string): Offer | undefined =>
  offers?.find((offer) => offer.association === association && offer.status === 'active')
