// Brings the inbox in, page by page, each envelope opened in the key Worker before the next page is asked for. It can be stopped and
// resumed; what was opened once is not opened again.
import type { CallFault } from '../api.ts'
import { unopened, type InboxItem } from './inbox-items.ts'
import type { KeyHolder } from './key-holder.ts'
import { fetchPage } from './server-inbox.ts'

/** `done`: nothing older is left. `stopped`: by the member. Otherwise why it could not go on. */
export type LoadEnd = 'done' | 'stopped' | 'broken' | CallFault

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

/** `onPage` hears the items of each page as soon as they are open. */
export function makeLoader(holder: KeyHolder, onPage: (items: InboxItem[]) => void): InboxLoader {
  const held = new Map<string, InboxItem>()
  let order: string[] = []
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
      const answered = await holder.ask({
        ask: 'open',
        envelopes: unopened(envelopes, held).map(({ id, sealed }) => ({ id, sealed })),
      })
      if (!answered.ok) return answered.reason
      if (signal.aborted) return 'stopped'
      const opened = new Map(answered.value.map((each) => [each.id, each.opened]))
      const items = envelopes.flatMap(({ id, receivedOn, acknowledgedOn, keyFingerprint }) => {
        const outcome = held.get(id)?.opened ?? opened.get(id)
        return outcome
          ? [{ id, receivedOn, acknowledged: acknowledgedOn !== null, keyFingerprint, opened: outcome }]
          : []
      })
      for (const item of items) held.set(item.id, item)
      order.push(...items.map((item) => item.id))
      before = next
      onPage(items)
      if (next === null) return 'done'
    }
  }

  return {
    items: () => order.flatMap((id) => held.get(id) ?? []),
    get: (id) => held.get(id),
    markAcknowledged: (id) => {
      const item = held.get(id)
      if (!item) return undefined
      const marked = { ...item, acknowledged: true }
      held.set(id, marked)
      return marked
    },
    restart: () => {
      order = []
      before = null
      return load()
    },
    resume: load,
    stop: () => stopping.abort(),
  }
}
