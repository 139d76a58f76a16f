// Moves everything from one code to another: stories put aside, then each association in turn (told by a signed message, its
// envelopes tied to the new code), then the old mailbox erased. Stopped midway, it goes on from where it was, even on another day; it
// never announces two different codes, and erases nothing before all the rest is done.
import { digestHex } from '../../crypto/digest.ts'
import { threadOf } from '../../crypto/links.ts'
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import { addDays, addMonths, isDay, type Day } from '../../protocol/day.ts'
import { KEEP_MONTHS, PAUSE_DAYS } from '../../protocol/limits.ts'
import type { Keeping } from '../../protocol/mailbox.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { replyOf } from '../../sealing/reply.ts'
import type { Correspondence, Holdings, KeptDraft, Said } from './holdings.ts'
import { OneEnvelope, openOffer } from './one-envelope.ts'
import { keepCopy } from './speaking.ts'
import { look, lookInMailbox, type Visit } from './visit.ts'

export type ChangeStage = 'reading' | 'drafts' | 'telling' | 'erasing'

/** An answer that came while the code was changed, and that its reader has not seen. */
export type Came = Pick<Correspondence, 'association' | 'offer'> & { said: Said }

/**
 * `before`: nothing has changed. `midway`: each of the two codes may open something. `begun`: a change to another code was begun
 * before; this one has changed nothing.
 */
export type ChangeOutcome =
  | { kind: 'done'; untold: Pick<Correspondence, 'association' | 'offer'>[]; came: Came[] }
  | { kind: 'before' | 'midway' | 'begun' }

export class CodeChange {
  readonly #old: Visit
  readonly #fresh: Visit
  readonly #locale: Locale
  /** The server's: a phone's clock that is ahead would let a story go before its day. */
  #today: Day | null = null
  #holdings: Holdings | null = null
  #touched = false
  /** Whether the old mailbox says which code this moves to. */
  #noted = false
  readonly #shown: ReadonlySet<string>
  readonly #came = new Map<string, Came>()
  /** By the text of each: stories that the new mailbox has. */
  readonly #there = new Set<string>()
  readonly #carried = new Set<string>()
  /** By the message that holds each: stories as they left for the new mailbox. The same again is one message to the server. */
  readonly #sealed = new Map<string, string>()
  readonly #settled = new Set<string>()
  readonly #announcements = new Map<string, OneEnvelope>()
  readonly #untold = new Map<string, Pick<Correspondence, 'association' | 'offer'>>()

  /** `shown` is what its reader has seen already. */
  constructor(old: Visit, newKeys: ReturnKeys, locale: Locale, shown: Holdings | null) {
    this.#old = old
    this.#shown = new Set(shown ? answersIn(shown).map(nameOf) : [])
    this.#fresh = { ...old, keys: newKeys }
    this.#locale = locale
  }

  /** What to read with from now on. */
  get fresh(): Visit {
    return this.#fresh
  }

  async run(onStage: (stage: ChangeStage) => void): Promise<ChangeOutcome> {
    onStage('reading')
    const holdings = await this.#read()
    if (!holdings) return this.#stopped()
    const digest = await digestHex(this.#fresh.keys.certificate)
    if (holdings.moving.some((other) => other !== digest)) return { kind: 'begun' }
    if (holdings.moving.length > 0 && !(await this.#goOn())) return this.#stopped()
    onStage('drafts')
    for (const draft of holdings.drafts) if (!(await this.#carryDraft(draft))) return this.#stopped()
    onStage('telling')
    if (holdings.correspondences.length > 0 && !(await this.#note(digest))) return this.#stopped()
    for (const each of holdings.correspondences) if (!(await this.#settle(each))) return this.#stopped()
    onStage('erasing')
    this.#touched = true
    if (!(await this.#takeWhatCame())) return this.#stopped()
    const { keys, means } = this.#old
    if (!(await means.network.erase(keys, 'all')).ok) return this.#stopped()
    return { kind: 'done', untold: [...this.#untold.values()], came: [...this.#came.values()] }
  }

  /** This very change was begun before: what it had carried by then is not carried twice. */
  async #goOn(): Promise<boolean> {
    this.#touched = true
    if (this.#noted) return true
    const there = await lookInMailbox(this.#fresh)
    for (const { draft } of there?.drafts ?? []) this.#there.add(textOf(draft))
    this.#noted = there !== null
    return this.#noted
  }

  /** Before anyone is told: whoever comes back with the old code must go on with this one. */
  async #note(certificate: string): Promise<boolean> {
    if (this.#noted || !this.#today) return this.#noted
    const { keys, means } = this.#old
    const note = { kind: 'moving', version: 1, writtenOn: this.#today, certificate } as const
    const sealed = await means.thread.sealOwn(note, keys)
    if (!sealed.ok) return false
    this.#touched = true
    this.#noted = (await means.network.write(keys, sealed.value, 'year')).ok
    return this.#noted
  }

  /** Read again just before it is erased: telling associations takes minutes, or days when it stopped midway. */
  async #takeWhatCame(): Promise<boolean> {
    const now = await lookInMailbox(this.#old)
    if (!now) return false
    for (const draft of now.drafts) if (!(await this.#carryDraft(draft))) return false
    for (const answer of answersIn(now)) {
      const name = nameOf(answer)
      if (!this.#shown.has(name)) this.#came.set(name, answer)
    }
    return true
  }

  #stopped(): ChangeOutcome {
    return { kind: this.#touched ? 'midway' : 'before' }
  }

  async #read(): Promise<Holdings | null> {
    if (this.#holdings) return this.#holdings
    this.#today = await serverDay(this.#old)
    if (!this.#today) return null
    const holdings = await look(this.#old, undefined, 'all')
    this.#holdings = holdings.ok ? holdings.value : null
    return this.#holdings
  }

  async #carryDraft({ id, keptUntil, draft }: KeptDraft): Promise<boolean> {
    if (this.#carried.has(id) || !this.#today) return this.#carried.has(id)
    const { keys, means } = this.#fresh
    if (this.#there.has(textOf(draft))) return true
    const sealed = this.#sealed.get(id) ?? (await this.#sealDraft(draft))
    if (sealed === null) return false
    this.#sealed.set(id, sealed)
    this.#touched = true
    const kept = (await means.network.write(keys, sealed, keepingUntil(this.#today, keptUntil))).ok
    if (kept) this.#carried.add(id)
    return kept
  }

  async #sealDraft({ mac: _ofOldCode, ...unproven }: KeptDraft['draft']): Promise<string | null> {
    const { keys, means } = this.#fresh
    const sealed = await means.thread.sealOwn(unproven, keys)
    return sealed.ok ? sealed.value : null
  }

  /** Told, then tied to the new code, one association after the other: what is settled stays so if the next one fails. */
  async #settle(correspondence: Correspondence): Promise<boolean> {
    const { association, envelopes, talk } = correspondence
    if (this.#settled.has(association)) return true
    const told = await this.#tell(correspondence)
    if (told === null) return false
    const { means, keys } = this.#old
    const numbers = [...envelopes, ...(told === 'untold' ? [] : [{ number: told }])]
    if (numbers.length > 0) {
      this.#touched = true
      const which = new Map([[association, numbers]])
      if (!(await means.network.moveEnvelopes(keys.links, this.#fresh.keys.links, which)).ok) return false
    }
    // That an agreement was taken back must be known to the new code too.
    const withdrew = talk.find((each) => each.withdrew)
    if (withdrew && !(await keepCopy(this.#fresh, association, withdrew))) return false
    this.#settled.add(association)
    return true
  }

  /** The number of the announcement, or that there was nobody to tell; null when it failed. */
  async #tell(correspondence: Correspondence): Promise<number | 'untold' | null> {
    const { association, standing } = correspondence
    if (standing === 'withdrawn' || standing === 'expired' || standing === 'ended' || standing === 'none')
      return 'untold'
    const offers = await this.#old.means.thread.offers()
    if (!offers) return null
    if (!openOffer(offers, association)) return this.#leaveUntold(correspondence)
    const announcement = this.#announcements.get(association) ?? (await this.#announce(association))
    this.#announcements.set(association, announcement)
    this.#touched = true
    const outcome = await announcement.send()
    if (outcome.kind === 'full') return this.#leaveUntold(correspondence)
    return outcome.kind === 'received' ? outcome.number : null
  }

  #leaveUntold({ association, offer }: Correspondence): 'untold' {
    this.#untold.set(association, { association, offer })
    return 'untold'
  }

  async #announce(association: string): Promise<OneEnvelope> {
    const { keys } = this.#fresh
    const next = { thread: await threadOf(keys.links, association), reply: replyOf(keys) }
    return new OneEnvelope({
      visit: this.#old,
      association,
      locale: this.#locale,
      write: (common) => ({ kind: 'new-code', ...common, next }),
    })
  }
}

const answersIn = ({ correspondences }: Holdings): Came[] =>
  correspondences.flatMap(({ association, offer, talk }) =>
    talk.filter(({ who }) => who === 'association').map((said) => ({ association, offer, said })),
  )

const nameOf = ({ association, said }: Came): string => `${association} ${said.message}`

const textOf = ({ mac: _ofACode, ...draft }: KeptDraft['draft']): string => JSON.stringify(draft)

async function serverDay({ means }: Visit): Promise<Day | null> {
  const asked = await means.network.challenge()
  const { today } = ((asked.ok && asked.value) || {}) as { today?: unknown }
  return typeof today === 'string' && isDay(today) ? today : null
}

/** The shortest keeping that lasts at least until that day. */
export function keepingUntil(today: Day, keptUntil: Day): Keeping {
  if (keptUntil <= addDays(today, PAUSE_DAYS)) return 'pause'
  const months = Object.entries(KEEP_MONTHS) as [keyof typeof KEEP_MONTHS, number][]
  return months.find(([, count]) => keptUntil <= addMonths(today, count))?.[0] ?? 'year'
}
