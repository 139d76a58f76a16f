// Reads a return code as it is typed, and says kindly what does not hold, with words to choose instead. Nothing typed is lost, nothing is
// kept elsewhere, and no fault says whether a code opens anything.
import { plainWords, type Code, type CodeFault, type CodeReading } from '../../crypto/return-code.ts'
import { CODE_WORDS } from '../../protocol/limits.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { copyTemplate, find, findAll, setText, show } from '../dom.ts'
import { partOf } from './code-life.ts'
import { replaceWords, wordAt } from './code-words.ts'

/** What of `CodeDesk` is needed. */
export interface CodeReader {
  read: (text: string, locale: Locale) => Promise<CodeReading>
}

export interface Typing {
  /** Empties the field and all that was said. What is being read is not heard of any more; typing may begin again. */
  wipe: () => void
}

/** Words to write instead of those typed, by their places. */
type Correction = ReadonlyMap<number, string>

/** Over `TypedCode`, which `root` is or holds; called once. `onCode` hears each code that holds; its words stay in the field until `wipe`. */
export function armTyping(root: HTMLElement, desk: CodeReader, onCode: (code: Code) => void): Typing {
  const part = partOf(root, '[data-typed-code]')
  const field = find<HTMLTextAreaElement>('textarea', part)
  const open = find<HTMLButtonElement>('[data-code-open]', part)
  const box = find('[data-code-fault]', part)
  const list = find('[data-code-faults]', part)
  const chosen = find('[data-code-chosen]', part)
  let turn = 0

  /** Nothing said yet of what is typed now. */
  function clear(): void {
    turn++
    open.disabled = false
    field.removeAttribute('aria-invalid')
    list.replaceChildren()
    setText(part, 'found', '')
    show(box, false)
    show(chosen, false)
  }

  async function read(): Promise<void> {
    clear()
    if (field.value.trim() === '') return say('empty')
    open.disabled = true
    const asked = turn
    const answer = await desk.read(field.value, field.lang as Locale)
    // Written on, or wiped: what was read is not what stands there.
    if (asked !== turn) return
    open.disabled = false
    if (answer.ok) return onCode(answer.value)
    list.append(...doubtsOf(answer.reason))
    if (answer.reason.kind === 'count') setText(part, 'found', String(answer.reason.found))
    say(answer.reason.kind)
  }

  /** Shown, and read aloud: the focus goes where it is said, just before the words to choose. */
  function say(fault: CodeFault['kind'] | 'empty'): void {
    for (const line of findAll('[data-fault]', part)) show(line, line.dataset['fault'] === fault)
    if (fault !== 'failed' && fault !== 'unreachable') field.setAttribute('aria-invalid', 'true')
    show(box)
    find('[data-code-said]', part).focus()
  }

  function doubtsOf(fault: CodeFault): HTMLElement[] {
    if (fault.kind === 'unknown')
      return fault.words.map(({ position, nearest }) =>
        doubt('code-unknown', position, ...nearest.map((near) => new Map([[position, near]]))),
      )
    if (fault.kind === 'checksum')
      return fault.suspects.map(({ position, instead, swap }) =>
        swap
          ? doubt('code-swapped', position, exchanged(position))
          : doubt('code-suspect', position, new Map([[position, instead]])),
      )
    return []
  }

  const exchanged = (position: number): Correction =>
    new Map([
      [position, wordAt(field.value, position + 1)],
      [position + 1, wordAt(field.value, position)],
    ])

  /** A line of what does not hold, and a button for each correction. */
  function doubt(template: string, position: number, ...corrections: Correction[]): HTMLElement {
    const line = copyTemplate(template)
    setText(line, 'number', String(position + 1))
    setText(line, 'next', String(position + 2))
    setText(line, 'typed', wordAt(field.value, position))
    show(find('[data-code-look]', line), corrections.length === 0)
    show(find('[data-code-near]', line), corrections.length > 0)
    const buttons = corrections.map((correction) => {
      const button = copyTemplate('code-near')
      setText(button, 'number', String(position + 1))
      setText(button, 'near', [...correction.values()].join(' '))
      button.addEventListener('click', () => choose(line, correction, template === 'code-unknown'))
      return button
    })
    find('[data-code-near]', line).append(...buttons)
    return line
  }

  /** `others`: whether what was said of the other words still holds. */
  function choose(line: HTMLElement, correction: Correction, others: boolean): void {
    field.value = replaceWords(field.value, correction)
    line.remove()
    const next = others && list.querySelector<HTMLElement>('button')
    if (next) return next.focus()
    if (others && list.childElementCount > 0) return field.focus()
    clear()
    show(chosen)
    open.focus()
  }

  function mask(masked: boolean): void {
    part.classList.toggle('code-masked', masked)
    show(find('[data-code-masks]', part), !masked)
    show(find('[data-code-reveals]', part), masked)
  }

  field.addEventListener('input', clear)
  // Some write a word a line: until there are eight, Enter is theirs.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    if (plainWords(field.value).length < CODE_WORDS) return
    event.preventDefault()
    if (!open.disabled) void read()
  })
  open.addEventListener('click', () => void read())
  find('[data-code-hide]', part).addEventListener('click', () =>
    mask(!part.classList.contains('code-masked')),
  )
  return {
    wipe: () => {
      field.value = ''
      mask(false)
      clear()
    },
  }
}
