// The list of cases by day. It shows summaries made of the vocabulary's words, never a victim's own text.
import { copyTemplate, find, findAll, setText } from '../dom.ts'
import { byDay, isDisputed, isNew, isWithdrawn, orphanOf, type Case } from './cases.ts'
import { provenFiles } from './file-holds.ts'
import { summaryOf } from './letter.ts'

import { dayInWords, labelOf, type Words } from './words.ts'

export interface ListView {
  clear: () => void
  /** Adds cases after those shown; the days they bring are no newer. */
  append: (cases: readonly Case[]) => void
  /** Rewrites one row after its state changed. */
  update: (each: Case) => void
  /** The case whose row has the focus, if any. */
  focused: () => string | null
  focus: (id: string) => void
}

const ACTS_SHOWN = 3

/** What a case is about, in one line. */
export function titleOf(each: Case, words: Words): string {
  const { opened } = each.head
  if (!opened.ok) return words(`inbox.${opened.reason}`)
  if (opened.value.kind !== 'report') return words(`inbox.orphan-${orphanOf(each)}`)
  const { role, acts } = summaryOf(opened.value)
  const named = acts.slice(0, ACTS_SHOWN).map((act) => labelOf(words, 'acts', act))
  const rest = acts.length > named.length ? [`+${acts.length - named.length}`] : []
  const what = named.length > 0 ? [...named, ...rest] : [words('inbox.noActs')]
  const who = role === 'witness' || role === 'relative' ? [labelOf(words, 'role', role)] : []
  return [...what, ...who].join(' · ')
}

function factsOf(each: Case, words: Words): string {
  const { opened } = each.head
  if (!opened.ok) return ''
  const following = each.thread?.messages.length ?? 0
  const followed = following > 0 ? [`${words('inbox.followed')} ${following}`] : []
  if (opened.value.kind !== 'report') return followed.join('')
  const { departement, needs } = summaryOf(opened.value)
  const sent = provenFiles(each).reduce((sum, { files }) => sum + files.length, 0)
  const files = sent > 0 ? [`${words('inbox.files')} ${sent}`] : []
  const place = departement === null ? [] : [labelOf(words, 'departement', departement)]
  const needed = needs.map((need) => labelOf(words, 'needs', need))
  if (needed[0] !== undefined) needed[0] = `${words('inbox.needs')} ${needed[0]}`
  return [...followed, ...files, ...place, ...needed].join(' · ')
}

/** Whether it is new, and what must not be missed before it is opened. */
export function stateOf(each: Case, words: Words): string {
  const { head, thread } = each
  const withdrawn = isWithdrawn(thread) ? ['inbox.isWithdrawn'] : []
  const disputed = isDisputed(thread) ? ['inbox.isDisputed'] : []
  const declined = head.declined ? ['inbox.isDeclined'] : []
  const standing = [...withdrawn, ...disputed, ...declined]
  // A case is declined with all it held: what is new in it came since.
  if (head.declined && isNew(each)) return [...standing, 'inbox.isFollowed'].map(words).join(' · ')
  const read = orphanOf(each) === 'answer' ? 'inbox.isOver' : 'inbox.isAcknowledged'
  const first = isNew(each) ? ['inbox.isNew'] : standing.length > 0 ? [] : [read]
  return [...first, ...standing].map(words).join(' · ')
}

/** `onRead` hears the id of the case chosen. */
export function makeList(days: HTMLElement, words: Words, onRead: (id: string) => void): ListView {
  const rows = new Map<string, HTMLButtonElement>()
  let last: { day: string; list: HTMLElement } | null = null

  const fill = (button: HTMLButtonElement, each: Case): void => {
    setText(button, 'state', stateOf(each, words))
    setText(button, 'title', titleOf(each, words))
    setText(button, 'facts', factsOf(each, words))
    button.classList.toggle('row-new', isNew(each))
    button.classList.toggle('row-problem', !each.head.opened.ok || isDisputed(each.thread))
    button.classList.toggle('row-withdrawn', isWithdrawn(each.thread))
  }
  const listOf = (day: string): HTMLElement => {
    if (last?.day !== day) {
      const section = copyTemplate('day')
      setText(section, 'day', dayInWords(day))
      days.append(section)
      last = { day, list: find('ul', section) }
    }
    return last.list
  }

  days.addEventListener('keydown', (event) => moveByArrow(event, days))
  return {
    clear: () => {
      rows.clear()
      last = null
      days.replaceChildren()
    },
    append: (cases) => {
      for (const { day, cases: ofDay } of byDay(cases)) {
        const made = ofDay.map((each) => {
          const row = copyTemplate('row')
          const button = find<HTMLButtonElement>('button', row)
          fill(button, each)
          button.addEventListener('click', () => onRead(each.id))
          rows.set(each.id, button)
          return row
        })
        listOf(day).append(...made)
      }
    },
    update: (each) => {
      const button = rows.get(each.id)
      if (button) fill(button, each)
    },
    focused: () => [...rows].find(([, button]) => button === document.activeElement)?.[0] ?? null,
    focus: (id) => rows.get(id)?.focus(),
  }
}

/** Up and down move between rows; Tab still works as everywhere. */
function moveByArrow(event: KeyboardEvent, days: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const buttons = findAll<HTMLButtonElement>('button.row', days)
  const at = buttons.findIndex((button) => button === document.activeElement)
  const target = buttons[at + step]
  if (at < 0 || !target) return
  event.preventDefault()
  target.focus()
}
