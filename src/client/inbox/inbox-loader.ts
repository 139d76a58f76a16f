// Brings the inbox in, page by page, each envelope opened in the key Worker and shown before the next is tried, so that none hides
// those before it. It can be stopped and resumed; what was opened once is not opened again.
import type { CaseState } from '../../protocol/case-state.ts'
import type { Day } from '../../protocol/day.ts'
import type { InboxPage } from '../../protocol/inbox.ts'
import { accept, type Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'
import type { InboxItem, Opened } from '../../sealing/inbox-items.ts'

/** `done`: nothing older is left. `stopped`: by the member. Otherwise why it could not go on. */
export type LoadEnd = 'done' | 'stopped' | 'broken' | CallFault

export interface InboxSource {
  /** One page; `before` is the previous page's `next`, or null for the newest. */
  fetchPage: (before: string | null, signal: AbortSignal) => Promise<Result<InboxPage, CallFault>>
  /** Tries the seal of one envelope, in base64. */
  open: (sealed: string) => Promise<Result<Opened, 'broken'>>
}

export interface InboxLoader {
  /** Every envelope listed so far, newest day first. */
  items: () => InboxItem[]
  /** How many they are. */
  size: () => number
  /** Notes that the server knows of these since `on`, and how their case stands where it was told. */
  mark: (ids: readonly string[], standing: CaseState | null, on: Day) => void
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
  let listed = new Set<string>()
  let before: string | null = null
  let stopping = new AbortController()

  /** Opens one envelope, unless it was opened already. */
  const hold = async (envelope: InboxPage['envelopes'][number]): Promise<Result<InboxItem, 'broken'>> => {
    const { id, receivedOn, acknowledgedOn, touchedOn, standing, keyFingerprint, sealed } = envelope
    const known = held.get(id)
    const answered = known ? accept(known.opened) : await open(sealed)
    if (!answered.ok) return answered
    const acknowledged = acknowledgedOn !== null
    const opened = answered.value
    const item = { id, receivedOn, acknowledged, touchedOn, standing, keyFingerprint, opened }
    held.set(id, item)
    return accept(item)
  }
  const load = async (): Promise<LoadEnd> => {
    stopping.abort()
    stopping = new AbortController()
    const { signal } = stopping
    for (let coming = fetchPage(before, signal); ;) {
      const page = await coming
      if (signal.aborted) return 'stopped'
      if (!page.ok) return page.reason
      const { envelopes, next } = page.value
      // The next page comes while this one is opened.
      if (next !== null) coming = fetchPage(next, signal)
      for (const envelope of envelopes) {
        if (listed.has(envelope.id)) continue
        const item = await hold(envelope)
        if (!item.ok) return item.reason
        if (signal.aborted) return 'stopped'
        listed.add(envelope.id)
        onItem(item.value)
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
    mark: (ids, standing, on) => {
      for (const id of ids) {
        const item = held.get(id)
        if (!item) continue
        const touchedOn = standing || !item.acknowledged ? on : item.touchedOn
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

/** What to say of a loading that did not reach the end. */
export function pauseWord(end: Exclude<LoadEnd, 'done'>): string {
  if (end === 'stopped') return 'inbox.stopped'
  return end === 'unreachable' ? 'inbox.trouble-unreachable' : 'inbox.trouble-unexpected'
}
