// Puts what a stranger typed on the page as text and nothing else: no link, no markup, and no invisible mark that rearranges it.
import { codesOf, runsOf } from './plain-text.ts'

/**
 * Replaces the contents of `target`, whose text is then exactly `text`. Each run of marks sits in an element of its own, isolated,
 * so that it turns nothing around it. Answers whether a mark was found whose code is shown.
 */
export function showStrangerText(target: HTMLElement, text: string): boolean {
  const runs = runsOf(text)
  target.replaceChildren(
    ...runs.map((run) => {
      if (run.kind === 'text') return run.text
      const mark = document.createElement('bdi')
      mark.textContent = run.text
      mark.className = `mark-${run.kind}`
      if (run.kind === 'unseen') mark.dataset['codes'] = codesOf(run.text)
      return mark
    }),
  )
  return runs.some((run) => run.kind === 'unseen')
}
