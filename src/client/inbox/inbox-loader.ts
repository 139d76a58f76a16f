// Brings the inbox in, page by page, each envelope opened in the key Worker and shown before the next is tried, so that none hides
// those before it. It can be stopped and resumed; what was opened once is not opened again.
import type { InboxPage } from '../../protocol/inbox.ts'
import { accept, type Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'
import type { InboxItem, Opened } from './inbox-items.ts'

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
  get: (id: string) => InboxItem | undefined
  markAcknowledged: (id: string) => InboxItem | undefined
  /** Begins again from the newest page. */
  restart: () => Promise<LoadEnd>
  /** Goes on from where loading ended. */
  resume: () => Promise<LoadEnd>
  stop: () => void
}

/** `onItem` hears of each envelope as soon as it is open. */
export function makeLoader({ fetchPage, open }: InboxSource, onItem: (item: InboxItem) => void): InboxLoader {
  const held = new Map<string, InboxItem>()
  let listed = new Set<string>()
  let before: string | null = null
  let stopping = new AbortController()

  const load = async (): Promise<LoadEnd> => {
    stopping.abort()
    stopping = new AbortController()
    const { signal } = stopping
    for (;;) {
      const page = await fetchPage(before, signal)
      if (signal.aborted) return 'stopped'
      if (!page.ok) return page.reason
      const { envelopes, next } = page.value
      for (const { id, receivedOn, acknowledgedOn, keyFingerprint, sealed } of envelopes) {
        if (listed.has(id)) continue
        const known = held.get(id)
        const answered = known ? accept(known.opened) : await open(sealed)
        if (!answered.ok) return answered.reason
        if (signal.aborted) return 'stopped'
        const acknowledged = acknowledgedOn !== null
        const item = { id, receivedOn, acknowledged, keyFingerprint, opened: answered.value }
        held.set(id, item)
        listed.add(id)
        onItem(item)
      }
      before = next
      if (next === null) return 'done'
    }
  }

  return {
    items: () => [...listed].flatMap((id) => held.get(id) ?? []),
    get: (id) => held.get(id),
    markAcknowledged: (id) => {
      const item = held.get(id)
      if (!item) return undefined
      const marked = { ...item, acknowledged: true }
      held.set(id, marked)
      return marked
    },
    restart: () => {
      listed = new Set()
      before = null
      return load()
    },
    resume: load,
    stop: () => stopping.abort(),
  }
}
