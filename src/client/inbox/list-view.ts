// The list of cases under its headings: as many rows as are read at once, more when asked. It keeps the rows that stay, so that nobody
// loses their place while others arrive.
import { copyTemplate, find, findAll, setText, show } from '../dom.ts'
import type { JunkRule } from '../../domain/junk.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import { firstOf, type Group } from './arrange.ts'
import { isDisputed, isNew, isWithdrawn, type Case } from './cases.ts'
import { factsOf, seriesIn, stateOf, titleOf, urgencyIn, workIn } from './row-words.ts'
import type { Strength } from './series.ts'
import { levelOf, type Reason } from './urgency.ts'
import { dayInWords, type Words } from './words.ts'

/** What a row says of a case besides the case itself. */
export interface RowKnowledge {
  reasonsOf: (each: Case) => readonly Reason[]
  countsOf: (each: Case) => Readonly<Record<Strength, number>>
  workOf: (each: Case) => CaseWork
  ruleOf: (each: Case) => JunkRule | null
}

export interface ListView {
  /** Shows these cases in place of those shown; from the first rows again when `anew`. */
  show: (groups: readonly Group[], anew: boolean) => void
  /** Moves to a row, showing more of the list where it takes that. False when the case is not listed. */
  focus: (id: string) => boolean
  focusFirst: () => void
}

/** Rows at first, and each time more are asked for: a screen reader walks them, and a slow machine draws them at once. */
const ROWS = 100

/** `place` holds the list and the button that shows more of it. `onRead` hears the id of the case chosen. */
export function makeList(
  place: HTMLElement,
  words: Words,
  knowledge: RowKnowledge,
  onRead: (id: string) => void,
): ListView {
  const days = find('[data-part="days"]', place)
  const morePlace = find('[data-part="more-rows-place"]', place)
  const sections = new Map<string, HTMLElement>()
  const rows = new Map<string, HTMLElement>()
  let listed: readonly Group[] = []
  let most = ROWS

  const buttonOf = (id: string): HTMLButtonElement | null => rows.get(id)?.querySelector('button') ?? null
  const fill = (row: HTMLElement, each: Case): void => {
    const reasons = knowledge.reasonsOf(each)
    setText(row, 'state', stateOf(each, words))
    setText(row, 'title', titleOf(each, words))
    setText(row, 'urgency', urgencyIn(reasons, words))
    setText(row, 'facts', factsOf(each, words))
    setText(row, 'work', workIn(knowledge.workOf(each), knowledge.ruleOf(each), words))
    setText(row, 'series', seriesIn(knowledge.countsOf(each), words))
    const { classList } = find('button', row)
    classList.toggle('row-new', isNew(each))
    classList.toggle('row-problem', !each.head.opened.ok || isDisputed(each.thread))
    classList.toggle('row-withdrawn', isWithdrawn(each.thread))
    classList.toggle('row-urgent', levelOf(reasons) === 'urgent')
  }
  const rowOf = (each: Case): HTMLElement => {
    const known = rows.get(each.id)
    const row = known ?? copyTemplate('row')
    if (!known) find('button', row).addEventListener('click', () => onRead(each.id))
    rows.set(each.id, row)
    fill(row, each)
    return row
  }
  const sectionOf = ({ heading }: Group): HTMLElement => {
    const name = heading.kind === 'day' ? heading.day : heading.level
    const known = sections.get(name)
    if (known) return known
    const section = copyTemplate('day')
    setText(section, 'heading', heading.kind === 'day' ? dayInWords(heading.day) : words(`level.${name}`))
    sections.set(name, section)
    return section
  }
  /** Reaches far enough for the case at this place. */
  const reach = (at: number): void => {
    if (at >= most) most = Math.ceil((at + 1) / ROWS) * ROWS
  }
  const placeOf = (id: string): number =>
    listed.flatMap(({ cases }) => cases).findIndex((each) => each.id === id)
  const render = (): void => {
    const focused = [...rows].find(([, row]) => row.contains(document.activeElement))?.[0]
    // Nor does anyone lose the line they are on to those that arrive above it.
    if (focused !== undefined) reach(placeOf(focused))
    const groups = firstOf(listed, most)
    const shown = new Set(groups.flatMap(({ cases }) => cases.map(({ id }) => id)))
    for (const id of rows.keys()) if (!shown.has(id)) rows.delete(id)
    const kept = groups.map((group) => {
      const section = sectionOf(group)
      arrangeChildren(find('ul', section), group.cases.map(rowOf))
      return section
    })
    for (const [name, section] of sections) if (!kept.includes(section)) sections.delete(name)
    arrangeChildren(days, kept)
    show(morePlace, shown.size < listed.reduce((sum, { cases }) => sum + cases.length, 0))
    const button = focused === undefined ? null : buttonOf(focused)
    // A row that had to move has lost the focus.
    if (button !== document.activeElement) button?.focus({ preventScroll: true })
  }
  /** Shows more, and goes on to the first row that was not there. */
  const showMore = (): void => {
    const next = listed.flatMap(({ cases }) => cases)[most]
    most += ROWS
    render()
    if (next) buttonOf(next.id)?.focus()
  }

  find('[data-part="more-rows"]', morePlace).addEventListener('click', showMore)
  days.addEventListener('keydown', (event) => {
    const step = stepOf(event)
    const buttons = findAll<HTMLButtonElement>('button.row', days)
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (step === 0 || at < 0) return
    const target = buttons[at + step]
    if (target) target.focus()
    else if (step > 0 && !morePlace.hidden) showMore()
    else return
    event.preventDefault()
  })
  return {
    show: (groups, anew) => {
      listed = groups
      if (anew) most = ROWS
      render()
    },
    focus: (id) => {
      const at = placeOf(id)
      if (at < 0) return false
      if (at >= most) {
        reach(at)
        render()
      }
      buttonOf(id)?.focus()
      return true
    },
    focusFirst: () => days.querySelector<HTMLElement>('button.row')?.focus(),
  }
}

/** Makes these the children, in this order, and moves none that is in its place. */
function arrangeChildren(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const kept = new Set(wanted)
  for (const child of findAll(':scope > *', parent)) if (!kept.has(child)) child.remove()
  let at = parent.firstElementChild
  for (const child of wanted) {
    if (child === at) at = at.nextElementSibling
    else parent.insertBefore(child, at)
  }
}

/** Up and down move between rows; Tab still works as everywhere. */
function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): number {
  if (altKey || ctrlKey || metaKey || shiftKey) return 0
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
}
