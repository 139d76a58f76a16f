// Reading one case after another: buttons, keys and the browser's Back, and confirming receipt.
import { find, findAll, setText, show } from '../dom.ts'
import { wireCaseExport } from '../export/case-export.ts'
import type { Exports } from '../export/exports.ts'
import { makeCaseFiles, type FilesMeans } from './case-files.ts'
import { wireAsideNotice } from './aside-notice.ts'
import { wireCasePanel, type CasePanelMeans } from './case-panel.ts'
import { isNew, neighboursOf, type Case } from './cases.ts'
import { wireEnding } from './ending-view.ts'
import { makeExchange, type ExchangeMeans } from './exchange.ts'
import { renderCase, showState } from './letter-view.ts'
import type { SeriesLink } from './series.ts'
import { showStandingOut } from './standing-out-view.ts'
import { wireTransfer, type PassingOn } from './transfer-form.ts'
import type { Reason } from './urgency.ts'

export interface ReadingEvents extends ExchangeMeans {
  /** The cases as the list shows them now. */
  shown: () => readonly Case[]
  get: (id: string) => Case | undefined
  reasonsOf: (each: Case) => readonly Reason[]
  linksOf: (id: string) => readonly SeriesLink[]
  /** The list takes the place of the letter; `id` is the one last read. */
  onClosed: (id: string) => void
  /** Tells the server of the case's envelopes, or of those `among` them; true once it knows. */
  acknowledge: (id: string, among?: readonly string[]) => Promise<boolean>
  files: FilesMeans
  passingOn: PassingOn
  exports: Exports
  cases: Omit<CasePanelMeans, 'onOpen'>
  /** Keeps a case for as long again; true once the server knows. */
  keep: (id: string) => Promise<boolean>
}

export interface Reading {
  open: (id: string) => void
  /** Shows what has become of the case on screen, if one is. */
  update: () => void
  /** Leaves nothing on screen, and stops listening. */
  end: () => void
}

interface OnScreen {
  id: string
  order: readonly Case[]
  article: HTMLElement
  update: (each: Case) => void
  /** Ends what the letter began. */
  end: () => void
}

const ALONE = { position: 1, total: 1, previous: null, next: null }

export function makeReading(place: HTMLElement, ownKey: string, events: ReadingEvents): Reading {
  const { words } = events
  const stopping = new AbortController()
  const { signal } = stopping
  let current: OnScreen | null = null
  let leaving = false

  const render = (id: string): void => {
    const each = events.get(id)
    const order = current?.order ?? events.shown()
    // A case that the list does not show was come to from another: it stands alone.
    const beside = neighboursOf(order, id) ?? ALONE
    if (!each) return
    const article = renderCase(each, ownKey, words)
    const { opened } = each.head
    current?.end()
    const wired = opened.ok ? wireOpened(article, each) : { update: () => {}, end: () => {} }
    current = { id, order, article, ...wired }
    setText(article, 'position', String(beside.position))
    setText(article, 'shown', String(beside.total))
    for (const back of findAll('[data-part="back"]', article)) back.addEventListener('click', leave)
    wireSteps(findAll('[data-part="previous"]', article), beside.previous)
    wireSteps(findAll('[data-part="next"]', article), beside.next)
    place.replaceChildren(article)
    scrollTo(0, 0)
    find('#letter-title', article).focus({ preventScroll: true })
  }
  const update = (): void => {
    const each = current && events.get(current.id)
    if (!current || !each) return
    current.update(each)
  }
  const wireOpened = (article: HTMLElement, first: Case): Pick<OnScreen, 'update' | 'end'> => {
    const files = makeCaseFiles(article, events.files, words, events.announce)
    const { showConfirm, confirm } = wireAcknowledge(article, first)
    const report = first.head.opened.ok && first.head.opened.value.kind === 'report'
    const panel = report ? wireCasePanel(article, first.id, { ...events.cases, onOpen: render }) : null
    const showEnding = report ? wireEnding(article, first.id, events.keep, words) : () => {}
    const showPassing = report ? wireTransfer(article, first.id, events.passingOn, words) : () => {}
    const updateNotice = report ? wireAsideNotice(article, first.id, events.cases) : null
    const leaving = report ? wireCaseExport(article, first, events.files, events.exports) : null
    const exchange = makeExchange(article, first, events, files.listOf, (shown) => void confirm(shown))
    const point = (now: Case): void => {
      const { get, reasonsOf, linksOf } = events
      const links = linksOf(now.id)
      showStandingOut(article, { reasons: reasonsOf(now), links, get, onGoTo: render }, words)
    }
    showConfirm(first)
    showEnding(first)
    showPassing(first)
    point(first)
    files.update(first)
    const update = (each: Case): void => {
      showState(article, each, words)
      point(each)
      exchange.update(each)
      showConfirm(each)
      showEnding(each)
      showPassing(each)
      files.update(each)
      panel?.update()
      updateNotice?.()
      leaving?.update(each)
    }
    const end = (): void => {
      files.end()
      leaving?.end()
    }
    return { update, end }
  }
  const wireSteps = (buttons: readonly HTMLButtonElement[], id: string | null): void => {
    for (const button of buttons) {
      button.disabled = id === null
      if (id !== null) button.addEventListener('click', () => render(id))
    }
  }
  /** Answers how to show again whether there is something to confirm, and how to confirm without the button. */
  const wireAcknowledge = (article: HTMLElement, first: Case) => {
    const { id } = first
    const block = find('[data-part="acknowledge-block"]', article)
    const button = find<HTMLButtonElement>('[data-part="acknowledge"]', block)
    const hint = find('#acknowledge-hint', block)
    const fault = find('[data-part="acknowledge-fault"]', block)
    let latest = first
    let sent = false
    const showSent = (now: boolean, word: string): void => {
      sent = now
      button.setAttribute('aria-disabled', String(now))
      button.textContent = words(word)
    }
    const confirm = async (among?: readonly string[]): Promise<void> => {
      if (sent || !isNew(latest)) return
      showSent(true, 'letter.acknowledging')
      fault.textContent = ''
      const known = await events.acknowledge(id, among)
      if (!known) fault.textContent = words('letter.acknowledgeFailed')
      const done = known && !isNew(latest)
      showSent(done, done ? 'letter.acknowledged' : 'letter.acknowledge')
      show(hint, !done)
    }
    button.addEventListener('click', () => void confirm())
    const showConfirm = (each: Case): void => {
      latest = each
      if (isNew(each) && sent) showSent(false, 'letter.acknowledge')
      if (isNew(each)) show(hint)
      if (isNew(each) || !sent) show(block, isNew(each))
    }
    return { showConfirm, confirm }
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
    const { id, end } = current
    end()
    current = null
    place.replaceChildren()
    events.onClosed(id)
  }

  addEventListener('popstate', close, { signal })
  document.addEventListener(
    'keydown',
    (event) => {
      // What stands beside the reports may hide the letter: its keys are not heard there.
      if (!current || place.hidden || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      // Where something is typed or chosen, these keys are the field's.
      if (event.target instanceof Element && event.target.matches('input, textarea, select')) return
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
    update,
    end: () => {
      stopping.abort()
      current?.end()
      current = null
      place.replaceChildren()
    },
  }
}
