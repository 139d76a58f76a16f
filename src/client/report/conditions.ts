// Shows what the answers call for and hides what they do not: questions, advice, whole steps. It never removes an answer.
import { findAll, show } from '../dom.ts'
import { holds } from './written-condition.ts'

/** Every code chosen for a question of the form. */
export function answersIn(form: HTMLFormElement): (name: string) => string[] {
  const data = new FormData(form)
  return (name) =>
    data.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')
}

/** Steps off the way are marked, since only the journey shows a step; everything else is shown or hidden. */
export function applyConditions(form: HTMLFormElement): void {
  const answersTo = answersIn(form)
  const unasked = new Set<string>()
  for (const element of findAll('[data-when], [data-unless]', form)) {
    const { when, unless, step, field } = element.dataset
    // What depends on a question that is not asked is not asked either.
    const met = holds(when, unless, (name) => (unasked.has(name) ? [] : answersTo(name)))
    if (step === undefined) show(element, met)
    else element.toggleAttribute('data-off', !met)
    if (field !== undefined && !met) unasked.add(field)
  }
}
