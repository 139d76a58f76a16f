// The table of many cases: which columns there are, and what each says of one case, in the page's words. Pure.
import { isSetAside } from '../../domain/case-edit.ts'
import { standingOf } from '../../domain/standings.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import type { Account } from '../../protocol/report.ts'
import type { Case } from '../inbox/cases.ts'
import { provenFiles } from '../inbox/file-holds.ts'
import { aboutLines, answeredLines, type Answer, type Field } from '../../domain/letter.ts'
import type { Reason } from '../inbox/urgency.ts'
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { Saying } from './saying.ts'

/** Answers that are a column by themselves, in the order they are offered. */
const ANSWERS = [
  'role',
  'acts',
  'needs',
  'departement',
  'place',
  'month',
  'channel',
  'platform',
  'attackers',
  'harms',
  'bias',
  'complaint',
] as const satisfies readonly (keyof Account)[]

export const COLUMNS = [
  'case',
  'received',
  'last',
  'state',
  'assignee',
  'tags',
  'urgency',
  'ageBand',
  ...ANSWERS,
  'files',
  'until',
  'identifiers',
  'narrative',
  'contact',
] as const
export type Column = (typeof COLUMNS)[number]

/** Ticked before anyone chooses: nothing that a person wrote freely, nothing that points to somebody. */
export const USUAL_COLUMNS: readonly Column[] = [
  'case',
  'received',
  'state',
  'assignee',
  'tags',
  'urgency',
  'ageBand',
  'acts',
  'needs',
  'departement',
  'platform',
]

const isField = (column: Column): boolean =>
  [...ANSWERS, 'ageBand', 'identifiers', 'narrative', 'contact'].includes(column)

/** What a column is called: as the question, or as the page says it elsewhere. */
export function columnIn(column: Column, { word }: Pick<Saying, 'word'>): string {
  if (isField(column)) return word(`fields.${column}`)
  if (column === 'received') return word('letter.receivedOn')
  if (column === 'state' || column === 'assignee' || column === 'tags') return word(`cases.${column}`)
  return word(`export-column.${column}`)
}

/** One case, and what is known beside it. */
export interface TableCase {
  each: Case
  report: EnvelopeContents
  work: CaseWork
  reasons: readonly Reason[]
  nameOf: (fingerprint: string) => string
}

const BETWEEN = ' · '

type Cell = (known: TableCase, saying: Saying) => readonly string[]

const answer =
  (field: Field): Cell =>
  ({ report }, saying) =>
    [...answeredLines(report.account), ...aboutLines(report.about)]
      .filter((told) => told.field === field)
      .flatMap(({ answers }) => answers.map((each) => answerIn(each, saying)))

function answerIn(told: Answer, { label, month }: Saying): string {
  if (told.kind === 'text') return told.text
  return told.kind === 'month' ? month(told.day) : label(told.group, told.code)
}

const CELLS: Readonly<Record<Column, Cell>> = {
  // With a word before it: a spreadsheet would round a number of sixteen digits.
  case: ({ each }) => [`n° ${each.id}`],
  received: ({ each }) => [each.head.receivedOn],
  last: ({ each }) => [each.day],
  state: ({ each, work }, { word }) => [
    word(`case-state.${standingOf(each, work)}`),
    ...(isSetAside(work) ? [word(`case-aside.${work.aside}`)] : []),
  ],
  assignee: ({ work, nameOf }) => (work.assignee === null ? [] : [nameOf(work.assignee)]),
  tags: ({ work }) => work.tags,
  urgency: ({ reasons }, { word }) => reasons.map((reason) => word(`reason.${reason}`)),
  ageBand: answer('ageBand'),
  ...(Object.fromEntries(ANSWERS.map((field) => [field, answer(field)])) as Record<
    (typeof ANSWERS)[number],
    Cell
  >),
  files: ({ each }) => [String(provenFiles(each).reduce((sum, { files }) => sum + files.length, 0))],
  until: ({ report }) => [report.consent.until],
  identifiers: ({ report }, { label }) =>
    report.identifiers.map(({ type, platform, value }) =>
      [label('identifierType', type), platform ?? '', value].filter((part) => part !== '').join(' '),
    ),
  narrative: ({ report }) => [report.narrative],
  contact: ({ report: { contact } }, { label }) =>
    contact
      ? [
          label('contactChannel', contact.channel),
          contact.value,
          ...[contact.say, contact.hours, contact.askFor].flatMap((rule) => rule ?? []),
        ]
      : [],
}

/** The heading, then one row a case. */
export const tableOf = (
  cases: readonly TableCase[],
  columns: readonly Column[],
  saying: Saying,
): string[][] => [
  columns.map((column) => columnIn(column, saying)),
  ...cases.map((known) => columns.map((column) => CELLS[column](known, saying).join(BETWEEN))),
]
