// Asks two words of a return code back, drawn anew each time. Four letters are enough; nobody is locked out. What is typed is compared
// here and goes nowhere.
import type { Code } from '../../crypto/return-code.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { find, findAll, setText, show } from '../dom.ts'
import { beginRun, endRun, partOf } from './code-life.ts'
import { drawTwo, isSameWord } from './code-words.ts'

const PART = '[data-code-back]'
const SLOTS = ['first', 'second'] as const

/** The two are right; the person goes on without; or they want to see the words again. */
export type AskedBack = 'right' | 'skipped' | 'again'

/**
 * Over `CodeBack`, which `root` is or holds. It is on screen already: the question takes the focus, so that it is read aloud. Settles
 * once, with the fields empty by then; never when it is wiped, or asked again, meanwhile.
 */
export function askBack(root: HTMLElement, code: Code): Promise<AskedBack> {
  const part = partOf(root, PART)
  const fields = findAll<HTMLInputElement>('input', part)
  const wrong = find('[data-code-wrong]', part)
  const places = drawTwo()
  const forgive = (): void => {
    show(wrong, false)
    for (const field of fields) field.removeAttribute('aria-invalid')
  }
  const signal = beginRun(part, () => {
    for (const field of fields) field.value = ''
    for (const slot of SLOTS) setText(part, slot, '')
    forgive()
  })
  SLOTS.forEach((slot, at) => setText(part, slot, String((places[at] ?? 0) + 1)))
  find('[data-code-asked]', part).focus()

  const isRight = (field: HTMLInputElement, at: number): boolean =>
    isSameWord(field.value, code[field.lang as Locale][places[at] ?? 0] ?? '')

  /** Says kindly that it is not that, and leads to the first that is not. */
  function areRight(): boolean {
    forgive()
    const missed = fields.filter((field, at) => !isRight(field, at))
    for (const field of missed) field.setAttribute('aria-invalid', 'true')
    show(wrong, missed.length > 0)
    missed[0]?.focus()
    return missed.length === 0
  }

  return new Promise((resolve) => {
    const end = (answer: AskedBack): void => {
      endRun(part)
      resolve(answer)
    }
    const check = (): void => {
      if (areRight()) end('right')
    }
    const on = (selector: string, act: () => void): void =>
      find(selector, part).addEventListener('click', act, { signal })
    on('[data-code-check]', check)
    on('[data-code-again]', () => end('again'))
    on('[data-code-skip]', () => end('skipped'))
    for (const field of fields) {
      field.addEventListener('input', forgive, { signal })
      field.addEventListener(
        'keydown',
        (event) => {
          if (event.key !== 'Enter' || event.isComposing) return
          event.preventDefault()
          check()
        },
        { signal },
      )
    }
  })
}

/** Empties it; whoever waits hears nothing more. */
export const wipeBack = (root: HTMLElement): void => endRun(partOf(root, PART))
