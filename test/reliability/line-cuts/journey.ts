// What someone does on a page, so that it can be walked over a line that is cut: legs with an end each, what they press when they are told of
// trouble, and what of theirs is in the store.
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import type { Phone } from '../../support/browser.ts'
import type { RunningDemonstration } from '../../support/demonstration.ts'
import type { CutLine } from './cut-line.ts'

/** Words that say what went wrong, and what the person then touches; `reload` where the page itself did not come. */
export interface Trouble {
  said: string
  press: string | 'reload'
}

export interface Leg {
  /** Asked again and again: touches what leads on from what is on screen, and never what a trouble is answered with. */
  goOn: (page: Page) => Promise<void>
  /** On screen once the page says that it is done. */
  done: string
}

export interface Journey {
  phone: Phone
  line: CutLine
  /** The line is whole until this leg. */
  cutFrom?: number
  legs: readonly Leg[]
  troubles: readonly Trouble[]
  /** What was written or is known to this phone alone: it must not leave as it is. */
  secrets: () => readonly string[]
  /** While a page tells of trouble: what was typed, chosen or agreed to and is gone. */
  missing?: (page: Page) => Promise<string | null>
  /** On screen where the page says that nothing of it arrived. */
  denies?: string
  /** How often each thing that was to be kept is there; but for what the page says may not be. */
  copies: (page: Page) => Promise<readonly number[]>
  /** How often it is there once the page says that it is done. */
  goal: 0 | 1
}

export interface House {
  browser: Browser
  demonstration: RunningDemonstration
}

export interface Flow {
  name: string
  /** Someone new. */
  begin: (house: House) => Promise<Journey>
}

/** A page that is being fetched and does not come answers nothing. */
const ANSWERS_WITHIN_MS = 2000

/** What the page answers; null while another takes its place, or is waited for in vain. */
export const within = <Answer>(page: Page, expression: string): Promise<Answer | null> =>
  Promise.race([
    page.evaluate<Answer>(expression).catch(() => null),
    pause(ANSWERS_WITHIN_MS, null, { ref: false }),
  ])

/** Which of these is on screen first, in their order. */
export const firstSeen = (page: Page, marks: readonly string[]): Promise<string | null> =>
  within<string>(
    page,
    `(${JSON.stringify(marks)}).find((mark) => [...document.querySelectorAll(mark)].some((each) => each.checkVisibility() && each.offsetHeight > 0)) ?? null`,
  )

/** Touches the first of these that is on screen and may be touched; whether there was one. */
export const touch = (page: Page, mark: string): Promise<boolean | null> =>
  within<boolean>(
    page,
    `(() => {
    const found = [...document.querySelectorAll(${JSON.stringify(mark)})].find((each) => each.checkVisibility() && !each.disabled && each.getAttribute('aria-disabled') !== 'true')
    found?.click()
    return found !== undefined
  })()`,
  )

interface Writing {
  field: string
  button: string
  words: string
  /** Nothing is done while any of these is on screen. */
  unless: readonly string[]
}

/**
 * Writes the words, once, and touches the button, in one breath: between two looks at a page it may have gone on. What was sent and is gone
 * from its field is not written again.
 */
export function writeOnce({ field, button, words, unless }: Writing): (page: Page) => Promise<void> {
  let typed = false
  return async (page) => {
    const done = await within<boolean>(
      page,
      `(() => {
        const seen = (mark) => [...document.querySelectorAll(mark)].find((each) => each.checkVisibility() && each.offsetHeight > 0)
        const field = seen(${JSON.stringify(field)})
        const button = seen(${JSON.stringify(button)})
        if (!field || !button || button.disabled || button.getAttribute('aria-disabled') === 'true') return false
        if (${JSON.stringify(unless)}.some(seen) || (${typed} && field.value === '')) return false
        if (field.value === '') {
          field.value = ${JSON.stringify(words)}
          field.dispatchEvent(new Event('input', { bubbles: true }))
        }
        button.click()
        return true
      })()`,
    )
    typed ||= done === true
  }
}
