// What a team writes about a case, within its letter: it shows the file as it is and hands each edit to the desk. What is typed stays
// until it is kept; two who chose differently are shown both, and nobody's choice goes unseen.
import type { CaseEdit } from '../../domain/case-edit.ts'
import type { JunkRule } from '../../domain/junk.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import { dayOf } from '../../protocol/day.ts'
import { randomHex } from '../../crypto/random.ts'
import { find, findAll, setText, show } from '../dom.ts'
import { keepPlace } from '../keep-place.ts'
import type { TeammateView } from '../team/team-messages.ts'
import { nameIn } from '../team/teammate-name.ts'
import type { CaseDesk, CaseFault } from '../../domain/case-desk.ts'
import { noteRow, tagRow, taskRow } from './case-rows.ts'
import { workIn } from './row-words.ts'
import type { Words } from './words.ts'

export interface CasePanelMeans {
  desk: CaseDesk
  /** The team as it is; empty where there is none. */
  teammates: readonly TeammateView[]
  /** Fingerprint of whoever looks. */
  self: string
  words: Words
  /** The rule that holds a case aside where no member chose. */
  ruleOf: (id: string) => JunkRule | null
  announce: (text: string) => void
  /** Other cases that this one may tell again: those that name the same attackers first. */
  others: (id: string) => readonly { id: string; title: string }[]
  onOpen: (id: string) => void
}

export interface CasePanel {
  /** Shows the file as it is now. */
  update: () => void
}

const CHOICES = ['state', 'assignee', 'aside', 'duplicate'] as const

/** Choices that one may make and another make otherwise. */
type Choosing = Extract<CaseEdit, { from: unknown; edit: 'state' | 'assignee' | 'aside' | 'duplicate' }>

/** Over a letter. `id` is the case's. */
export function wireCasePanel(
  article: HTMLElement,
  id: string,
  { desk, teammates, self, words, ruleOf, others, onOpen }: CasePanelMeans,
): CasePanel {
  const root = find<HTMLDetailsElement>('[data-part="case-work"]', article)
  const conflict = find('[data-part="case-conflict"]', root)
  const fault = find('[data-part="case-fault"]', root)
  const saved = find('[data-part="case-saved"]', root)
  const choice = (name: string): HTMLSelectElement => find(`#case-${name}`, root)
  const insist = find('[data-part="insist"]', conflict)
  let disputed: Choosing | null = null

  const nameOf = nameIn(teammates, self, words)
  const say = (reason: CaseFault): void => {
    fault.textContent = words(reason === 'theirs' ? 'cases.conflictNote' : `case-fault.${reason}`)
  }
  /** True once it is kept. */
  const edit = async (asked: CaseEdit): Promise<boolean> => {
    fault.textContent = ''
    saved.textContent = ''
    const kept = await desk.edit(id, asked)
    update()
    if (kept.ok) {
      saved.textContent = words('cases.saved')
      return true
    }
    if (kept.reason === 'theirs' && isChoosing(asked)) showConflict(asked)
    else say(kept.reason)
    return false
  }
  /** A note's form closes once it is kept, and not before. */
  const rewrite = async (asked: CaseEdit): Promise<boolean> => {
    const kept = await edit(asked)
    const form = 'id' in asked && root.querySelector<HTMLElement>(`[data-note="${asked.id}"]`)
    if (kept && form) find('[data-part="note-cancel"]', form).click()
    return kept
  }
  const showConflict = (asked: Choosing): void => {
    disputed = asked
    const options = [...choice(asked.edit).options]
    const mine = options.find(({ value }) => value === (asked.to ?? ''))
    setText(conflict, 'mine', mine?.textContent ?? '')
    show(conflict)
    conflict.focus()
  }
  const endConflict = (): void => {
    disputed = null
    show(conflict, false)
    choice('state').focus()
  }
  const fillAssignees = (work: CaseWork): void => {
    const select = choice('assignee')
    const people = teammates.filter(({ role }) => role !== 'recovery')
    const known = people.map(({ fingerprint, name }) => [fingerprint, name] as const)
    const alone = people.length === 0 ? [[self, words('cases.me')] as const] : []
    const gone =
      work.assignee !== null && ![...known, ...alone].some(([each]) => each === work.assignee)
        ? [[work.assignee, words('cases.gone')] as const]
        : []
    select.replaceChildren(
      ...[['', words('cases.nobody')] as const, ...known, ...alone, ...gone].map(
        ([value, text]) => new Option(text, value),
      ),
    )
    select.value = work.assignee ?? ''
  }
  /** Where nobody chose, it is aside by a rule or not at all. */
  const fillAside = ({ aside }: CaseWork, rule: JunkRule | null): void => {
    for (const option of choice('aside').options) option.hidden = option.value === '' && rule === null
    choice('aside').value = aside ?? (rule === null ? 'genuine' : '')
  }
  const fillOthers = ({ duplicateOf }: CaseWork): void => {
    const select = choice('duplicate')
    const known = others(id)
    const away = duplicateOf !== null && !known.some((each) => each.id === duplicateOf)
    select.replaceChildren(
      new Option(words('cases.noDuplicate'), ''),
      ...known.map((each) => new Option(each.title, each.id)),
      ...(away ? [new Option(duplicateOf, duplicateOf)] : []),
    )
    select.value = duplicateOf ?? ''
    show(find('[data-part="duplicate-go"]', root), duplicateOf !== null && !away)
  }
  const update = (): void => {
    const { work } = desk.known(id)
    const unread = desk.faultIn(id) !== null
    show(root)
    show(find('[data-part="case-unread"]', root), unread)
    show(find('[data-part="case-fields"]', root), !unread)
    setText(root, 'work-now', workIn(work, ruleOf(id), words))
    choice('state').value = work.state
    // A case is declined where its author is told so, further down.
    for (const option of choice('state').options) {
      option.disabled = option.value === 'declined' && work.state !== 'declined'
    }
    fillAside(work, ruleOf(id))
    fillAssignees(work)
    fillOthers(work)
    keepPlace(findAll('[data-part="case-fields"] > section', root), () => fillLists(work))
  }
  const fillLists = (work: CaseWork): void => {
    find('[data-part="tags"]', root).replaceChildren(
      ...work.tags.map((tag) => tagRow(tag, () => edit({ edit: 'tag', tag, on: false }))),
    )
    const today = dayOf(Date.now())
    show(find('[data-part="no-tasks"]', root), work.tasks.length === 0)
    find('[data-part="tasks"]', root).replaceChildren(
      ...work.tasks.map((task) =>
        taskRow(task, today, words, (done) => edit({ edit: 'task-done', id: task.id, done })),
      ),
    )
    show(find('[data-part="no-notes"]', root), work.notes.length === 0)
    keepTyping(root, () => {
      const rows = work.notes.map((note) => noteRow(note, nameOf(note.by), rewrite))
      find('[data-part="notes"]', root).replaceChildren(...rows)
    })
  }

  choice('state').addEventListener('change', () => {
    const { state } = desk.known(id).work
    const to = choice('state').value as CaseWork['state']
    void edit({ edit: 'state', from: state, to, reason: '' })
  })
  for (const name of ['assignee', 'aside', 'duplicate'] as const) {
    choice(name).addEventListener('change', () => {
      const to = choice(name).value || null
      void edit({ edit: name, from: chosenIn(desk.known(id).work, name), to } as CaseEdit)
    })
  }
  find('[data-part="duplicate-go"] button', root).addEventListener('click', () => {
    const { duplicateOf } = desk.known(id).work
    if (duplicateOf !== null) onOpen(duplicateOf)
  })
  insist.addEventListener('click', async () => {
    if (!disputed) return
    const from = chosenIn(desk.known(id).work, disputed.edit)
    const again = { ...disputed, from } as Choosing
    if (await edit(again)) endConflict()
  })
  find('[data-part="keep-theirs"]', conflict).addEventListener('click', endConflict)
  const adding = (name: string, make: (text: string) => CaseEdit): void => {
    const form = find<HTMLFormElement>(`[data-part="add-${name}"]`, root)
    const field = find<HTMLInputElement | HTMLTextAreaElement>(`#case-${name}`, form)
    /** What left and was not heard of leaves again as the same: it is then there once. */
    let pending: CaseEdit | null = null
    form.addEventListener('input', () => {
      pending = null
    })
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      const text = field.value.trim()
      if (text === '') return field.focus()
      pending ??= make(text)
      if (!(await edit(pending))) return
      pending = null
      // What was typed meanwhile stays.
      if (field.value.trim() === text) form.reset()
      field.focus()
    })
  }
  const signed = () => ({ id: randomHex(16), by: self })
  adding('tag', (tag) => ({ edit: 'tag', tag, on: true }))
  adding('note', (text) => ({ edit: 'note', note: { ...signed(), on: dayOf(Date.now()), text } }))
  adding('task', (text) => {
    const due = find<HTMLInputElement>('#case-due', root).value || null
    return { edit: 'task', task: { ...signed(), text, due, done: null } }
  })
  update()
  return { update }
}

const isChoosing = (asked: CaseEdit): asked is Choosing => CHOICES.some((choice) => choice === asked.edit)

const chosenIn = (work: CaseWork, name: Choosing['edit']): string | null =>
  name === 'duplicate' ? work.duplicateOf : work[name]

/** A note that is being written over stays open, with what is typed in it. */
function keepTyping(root: HTMLElement, refill: () => void): void {
  const open = findAll<HTMLFormElement>('[data-part="note-form"]:not([hidden])', root).map((form) => ({
    note: form.dataset['note'] ?? '',
    text: find<HTMLTextAreaElement>('textarea', form).value,
  }))
  refill()
  for (const { note, text } of open) {
    const form = root.querySelector<HTMLFormElement>(`[data-part="note-form"][data-note="${note}"]`)
    if (!form) continue
    show(form)
    find<HTMLTextAreaElement>('textarea', form).value = text
  }
}
