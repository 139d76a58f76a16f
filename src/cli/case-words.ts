// What a command says of a case in a line: where it stands, who has it, what it is about, in the vocabulary's own words. No word here is a
// stranger's.
import { standingOf } from '../domain/standings.ts'
import { isSetAside } from '../domain/case-edit.ts'
import { gravestFirst, type Answer } from '../domain/letter.ts'
import { en } from '../i18n/en.ts'
import type { CaseWork } from '../protocol/case-file.ts'
import { DEPARTEMENTS } from '../protocol/departements.ts'
import { OPEN_ANSWERS } from '../protocol/vocabulary.ts'
import { isDisputed, isNew, isWithdrawn, orphanOf, reportOf, type Case } from '../sealing/cases.ts'
import type { Mate } from './team-keys.ts'
import { inertLine } from './shown-text.ts'

const ACTS_SHOWN = 3

const OTHERS = {
  'not-mine': 'sealed to another key',
  damaged: 'damaged',
  withdrawal: 'a withdrawal, its report erased',
  answer: 'your answer, without the report',
  message: 'a message without its report',
} as const

type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A code in words; one that is not known yet as it is. */
export function labelOf(group: string, code: string): string {
  const labels: Labels = { ...en.vocabulary, departement: { ...en.vocabulary.departement, ...DEPARTEMENTS } }
  const open = OPEN_ANSWERS.some((each) => each === code)
  return labels[open ? 'open' : group]?.[code] ?? inertLine(code)
}

export const fieldInWords = (field: string): string => labelOf('fields', field)

export const answerInWords = (answer: Exclude<Answer, { kind: 'text' }>): string =>
  answer.kind === 'month' ? answer.day.slice(0, 7) : labelOf(answer.group, answer.code)

/** What a case is about. */
export function titleOf(each: Case): string {
  const report = reportOf(each)
  if (!report) {
    const { opened } = each.head
    return OTHERS[opened.ok ? (orphanOf(each) ?? 'message') : opened.reason]
  }
  const { role, acts = [] } = report.account
  const ordered = gravestFirst(acts)
  const named = ordered.slice(0, ACTS_SHOWN).map((act) => labelOf('acts', act))
  const rest = ordered.length > named.length ? [`+${ordered.length - named.length}`] : []
  const what = named.length > 0 ? [...named, ...rest] : ['No act named']
  const who = role === 'witness' || role === 'relative' ? [labelOf('role', role)] : []
  return [...what, ...who].join(', ')
}

/** What becomes of a case: its author's will comes before the team's. */
export function stateOf(each: Case, work: CaseWork): string {
  if (isWithdrawn(each.thread)) return 'withdrawn'
  return standingOf(each, work)
}

/** The same with all that must not be missed. */
export function lineOf(each: Case, work: CaseWork): string {
  return [
    stateOf(each, work),
    ...(isNew(each) ? ['new'] : []),
    ...(isDisputed(each.thread) ? ['two new codes'] : []),
    ...(isSetAside(work) ? ['set aside'] : []),
  ].join(', ')
}

/** The name that a team gave to a key; its fingerprint where it is nobody's any more. */
export const nameOf = (fingerprint: string, teammates: readonly Mate[]): string =>
  inertLine(teammates.find((mate) => mate.fingerprint === fingerprint)?.name ?? fingerprint)
