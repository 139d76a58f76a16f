// What a member asks of the list: a view, words, answers, days. Codes in, a yes or no out; it is kept in the form on screen alone. Pure.
import type { Day } from '../../protocol/day.ts'
import { reportOf, type Case } from './cases.ts'
import { seekerOf } from './search-text.ts'
import { levelOf, type Reason } from './urgency.ts'
import { isInView, type Beside, type View } from './views.ts'

/** Empty: not asked. `urgency` is a reason, or `any` for all that has one. Days are those of the first envelope. */
export interface Filters {
  view: View
  words: string
  need: string
  departement: string
  urgency: string
  ageBand: string
  from: Day | ''
  to: Day | ''
}

export const NO_FILTERS: Filters = {
  view: 'all',
  words: '',
  need: '',
  departement: '',
  urgency: '',
  ageBand: '',
  from: '',
  to: '',
}

/** What is known of a case besides itself. */
export interface CaseKnowledge {
  textOf: (each: Case) => string
  reasonsOf: (each: Case) => readonly Reason[]
  beside: (each: Case) => Beside
}

/** How many things are asked. */
export const askedIn = (filters: Filters): number =>
  (Object.keys(NO_FILTERS) as (keyof Filters)[]).filter((name) => filters[name].trim() !== NO_FILTERS[name])
    .length

/** Whether a case answers all that is asked. */
export function sieveOf(filters: Filters, knowledge: CaseKnowledge): (each: Case) => boolean {
  const { view, need, departement, urgency, ageBand, from, to } = filters
  const sought = seekerOf(filters.words)
  const wordless = filters.words.trim() === ''
  return (each) => {
    const { receivedOn } = each.head
    if ((from !== '' && receivedOn < from) || (to !== '' && receivedOn > to)) return false
    if (!isInView(view, each, knowledge.beside(each))) return false
    const report = reportOf(each)
    if (need !== '' && !report?.account.needs?.some((code) => code === need)) return false
    if (departement !== '' && report?.account.departement !== departement) return false
    if (ageBand !== '' && report?.about?.ageBand !== ageBand) return false
    if (urgency !== '' && !hasUrgency(knowledge.reasonsOf(each), urgency)) return false
    return wordless || sought(knowledge.textOf(each))
  }
}

const hasUrgency = (reasons: readonly Reason[], urgency: string): boolean =>
  urgency === 'any' ? levelOf(reasons) !== 'other' : reasons.some((reason) => reason === urgency)
