// Sends one signed message to one association: its number is looked up first, then challenge, proof, seal, post, digest. Sent again
// after a lost answer it is the same envelope, which the server keeps once. Where another phone with the same code was faster it takes
// the next number, once.
import { holdOf, threadOf, tokenOf } from '../../crypto/links.ts'
import { randomHex } from '../../crypto/random.ts'
import type { Attachments } from '../../protocol/attachment.ts'
import type { Day } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import type { Unsigned } from '../../sealing/sign-contents.ts'
import type { FollowUp, NewCode, Withdrawal } from '../../protocol/thread.ts'
import type { FilesStop, Holder } from '../files/files-for.ts'
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
export type Write = (
  common: Common,
  attachments: Attachments | null,
) => Unsigned<FollowUp | Withdrawal | NewCode>

interface Envelope {
  visit: Visit
  association: string
  locale: Locale
  write: Write
  onStage?: (stage: EnvelopeStage) => void
  /** A number that an earlier message may have taken without anybody knowing: this one takes a later one. */
  after?: number | null
  /** Has the files of the message held for this envelope, just before it is sealed. */
  attach?: (holder: Holder) => Promise<Result<Attachments | null, FilesStop>>
}

const MESSAGE_BYTES = 16

export class OneEnvelope {
  readonly #envelope: Envelope
  readonly #sending: Sending
  readonly #message = randomHex(MESSAGE_BYTES)
  #number: number | null = null
  /** Something was sealed under this number, and may have left. */
  #used = false
  #cancelled = false
  /** A number that is known to be taken, whether or not it is found: this message takes a later one. */
  #taken: number | null
  #writtenOn: Day | null = null

  constructor(envelope: Envelope) {
    this.#envelope = envelope
    this.#taken = envelope.after ?? null
    this.#sending = this.#makeSending()
  }

  /** The place it takes among this author's envelopes, once it is known; before, the one that it comes after. */
  get number(): number | null {
    return this.#number ?? this.#taken
  }

  async send(): Promise<EnvelopeOutcome> {
    const first = await this.#sendOnce()
    const outcome = first === 'token-taken' ? await this.#sendOnce() : first
    return outcome === 'token-taken' ? { kind: 'refused' } : outcome
  }

  async #sendOnce(): Promise<EnvelopeOutcome | 'token-taken'> {
    this.#envelope.onStage?.('proof')
    const fault = await this.#takeNumber()
    if (this.#cancelled) return { kind: 'cancelled' }
    if (fault) return { kind: fault }
    const outcome = await this.#sending.send()
    if (outcome.kind === 'refused' && outcome.code === 'token-taken') {
      this.#taken = this.#number
      this.#number = null
      this.#used = false
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
    this.#cancelled = true
    this.#sending.forget()
  }

  /** Just before it is needed: two messages of one number are one to the server, and the second would be lost. */
  async #takeNumber(): Promise<'unreachable' | 'refused' | 'full' | null> {
    if (this.#number !== null && this.#used) return null
    this.#number = null
    const { visit, association } = this.#envelope
    const found = await visit.means.network.find(visit.keys.links, [association])
    if (!found.ok) return found.reason === 'unreachable' ? 'unreachable' : 'refused'
    const taken = found.value.get(association) ?? []
    this.#number = nextNumber(this.#taken === null ? taken : [...taken, { number: this.#taken }])
    return this.#number === null ? 'full' : null
  }

  #makeSending(): Sending {
    const { visit, association, locale, write, onStage, attach } = this.#envelope
    const { keys, means } = visit
    const { network, thread: workers } = means
    return new Sending({
      challenge: () => network.challenge(),
      dated: true,
      solve: (challenge) => network.solve(challenge),
      seal: async (writtenOn) => {
        const number = this.#number
        if (!writtenOn || number === null) return decline('failed')
        const receiver = openOffer(await workers.offers(), association)
        if (!receiver) return decline('no-such-recipient')
        const hold = await holdOf(keys.links, association, number)
        const attachments = (await attach?.({ association, hold })) ?? accept(null)
        if (!attachments.ok) return attachments
        if (this.#cancelled) return decline('failed')
        this.#writtenOn = writtenOn
        const thread = await threadOf(keys.links, association)
        const common = { version: 1, thread, message: this.#message, writtenOn, locale, association } as const
        const message = write(common, attachments.value)
        const token = await tokenOf(keys.links, association, number)
        const sealed = await workers.seal(message, keys, token)
        this.#used ||= sealed.ok
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
