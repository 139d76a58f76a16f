// Accessibility rules, the same for every door.
import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** All that other colours can change of a page that was looked at already. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const RULES: Record<'all' | 'colours', NonNullable<RunOptions['runOnly']>> = {
  all: { type: 'tag', values: TAGS },
  colours: { type: 'rule', values: COLOUR_RULES },
}

/** Axe with every WCAG A and AA rule, and its best practices; or with those on colours alone. */
export async function expectAccessible(page: Page, rules: 'all' | 'colours' = 'all'): Promise<void> {
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(axe.source)
  const options: RunOptions = { runOnly: RULES[rules], resultTypes: ['violations'] }
  const results = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`)
  expect(results.passes.length).toBeGreaterThan(0)
  expect(
    results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    ),
  ).toEqual([])
}
