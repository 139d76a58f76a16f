// The open inbox: loading, listing, reading, confirming. It lives from sign-in to sign-out, and leaves nothing on the page after.
import { copyTemplate, find, setText, show } from '../dom.ts'
import { inReadingOrder, isNew, type InboxItem } from './inbox-items.ts'
import { makeLoader, type LoadEnd } from './inbox-loader.ts'
import type { KeyHolder } from './key-holder.ts'
import type { Member } from './key-messages.ts'
import { inGroups } from './letter-view.ts'
import { makeList } from './list-view.ts'
import { makeReading } from './reading.ts'
import { acknowledge, fetchPage } from './server-inbox.ts'
import type { Words } from './words.ts'

export interface WorkspaceEvents {
  /** Said to screen readers. */
  announce: (text: string) => void
  onSignOut: () => void
  /** The server no longer knows the session. */
  onExpired: () => void
  /** The key Worker is gone. */
  onBroken: () => void
}

/** Fills `place` and starts loading. Returns how to end it. */
export function openWorkspace(
  place: HTMLElement,
  holder: KeyHolder,
  member: Member,
  words: Words,
  events: WorkspaceEvents,
): () => void {
  const root = copyTemplate('workspace')
  const inbox = find('[data-part="inbox"]', root)
  const progress = find('[data-part="progress"]', inbox)
  const paused = find('[data-part="paused"]', inbox)
  const empty = find('[data-part="empty"]', inbox)
  const onlyNew = find<HTMLInputElement>('[data-part="only-new"]', inbox)
  const refresh = find<HTMLButtonElement>('[data-part="refresh"]', inbox)
  const title = find('#inbox-title', inbox)

  const open = (sealed: string) => holder.ask({ ask: 'open', sealed })
  const loader = makeLoader({ fetchPage, open }, (item) => {
    list.append([item].filter(isShown))
    setText(progress, 'opened', String(loader.items().length))
    showCounts()
  })
  const list = makeList(find('[data-part="days"]', inbox), words, (id) => {
    show(inbox, false)
    reading.open(id)
  })
  const reading = makeReading(find('[data-part="reading"]', root), member.fingerprint, words, {
    shown: () => inReadingOrder(loader.items().filter(isShown)),
    get: loader.get,
    onClosed: (id) => {
      show(inbox)
      list.focus(id)
    },
    acknowledge: async (id) => {
      const answer = await acknowledge(id)
      if (!answer.ok) {
        if (answer.reason === 'sign-in-required') events.onExpired()
        return false
      }
      const item = loader.markAcknowledged(id)
      if (item) list.update(item)
      showCounts()
      events.announce(words('letter.acknowledged'))
      return true
    },
  })

  const isShown = (item: InboxItem): boolean => !onlyNew.checked || isNew(item)
  const showCounts = (): void => {
    const items = loader.items()
    setText(inbox, 'total', String(items.length))
    setText(inbox, 'new', String(items.filter(isNew).length))
  }
  const showEmpty = (): void => {
    const all = loader.items()
    empty.textContent = words(all.length === 0 ? 'inbox.empty' : 'inbox.noneNew')
    const resting = [progress, paused].every((each) => each.hidden)
    show(empty, resting && !all.some(isShown))
  }

  /** Runs one loading, from its first page to whatever ended it. */
  const load = async (loading: () => Promise<LoadEnd>): Promise<void> => {
    const hadFocus = paused.contains(document.activeElement)
    show(progress)
    show(paused, false)
    show(empty, false)
    refresh.disabled = true
    if (hadFocus) find('[data-part="stop"]', progress).focus()
    const end = await loading()
    if (!root.isConnected) return
    if (end === 'sign-in-required') return events.onExpired()
    if (end === 'broken') return events.onBroken()
    const stopHadFocus = progress.contains(document.activeElement)
    show(progress, false)
    refresh.disabled = false
    if (end === 'done') events.announce(words('inbox.loaded'))
    else showPaused(pauseWord(end))
    if (stopHadFocus) {
      const after = end === 'done' ? title : find('[data-part="resume"]', paused)
      after.focus()
    }
    showEmpty()
  }
  const showPaused = (word: string): void => {
    setText(paused, 'paused', words(word))
    show(paused)
    events.announce(words(word))
  }

  const loadAnew = (): void => {
    list.clear()
    void load(loader.restart)
  }
  find('[data-part="stop"]', progress).addEventListener('click', loader.stop)
  find('[data-part="resume"]', paused).addEventListener('click', () => void load(loader.resume))
  refresh.addEventListener('click', loadAnew)
  find('[data-part="sign-out"]', root).addEventListener('click', events.onSignOut)
  onlyNew.addEventListener('change', () => {
    list.clear()
    list.append(loader.items().filter(isShown))
    showEmpty()
  })

  setText(root, 'name', member.name)
  setText(root, 'key', inGroups(member.fingerprint))
  place.replaceChildren(root)
  title.focus()
  loadAnew()

  return () => {
    loader.stop()
    reading.end()
    list.clear()
    place.replaceChildren()
  }
}

function pauseWord(end: Exclude<LoadEnd, 'done'>): string {
  if (end === 'stopped') return 'inbox.stopped'
  return end === 'unreachable' ? 'inbox.trouble-unreachable' : 'inbox.trouble-unexpected'
}
