// Accessibility rules, the same for every door.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The same program in half the bytes: a page reads it before it is looked at. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All that other colours can change of a page that was looked at already. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const RULES: Record<'all' | 'colours', NonNullable<RunOptions['runOnly']>> = {
  all: { type: 'tag', values: TAGS },
  colours: { type: 'rule', values: COLOUR_RULES },
}

/** Axe with every WCAG A and AA rule, and its best practices; or with those on colours alone. */
export async function expectAccessible(page: Page, rules: Rules = 'all'): Promise<void> {
  expectNothingIn(await lookAt(page, RUN, rules))
}

/**
 * The same of the step on screen and all around it. The steps that are hidden are out of the page meanwhile: axe finds nothing in them,
 * but walks through them, six times as long as through what is seen. What they share with the rest, such as names, is for a look at the
 * whole page.
 */
export async function expectStepAccessible(page: Page, rules: Rules = 'all'): Promise<void> {
  // What comes in later is put into steps that must be there.
  await page.waitForFunction(`!document.querySelector('[data-filling]')`)
  expectNothingIn(await lookAt(page, RUN_ON_STEP, rules))
}

type Rules = keyof typeof RULES

const RUN = '(options) => axe.run(options)'
const RUN_ON_STEP = `async (options) => {
  const hidden = [...document.querySelectorAll('[data-step]')].filter((step) => !step.checkVisibility())
  const places = hidden.map((step) => {
    const place = document.createComment('')
    step.replaceWith(place)
    return place
  })
  try {
    return await axe.run(options)
  } finally {
    places.forEach((place, at) => place.replaceWith(hidden[at]))
  }
}`

async function lookAt(page: Page, run: string, rules: Rules): Promise<AxeResults> {
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(AXE)
  const options: RunOptions = { runOnly: RULES[rules], resultTypes: ['violations'] }
  return page.evaluate<AxeResults>(`(${run})(${JSON.stringify(options)})`)
}

function expectNothingIn({ passes, violations }: AxeResults): void {
  expect(passes.length).toBeGreaterThan(0)
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}
