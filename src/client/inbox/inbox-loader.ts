// Brings the inbox in, page by page, opened in Workers, several at once and shown in their order, so that none hides those before it.
// While one page is opened the next is fetched. It can be stopped and resumed; what was opened once is not opened again.
import type { CaseState } from '../../protocol/case-state.ts'
import type { Day } from '../../protocol/day.ts'
import type { InboxPage } from '../../protocol/inbox.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'
import type { InboxItem, Opened } from '../../sealing/inbox-items.ts'
import { inTurns } from './in-turns.ts'

/** `done`: nothing older is left. `stopped`: by the member. Otherwise why it could not go on. */
export type LoadEnd = 'done' | 'stopped' | 'broken' | CallFault

export interface InboxSource {
  /** One page; `before` is the previous page's `next`, or null for the newest. */
  fetchPage: (before: string | null, signal: AbortSignal) => Promise<Result<InboxPage, CallFault>>
  /** Tries the seal of one envelope, in base64. */
  open: (sealed: string) => Promise<Result<Opened, 'broken'>>
}

type Envelope = InboxPage['envelopes'][number]

/** In the hands of Workers at once: enough that none has to wait for the page, and few enough to stop at once. */
const AT_WORK = 24

/** A page whose envelopes are being opened, or wait for it. */
interface BegunPage {
  opening: { id: string; item: Promise<Result<InboxItem, 'broken' | 'stopped'>> }[]
  next: string | null
}

export interface InboxLoader {
  /** Every envelope listed so far, newest day first. */
  items: () => InboxItem[]
  /** How many they are. */
  size: () => number
  /** How many there will be, by the server; null before its first page. */
  total: () => number | null
  /** Notes that the server knows of these since `on`, and how their case stands where it was told. */
  mark: (ids: readonly string[], said: CaseState | 'kept' | null, on: Day) => void
  /** Begins again from the newest page. */
  restart: () => Promise<LoadEnd>
  /** Goes on from where loading ended. */
  resume: () => Promise<LoadEnd>
  /** Adds what came since the newest of those listed, without listing anew. */
  renew: () => Promise<LoadEnd>
  stop: () => void
}

/** `onItem` hears of each envelope as soon as it is open. */
export function makeLoader({ fetchPage, open }: InboxSource, onItem: (item: InboxItem) => void): InboxLoader {
  const held = new Map<string, InboxItem>()
  /** Those in the hands of Workers. */
  const underway = new Map<string, Promise<Result<InboxItem, 'broken'>>>()
  let listed = new Set<string>()
  let before: string | null = null
  let total: number | null = null
  let stopping = new AbortController()

  const tryOpening = async (
    { id, receivedOn, acknowledgedOn, touchedOn, standing, keyFingerprint, sealed }: Envelope,
    known: InboxItem | undefined,
  ): Promise<Result<InboxItem, 'broken'>> => {
    const answered = known ? accept(known.opened) : await open(sealed)
    underway.delete(id)
    if (!answered.ok) return answered
    const acknowledged = acknowledgedOn !== null
    const opened = answered.value
    const item = { id, receivedOn, acknowledged, touchedOn, standing, keyFingerprint, opened }
    held.set(id, item)
    return accept(item)
  }
  /** Opens one envelope, unless it was opened already or is being opened. */
  const hold = (envelope: Envelope): Promise<Result<InboxItem, 'broken'>> => {
    const begun = underway.get(envelope.id)
    if (begun) return begun
    const known = held.get(envelope.id)
    const item = tryOpening(envelope, known)
    if (!known) underway.set(envelope.id, item)
    return item
  }
  const takeTurn = inTurns(AT_WORK)
  const begin = async (
    from: string | null,
    signal: AbortSignal,
  ): Promise<Result<BegunPage, CallFault | 'stopped'>> => {
    const page = await fetchPage(from, signal)
    if (signal.aborted) return decline('stopped')
    if (!page.ok) return page
    const { envelopes, next } = page.value
    total = page.value.total ?? total
    const unlisted = envelopes.filter(({ id }) => !listed.has(id))
    const holdInTurn = (each: Envelope): BegunPage['opening'][number]['item'] =>
      takeTurn(async () => (signal.aborted ? decline('stopped') : hold(each)))
    return accept({ opening: unlisted.map((each) => ({ id: each.id, item: holdInTurn(each) })), next })
  }
  const load = async (): Promise<LoadEnd> => {
    stopping.abort()
    stopping = new AbortController()
    const { signal } = stopping
    for (let coming = begin(before, signal); ;) {
      const page = await unlessStopped(coming, signal)
      if (!page.ok) return page.reason
      const { opening, next } = page.value
      // The next page is fetched, and its envelopes follow these without a pause.
      if (next !== null) coming = begin(next, signal)
      for (const { id, item } of opening) {
        const opened = await unlessStopped(item, signal)
        if (!opened.ok) return opened.reason
        listed.add(id)
        onItem(opened.value)
      }
      before = next
      if (next === null) return 'done'
    }
  }

  /** The server gives the newest day first; within a day nothing is known of the order, so that the day is read to its end. */
  const renew = async (): Promise<LoadEnd> => {
    const newest =
      [...listed]
        .map((id) => held.get(id)?.receivedOn ?? '')
        .toSorted()
        .at(-1) ?? ''
    const { signal } = new AbortController()
    const came: string[] = []
    for (let from: string | null = null; ;) {
      const page = await fetchPage(from, signal)
      if (!page.ok) return page.reason
      const { envelopes, next } = page.value
      for (const envelope of envelopes) {
        if (listed.has(envelope.id)) continue
        const item = await hold(envelope)
        if (!item.ok) return item.reason
        came.push(envelope.id)
      }
      from = next
      if (next === null || envelopes.some(({ receivedOn }) => receivedOn < newest)) break
    }
    listed = new Set([...came, ...listed])
    return 'done'
  }

  return {
    items: () => [...listed].flatMap((id) => held.get(id) ?? []),
    size: () => listed.size,
    total: () => total,
    mark: (ids, said, on) => {
      const standing = said === 'kept' ? null : said
      for (const id of ids) {
        const item = held.get(id)
        if (!item) continue
        const touchedOn = said || !item.acknowledged ? on : item.touchedOn
        held.set(id, { ...item, acknowledged: true, touchedOn, standing: standing ?? item.standing })
      }
    },
    restart: () => {
      listed = new Set()
      before = null
      return load()
    },
    resume: load,
    renew,
    stop: () => stopping.abort(),
  }
}

/** What comes of it, or at once, when loading is stopped, that it was. */
const unlessStopped = <Value, Reason extends string>(
  coming: Promise<Result<Value, Reason>>,
  signal: AbortSignal,
): Promise<Result<Value, Reason | 'stopped'>> =>
  new Promise((resolve, reject) => {
    const stop = (): void => resolve(decline('stopped'))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    coming.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

/** What to say of a loading that did not reach the end. */
export function pauseWord(end: Exclude<LoadEnd, 'done'>): string {
  if (end === 'stopped') return 'inbox.stopped'
  return end === 'unreachable' ? 'inbox.trouble-unreachable' : 'inbox.trouble-unexpected'
}
