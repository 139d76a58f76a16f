// More words for one association: sealed and sent as one envelope, then a copy kept for oneself. The same words sent again after a
// lost answer are the same message; other words are another one, under a number that the first cannot have taken.
import type { Granting } from '../../protocol/thread.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import type { Said } from './holdings.ts'
import { OneEnvelope, type EnvelopeOutcome, type EnvelopeStage } from './one-envelope.ts'
import type { Visit } from './visit.ts'

export interface Words {
  text: string
  granting: Granting | null
}

/** `not-kept`: the association has it, the author's own mailbox does not. */
export type SpokenOutcome =
  | { kind: 'received' | 'not-kept'; said: Said; number: number }
  | { kind: Exclude<EnvelopeOutcome['kind'], 'received'> }

export class Speaking {
  readonly #visit: Visit
  readonly #association: string
  readonly #locale: Locale
  #asked = ''
  #envelope: OneEnvelope | null = null

  constructor(visit: Visit, association: string, locale: Locale) {
    this.#visit = visit
    this.#association = association
    this.#locale = locale
  }

  async send(words: Words, onStage: (stage: EnvelopeStage) => void): Promise<SpokenOutcome> {
    const outcome = await this.#envelopeFor(words, onStage).send()
    if (outcome.kind !== 'received') return { kind: outcome.kind }
    this.forget()
    const { message, number, writtenOn: day } = outcome
    const said: Said = { ...words, who: 'you', message, day, withdrew: false, asking: null }
    const kept = await keepCopy(this.#visit, this.#association, said)
    return { kind: kept ? 'received' : 'not-kept', said, number }
  }

  /** Words are dropped; what is on the wire may still arrive. */
  forget(): void {
    this.#envelope?.cancel()
    this.#envelope = null
    this.#asked = ''
  }

  #envelopeFor({ text, granting }: Words, onStage: (stage: EnvelopeStage) => void): OneEnvelope {
    const asked = JSON.stringify([text, granting])
    if (this.#envelope && this.#asked === asked) return this.#envelope
    const added = granting ? { text, granting } : { text }
    this.#asked = asked
    this.#envelope = new OneEnvelope({
      visit: this.#visit,
      association: this.#association,
      locale: this.#locale,
      write: (common) => ({ kind: 'follow-up', ...common, ...added }),
      onStage,
      after: this.#envelope?.number ?? null,
    })
    return this.#envelope
  }
}

/** Whether a copy of what was said lies in the author's own mailbox. That an agreement was taken back stays known the longest. */
export async function keepCopy(
  { keys, means: { thread, network } }: Visit,
  association: string,
  { message, day, text, withdrew, granting }: Said,
): Promise<boolean> {
  const what = withdrew ? 'withdrawal' : 'follow-up'
  const added = granting ? { granting } : {}
  const sealed = await thread.sealOwn(
    { kind: 'copy', version: 1, what, association, message, writtenOn: day, text, ...added },
    keys,
  )
  return sealed.ok && (await network.write(keys, sealed.value, withdrew ? 'year' : 'message')).ok
}
