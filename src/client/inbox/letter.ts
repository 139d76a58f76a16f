// A report as a reader meets it: what it is about in one line, then every answer that was given, in a fixed order.
// Pure: codes in, codes out; the words are in the page.
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { Account } from '../../protocol/report.ts'
import { ACTS } from '../../protocol/vocabulary.ts'

export type Field = keyof Account

/** One answer: a code of the vocabulary, the person's own words, or a month (its first day). */
export type Answer =
  | { kind: 'code'; group: Field; code: string }
  | { kind: 'text'; text: string }
  | { kind: 'month'; day: string }

export interface Line {
  field: Field
  answers: Answer[]
}

/** What happened and what is needed come first; then how, where, when and who. */
const READING_ORDER: readonly Field[] = [
  'role',
  'acts',
  'needs',
  'channel',
  'platform',
  'lure',
  'place',
  'departement',
  'month',
  'weekday',
  'timeBand',
  'attackers',
  'attackerAges',
]

/** Every answered question. One that was left out, or answered by nothing, has no line. */
export function answeredLines(account: Account): Line[] {
  return READING_ORDER.map((field) => ({ field, answers: answersOf(account, field) })).filter(
    ({ answers }) => answers.length > 0,
  )
}

function answersOf(account: Account, field: Field): Answer[] {
  const value = account[field]
  if (value === undefined || value.length === 0) return []
  if (field === 'platform') return [{ kind: 'text', text: String(value) }]
  if (field === 'month') return [{ kind: 'month', day: String(value) }]
  const codes = field === 'acts' ? gravestFirst(account.acts ?? []) : [value].flat()
  return codes.map((code) => ({ kind: 'code', group: field, code }))
}

const severity = (code: string): number => ACTS.findIndex((act) => act === code)

/** Without repeats. "I do not know" comes last. */
export const gravestFirst = (acts: readonly string[]): string[] =>
  [...new Set(acts)].toSorted((a, b) => severity(b) - severity(a))

/** What the list shows of a report without its text. */
export interface Summary {
  role: string | null
  acts: string[]
  departement: string | null
  needs: string[]
}

export const summaryOf = ({ account }: Pick<EnvelopeContents, 'account'>): Summary => ({
  role: account.role ?? null,
  acts: gravestFirst(account.acts ?? []),
  departement: account.departement ?? null,
  needs: [...new Set<string>(account.needs ?? [])],
})
