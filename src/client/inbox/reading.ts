// Reading one envelope after another: buttons, keys and the browser's Back, and confirming receipt.
import { find, findAll, setText, show } from '../dom.ts'
import { neighboursOf, type InboxItem } from './inbox-items.ts'
import { renderItem } from './letter-view.ts'
import type { Words } from './words.ts'

export interface ReadingEvents {
  /** The items as the list shows them now. */
  shown: () => readonly InboxItem[]
  get: (id: string) => InboxItem | undefined
  /** The list takes the place of the letter; `id` is the one last read. */
  onClosed: (id: string) => void
  /** Tells the server; true once it knows. */
  acknowledge: (id: string) => Promise<boolean>
}

export interface Reading {
  open: (id: string) => void
  /** Leaves nothing on screen, and stops listening. */
  end: () => void
}

export function makeReading(
  place: HTMLElement,
  ownKey: string,
  words: Words,
  events: ReadingEvents,
): Reading {
  const stopping = new AbortController()
  const { signal } = stopping
  let current: { id: string; order: readonly InboxItem[] } | null = null
  let leaving = false

  const render = (id: string): void => {
    const item = events.get(id)
    const order = current?.order ?? events.shown()
    const beside = neighboursOf(order, id)
    if (!item || !beside) return
    current = { id, order }
    const article = renderItem(item, ownKey, words)
    setText(article, 'position', String(beside.position))
    setText(article, 'shown', String(beside.total))
    for (const back of findAll('[data-part="back"]', article)) back.addEventListener('click', leave)
    wireSteps(findAll('[data-part="previous"]', article), beside.previous)
    wireSteps(findAll('[data-part="next"]', article), beside.next)
    if (item.opened.ok && !item.acknowledged) wireAcknowledge(article, id)
    place.replaceChildren(article)
    scrollTo(0, 0)
    find('#letter-title', article).focus({ preventScroll: true })
  }
  const wireSteps = (buttons: readonly HTMLButtonElement[], id: string | null): void => {
    for (const button of buttons) {
      button.disabled = id === null
      if (id !== null) button.addEventListener('click', () => render(id))
    }
  }
  const wireAcknowledge = (article: HTMLElement, id: string): void => {
    const button = find<HTMLButtonElement>('[data-part="acknowledge"]', article)
    const fault = find('[data-part="acknowledge-fault"]', article)
    const ready = button.textContent
    let sent = false
    const showSent = (now: boolean): void => {
      sent = now
      button.setAttribute('aria-disabled', String(now))
    }
    button.addEventListener('click', async () => {
      if (sent) return
      showSent(true)
      fault.textContent = ''
      button.textContent = words('letter.acknowledging')
      const known = await events.acknowledge(id)
      if (known) {
        button.textContent = words('letter.acknowledged')
        setText(article, 'state', words('inbox.isAcknowledged'))
        show(find('#acknowledge-hint', article), false)
      } else {
        showSent(false)
        button.textContent = ready
        fault.textContent = words('letter.acknowledgeFailed')
      }
    })
  }
  /** The letter was one step forward in the browser's history, without an address of its own. */
  const leave = (): void => {
    if (leaving) return
    leaving = true
    history.back()
  }
  const close = (): void => {
    leaving = false
    if (!current) return
    const { id } = current
    current = null
    place.replaceChildren()
    events.onClosed(id)
  }

  addEventListener('popstate', close, { signal })
  document.addEventListener(
    'keydown',
    (event) => {
      if (!current || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const beside = neighboursOf(current.order, current.id)
      if (event.key === 'Escape') leave()
      else if (event.key === 'ArrowLeft' && beside?.previous) render(beside.previous)
      else if (event.key === 'ArrowRight' && beside?.next) render(beside.next)
    },
    { signal },
  )
  return {
    open: (id) => {
      history.pushState(null, '')
      render(id)
    },
    end: () => {
      stopping.abort()
      current = null
      place.replaceChildren()
    },
  }
}
