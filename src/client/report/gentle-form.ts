// Small kindnesses of the form: fields that appear when they are needed, a count near the limit, and a kind word when
// something lacks its other half. It never removes anything that was typed.
import { copyTemplate, find, findAll, setText, show, showAll } from '../dom.ts'
import { answersIn, applyConditions } from './conditions.ts'
import { completeQuestions } from './complete-questions.ts'
import { isAhead, isOpen, unfinished } from './read-report.ts'

/** The count appears when fewer characters than this, or a tenth of the whole, remain. */
const NEAR_THE_LIMIT_CHARS = 400

export function armFields(form: HTMLFormElement): void {
  completeQuestions(form)
  const refresh = (): void => {
    const answers = new FormData(form)
    applyConditions(form)
    form.dataset['voice'] = voice(answersIn(form))
    showAll('[data-month-ahead]', isAhead(answers, new Date()), form)
    for (const counter of findAll('[data-count]', form)) count(counter)
    if (marked !== null && unfinishedIn(form, marked).length === 0) clearProblems(form)
  }
  form.addEventListener('input', ({ target }) => keepExclusive(target))
  form.addEventListener('input', refresh)
  form.addEventListener('change', refresh)
  form.addEventListener('paste', sayIfCut)
  form.addEventListener('reset', () => queueMicrotask(refresh))
  form.addEventListener('submit', (event) => event.preventDefault())
  refresh()
}

/** Whose words the questions take: whoever tells of a death tells of someone else, whether or not they said so. */
function voice(answersTo: (name: string) => readonly string[]): 'self' | 'others' {
  const roles = answersTo('role')
  if (roles.includes('witness') || roles.includes('relative')) return 'others'
  return !roles.includes('victim') && answersTo('acts').includes('death') ? 'others' : 'self'
}

/** "I don't know" and "I'd rather not say" stand alone: ticking one unticks the rest, and the other way round. */
function keepExclusive(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return
  const field = target.closest<HTMLElement>('[data-field]')
  if (!field) return
  for (const other of findAll<HTMLInputElement>('input:checked', field)) {
    if (other !== target && (isOpen(target.value) || isOpen(other.value))) other.checked = false
  }
}

/** The browser cuts what is pasted at the field's limit without a word: this says so, until something else is typed there. */
function sayIfCut({ target, clipboardData }: ClipboardEvent): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
  const words = document.querySelector<HTMLElement>(`[data-cut="${target.name}"]`)
  if (!words) return
  const pasted = clipboardData?.getData('text/plain').replaceAll('\r\n', '\n').length ?? 0
  const replaced = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0)
  show(words, target.value.length - replaced + pasted > target.maxLength)
  const forget = (event: Event): void => {
    if (event.type === 'input' && (event as InputEvent).inputType === 'insertFromPaste') return
    show(words, false)
    target.removeEventListener('input', forget)
  }
  target.addEventListener('input', forget)
  target.form?.addEventListener('reset', forget, { once: true })
}

function count(counter: HTMLElement): void {
  const field = find<HTMLInputElement | HTMLTextAreaElement>(`#${counter.dataset['count']}`)
  const left = field.maxLength - field.value.length
  show(counter, left < Math.min(NEAR_THE_LIMIT_CHARS, field.maxLength / 4))
  setText(counter, 'left', String(left))
}

/** The step whose unfinished fields are marked; null when none is. */
let marked: string | null = null

/** Ids of the fields of one step that lack their other half. */
const unfinishedIn = (form: HTMLFormElement, step: string): string[] =>
  unfinished(new FormData(form)).filter((id) => form.querySelector(`[data-step="${step}"] #${id}`))

/** Marks what is unfinished in one step, leads there, and says whether the step may be left. */
export function checkStep(form: HTMLFormElement, step: string): boolean {
  clearProblems(form)
  const ids = unfinishedIn(form, step)
  if (ids.length === 0) return true
  marked = step
  const summary = find('[data-problems]', form)
  for (const id of ids) {
    const field = find(`#${id}`, form)
    const words = find(`#missing-${id}`, form)
    show(words)
    field.setAttribute('aria-invalid', 'true')
    describe(field, words.id, true)
    const link = copyTemplate('problem')
    setText(link, 'problem', words.textContent ?? '')
    find('a', link).addEventListener('click', (event) => {
      event.preventDefault()
      field.focus()
    })
    find('ul', summary).append(link)
  }
  show(summary)
  summary.focus()
  return false
}

/** Adds the kind word to what a screen reader says of the field, or takes it away again. */
function describe(field: HTMLElement, id: string, described: boolean): void {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each && each !== id)
  if (described) ids.push(id)
  if (ids.length > 0) field.setAttribute('aria-describedby', ids.join(' '))
  else field.removeAttribute('aria-describedby')
}

export function clearProblems(form: HTMLFormElement): void {
  marked = null
  const summary = find('[data-problems]', form)
  find('ul', summary).replaceChildren()
  show(summary, false)
  showAll('.missing', false, form)
  for (const field of findAll('[aria-invalid]', form)) {
    field.removeAttribute('aria-invalid')
    describe(field, `missing-${field.id}`, false)
  }
}
