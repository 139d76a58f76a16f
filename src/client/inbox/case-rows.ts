// One keyword, one task, one note of a case, as rows. What anyone wrote is shown as text, with its marks isolated.
import type { CaseEdit } from '../../domain/case-edit.ts'
import type { CaseNote, CaseTask } from '../../protocol/case-file.ts'
import type { Day } from '../../protocol/day.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { showStrangerText } from './stranger-text.ts'
import { dayInWords, type Words } from './words.ts'

export function tagRow(tag: string, onRemove: () => void): HTMLElement {
  const row = copyTemplate('case-tag')
  setText(row, 'tag', tag)
  find('button', row).addEventListener('click', onRemove)
  return row
}

/** `onDone` hears the day it was done, or null. */
export function taskRow(
  { text, due, done }: CaseTask,
  today: Day,
  words: Words,
  onDone: (done: Day | null) => void,
): HTMLElement {
  const row = copyTemplate('case-task')
  const box = find<HTMLInputElement>('input', row)
  showStrangerText(find('[data-text="task"]', row), text)
  box.checked = done !== null
  const late = due !== null && done === null && due < today ? ` · ${words('cases.late')}` : ''
  setText(
    row,
    'task-due',
    due === null ? '' : `${words('cases.dueBy')} ${dayInWords(due, { dateStyle: 'long' })}${late}`,
  )
  row.classList.toggle('late', late !== '')
  box.addEventListener('change', () => onDone(box.checked ? today : null))
  return row
}

/** The form stays open, with what is typed in it, until whoever hears of the edit closes it. */
export function noteRow(
  { id, on, text }: CaseNote,
  by: string,
  edit: (edit: CaseEdit) => Promise<boolean>,
): HTMLElement {
  const row = copyTemplate('case-note')
  const form = find<HTMLFormElement>('[data-part="note-form"]', row)
  const field = find<HTMLTextAreaElement>('textarea', form)
  const rewrite = find('[data-part="note-rewrite"]', row)
  form.dataset['note'] = id
  showStrangerText(find('[data-text="note-by"]', row), by)
  setText(row, 'note-on', dayInWords(on, { dateStyle: 'long' }))
  showStrangerText(find('[data-part="note-text"]', row), text)
  rewrite.addEventListener('click', () => {
    field.value = text
    show(form)
    field.focus()
  })
  find('[data-part="note-cancel"]', form).addEventListener('click', () => {
    show(form, false)
    rewrite.focus()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const to = field.value.trim()
    if (to === '') return field.focus()
    void edit({ edit: 'rewrite', id, from: text, to })
  })
  find('[data-part="note-remove"]', row).addEventListener('click', () => {
    void edit({ edit: 'remove-note', id, from: text })
  })
  return row
}
