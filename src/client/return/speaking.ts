// More words for one association: sealed and sent as one envelope, then a copy kept for oneself. The same words sent again after a
// lost answer are the same message; other words are another one, under a number that the first cannot have taken.
import { holdOf, threadOf, tokenOf } from '../../crypto/links.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { AwaitedEnvelope } from '../../protocol/transfer.ts'
import { tokenHashOf } from '../../sealing/token-hash.ts'
import type { Granting } from '../../protocol/thread.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import type { Said } from './holdings.ts'
import type { MessageFiles } from './message-files.ts'
import { OneEnvelope, type EnvelopeOutcome, type EnvelopeStage } from './one-envelope.ts'
import { nextNumber } from './own-envelopes.ts'
import type { Visit } from './visit.ts'

export interface Words {
  text: string
  granting: Granting | null
  files: MessageFiles | null
}

/** `not-kept`: the association has it, the author's own mailbox does not. `empty`: without its files it says nothing. */
export type SpokenOutcome =
  | { kind: 'received' | 'not-kept'; said: Said; number: number }
  | { kind: Exclude<EnvelopeOutcome['kind'], 'received'> | 'empty' }

/** `ahead`: its files are on their way. */
export type SpeakingStage = EnvelopeStage | 'ahead'

export class Speaking {
  readonly #visit: Visit
  readonly #association: string
  readonly #locale: Locale
  #asked = ''
  #envelope: OneEnvelope | null = null
  #turn = 0
  /** How many files the envelope tells of. */
  #attached = 0

  constructor(visit: Visit, association: string, locale: Locale) {
    this.#visit = visit
    this.#association = association
    this.#locale = locale
  }

  async send(words: Words, onStage: (stage: SpeakingStage) => void): Promise<SpokenOutcome> {
    const { text, granting, files } = words
    const turn = this.#turn
    if (files?.goes) {
      onStage('ahead')
      const sent = await files.send()
      if (turn !== this.#turn) return { kind: 'cancelled' }
      if (!sent.ok) return { kind: sent.reason }
    }
    if (saysNothing(words)) return { kind: 'empty' }
    const awaited = granting?.answer === 'yes' ? await this.#awaitedFrom(granting.to) : accept(null)
    if (turn !== this.#turn) return { kind: 'cancelled' }
    if (!awaited.ok) return { kind: awaited.reason }
    const outcome = await this.#envelopeFor(words, awaited.value, onStage).send()
    if (turn !== this.#turn && outcome.kind !== 'received') return { kind: 'cancelled' }
    if (outcome.kind !== 'received') {
      // A file that was taken out on its way is not in what was sealed.
      if (this.#envelope) this.#asked = wordsKey(words)
      return { kind: outcome.kind === 'files' && saysNothing(words) ? 'empty' : outcome.kind }
    }
    const attached = this.#attached > 0 ? { files: this.#attached } : {}
    this.forget()
    const { message, number, writtenOn: day } = outcome
    const said: Said = {
      who: 'you',
      message,
      day,
      text,
      withdrew: false,
      granting,
      asking: null,
      ...attached,
    }
    const kept = await keepCopy(this.#visit, this.#association, said)
    return { kind: kept ? 'received' : 'not-kept', said, number }
  }

  /** Words are dropped; what is on the wire may still arrive. */
  forget(): void {
    this.#turn++
    this.#envelope?.cancel()
    this.#envelope = null
    this.#asked = ''
    this.#attached = 0
  }

  /** Where what is passed on with this yes can be found again, seen and taken back like anything one sent. */
  async #awaitedFrom(
    association: string,
  ): Promise<Result<AwaitedEnvelope, 'unreachable' | 'refused' | 'full'>> {
    const { keys, means } = this.#visit
    const found = await means.network.find(keys.links, [association])
    if (!found.ok) return decline(found.reason === 'unreachable' ? 'unreachable' : 'refused')
    const number = nextNumber(found.value.get(association))
    if (number === null) return decline('full')
    return accept({
      thread: await threadOf(keys.links, association),
      tokenHash: await tokenHashOf(await tokenOf(keys.links, association, number)),
      hold: await holdOf(keys.links, association, number),
    })
  }

  #envelopeFor(
    words: Words,
    at: AwaitedEnvelope | null,
    onStage: (stage: EnvelopeStage) => void,
  ): OneEnvelope {
    const asked = wordsKey(words)
    if (this.#envelope && this.#asked === asked) return this.#envelope
    const { text, granting, files } = words
    const granted = granting && at ? { ...granting, at } : granting
    const added = granted ? { text, granting: granted } : { text }
    this.#asked = asked
    this.#attached = 0
    this.#envelope = new OneEnvelope({
      visit: this.#visit,
      association: this.#association,
      locale: this.#locale,
      write: (common, attachments) => ({
        kind: 'follow-up',
        ...common,
        ...added,
        ...(attachments ? { attachments } : {}),
      }),
      onStage,
      after: this.#envelope?.number ?? null,
      attach: async (holder) => {
        const held = files?.goes ? await files.hold(holder) : accept(null)
        if (!held.ok) return held
        this.#attached = held.value?.files.length ?? 0
        return !held.value && saysNothing(words) ? decline('files') : held
      },
    })
    return this.#envelope
  }
}

/** Another once another message would go. */
const wordsKey = ({ text, granting, files }: Words): string =>
  JSON.stringify([text, granting, files?.goes ? files.version : null])

const saysNothing = ({ text, granting, files }: Words): boolean =>
  text.trim() === '' && granting === null && !files?.goes

/** Whether a copy of what was said lies in the author's own mailbox. That an agreement was taken back stays known the longest. */
export async function keepCopy(
  { keys, means: { thread, network } }: Visit,
  association: string,
  { message, day, text, withdrew, granting, files }: Said,
): Promise<boolean> {
  const what = withdrew ? 'withdrawal' : 'follow-up'
  const added = { ...(granting ? { granting } : {}), ...(files ? { files } : {}) }
  const sealed = await thread.sealOwn(
    { kind: 'copy', version: 1, what, association, message, writtenOn: day, text, ...added },
    keys,
  )
  return sealed.ok && (await network.write(keys, sealed.value, withdrew ? 'year' : 'message')).ok
}
