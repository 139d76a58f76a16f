// The rows of what points to the attackers: adds them, takes them away, shows how each was understood. It never refuses what was
// written and never stands in the way: a form that is not recognised is only asked to be looked at again.
import type { Identified, IdentifierType } from '../../domain/identifiers.ts'
import { MAX_IDENTIFIERS } from '../../protocol/limits.ts'
import type { Identifier } from '../../protocol/report.ts'
import { copyTemplate, find, findAll, setText, show, showOne } from '../dom.ts'
import { IdentifyDesk } from './identify-desk.ts'

const FIELD = '[data-field="identifiers"]'

/** A finger that leaves the field for a button must find it where it was: what is said of the field moves the page only after. */
const AFTER_A_TOUCH_MS = 300

/** The keyboard a phone shows. */
const KEYBOARDS: Partial<Record<IdentifierType, string>> = {
  phone: 'tel',
  email: 'email',
  'profile-link': 'url',
}

/** What a row holds, as written. */
interface Written {
  type: IdentifierType
  platform: string
  value: string
}

/** How each row was last understood, for exactly that kind and those words. In memory, as long as the row. */
const understood = new WeakMap<Element, Identified & { of: string }>()

const keyOf = ({ type, value }: Written): string => `${type} ${value}`

export class IdentifierRows {
  readonly #form: HTMLFormElement
  readonly #field: HTMLElement
  readonly #desk = new IdentifyDesk()
  #made = 0

  constructor(form: HTMLFormElement) {
    this.#form = form
    this.#field = find(FIELD, form)
    this.#field.addEventListener('focusin', () => this.start())
    this.#addButton.addEventListener('click', () => this.#add())
  }

  /** Fetches what understands numbers and accounts: called when the step is shown. */
  start(): void {
    this.#desk.start()
  }

  rows(): Identifier[] {
    return readIdentifiers(this.#form)
  }

  /** Takes every row away and ends the Worker. */
  wipe(): void {
    this.#desk.close()
    for (const row of rowsOf(this.#form)) row.remove()
    this.#number()
  }

  get #addButton(): HTMLElement {
    return find('[data-add-identifier]', this.#field)
  }

  #add(): void {
    const row = copyTemplate('identifier')
    const id = `identifier-${++this.#made}`
    const value = valueOf(row)
    const status = find('[role="status"]', row)
    const name = find('h3', row)
    value.id = id
    status.id = `${id}-words`
    name.id = `${id}-name`
    row.setAttribute('aria-labelledby', name.id)
    value.setAttribute('aria-describedby', status.id)
    typeOf(row).addEventListener('change', () => this.#retype(row))
    value.addEventListener('input', () => this.#hear(row))
    for (const field of [value, platformOf(row)]) field.addEventListener('change', () => this.#leave(row))
    find('[data-keep-identifier]', row).addEventListener('click', () => {
      row.dataset['sure'] = ''
      draw(row)
      value.focus()
    })
    find('[data-remove-identifier]', row).addEventListener('click', () => this.#remove(row))
    find('[data-rows]', this.#field).append(row)
    this.#number()
    typeOf(row).focus()
  }

  /** Asks how the words of a row are understood. What was said of the row before is not true of it any more. */
  #hear(row: HTMLElement): void {
    delete row.dataset['sure']
    if (row.dataset['unsure'] === undefined) delete row.dataset['left']
    draw(row)
    const written = read(row)
    if (written.value === '') return
    const of = keyOf(written)
    this.#desk.ask(written.type, written.value, (answer) => {
      if (keyOf(read(row)) !== of) return
      understood.set(row, { ...answer, of })
      draw(row)
    })
  }

  /** Nothing is said of a field while it is being filled for the first time. */
  #leave(row: HTMLElement): void {
    setTimeout(() => {
      row.dataset['left'] = ''
      draw(row)
    }, AFTER_A_TOUCH_MS)
  }

  #retype(row: HTMLElement): void {
    const { type } = read(row)
    show(find('[data-platform]', row), hasPlatform(type))
    valueOf(row).inputMode = KEYBOARDS[type] ?? 'text'
    this.#hear(row)
    if (valueOf(row).value !== '') this.#leave(row)
  }

  #remove(row: HTMLElement): void {
    row.remove()
    this.#number()
    this.#addButton.focus()
    this.#form.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** Rows are named by their place. The button stays where it is, so that focus is never lost. */
  #number(): void {
    const rows = rowsOf(this.#form)
    rows.forEach((row, index) => setText(row, 'number', String(index + 1)))
    const full = rows.length >= MAX_IDENTIFIERS
    show(find('[data-identifiers-full]', this.#field), full)
    show(this.#addButton, !full)
  }
}

/** Every row that holds something, in its normal form when it is known. */
function readIdentifiers(form: HTMLFormElement): Identifier[] {
  return rowsOf(form).flatMap((row) => {
    const { type, platform, value, recognised } = asUnderstood(row)
    return value === '' ? [] : [{ type, ...(platform && { platform }), value, recognised }]
  })
}

/** A line a row, in the page's own words: kind, platform, value. To be read, never sent: each part keeps its direction to itself. */
export const identifierLines = (form: HTMLFormElement): string[] =>
  rowsOf(form).flatMap((row) => {
    const { platform, value } = asUnderstood(row)
    const type = typeOf(row).selectedOptions[0]?.textContent?.trim() ?? ''
    return value === '' ? [] : [[type, platform, value].filter(Boolean).map(isolated).join(' · ')]
  })

/** Between isolating marks, which nothing within may close. */
const isolated = (text: string): string => `\u2068${text.replace(/[\u2066-\u2069]/g, '')}\u2069`

function asUnderstood(row: HTMLElement): Written & { recognised: boolean } {
  const written = read(row)
  const known = understood.get(row)
  return known?.of === keyOf(written)
    ? { ...written, value: known.value, recognised: known.recognised }
    : { ...written, recognised: false }
}

/** Says how a row is understood, once its field was left: the normal form, or what to look at again. */
function draw(row: HTMLElement): void {
  const written = read(row)
  const known = understood.get(row)
  const missing = written.value === '' && written.platform !== ''
  const current = known?.of === keyOf(written) && known.value !== '' ? known : null
  const left = row.dataset['left'] !== undefined
  const sure = row.dataset['sure'] !== undefined
  const unsure = left && !sure && (missing || current?.recognised === false)
  setText(row, 'noted', current?.value ?? '')
  if (!left) showOne(row, null)
  else if (missing) showOne(row, 'missing')
  else if (current?.recognised === false) showOne(row, sure ? 'kept' : written.type)
  else showOne(row, current && 'noted')
  show(find('[data-keep-identifier]', row), unsure && !missing)
  row.toggleAttribute('data-unsure', unsure)
}

const rowsOf = (form: HTMLFormElement): HTMLElement[] => findAll('[data-identifier]', form)
const typeOf = (row: HTMLElement) => find<HTMLSelectElement>('[name="identifierType"]', row)
const platformOf = (row: HTMLElement) => find<HTMLInputElement>('[name="identifierPlatform"]', row)
const valueOf = (row: HTMLElement) => find<HTMLInputElement>('[name="identifierValue"]', row)

const hasPlatform = (type: IdentifierType): boolean => type === 'pseudonym' || type === 'profile-link'

function read(row: HTMLElement): Written {
  const type = typeOf(row).value as IdentifierType
  return {
    type,
    platform: hasPlatform(type) ? platformOf(row).value.trim() : '',
    value: valueOf(row).value.trim(),
  }
}
