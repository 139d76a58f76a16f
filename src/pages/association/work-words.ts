// What the island says of the work on cases: files of cases, templates, transfers, exports.
import { MESSAGES, type Messages } from '../../i18n/messages.ts'
import { pick, type Group, type Words } from './word-group.ts'

const TRANSFER_WORDS = [
  'came',
  'cameFrom',
  'unproven',
  'leftOut',
  'noteOf',
  'saidOf',
  'choose',
  'submit',
  'busy',
  'sent',
  'on',
  'done',
  'doneUnnoted',
] as const
const EXPORT_WORDS = ['saved', 'lacking', 'stopped'] as const

const exportWords = ({ table, paper, ...exporting }: Messages['exporting']): Words => ({
  ...paper,
  ...pick(exporting, EXPORT_WORDS),
  tableSaved: table.saved,
  tableLeft: table.left,
  noColumns: table.noColumns,
  noCases: table.noCases,
})

const CASE_WORDS = [
  'nobody',
  'noDuplicate',
  'gone',
  'me',
  'dueBy',
  'late',
  'saved',
  'conflictNote',
  'byRule',
  'isGenuine',
  'staysAside',
  'chosenMeanwhile',
  'state',
  'assignee',
  'tags',
  'tasks',
  'duplicate',
] as const

const TEMPLATE_WORDS = ['removed', 'isBack', 'saved', 'newTitle', 'changeTitle', 'noWords'] as const
const PICK_WORDS = ['inserted', 'after', 'otherLanguage', 'undone', 'failed'] as const

/** The templates that ship with the product, in every language whatever the page's: a person may write in another. */
const starters: Group[] = Object.entries(MESSAGES).map(([locale, { templates }]) => [
  `starter-${locale}`,
  Object.fromEntries(
    Object.entries(templates.starters).flatMap(([name, { title, text }]) => [
      [`${name}.title`, title],
      [`${name}.text`, text],
    ]),
  ),
])

export const workWords = ({ cases, exporting, templates, transfer }: Messages): Group[] => [
  ['case-state', cases.states],
  ['case-aside', cases.asides],
  ['case-fault', cases.faults],
  ['rule', cases.rules],
  ['cases', pick(cases, CASE_WORDS)],
  ['transfer', pick(transfer, TRANSFER_WORDS)],
  ['transfer-part', transfer.parts],
  ['transfer-fault', transfer.faults],
  ['ending', pick(cases.ending, ['kept', 'notKept'])],
  ['export', exportWords(exporting)],
  ['export-choice', exporting.choices],
  ['export-column', exporting.columns],
  ['export-staying', exporting.staying],
  ['export-fault', exporting.faults],
  ['export-missing', exporting.reasons],
  ['templates', pick(templates, TEMPLATE_WORDS)],
  ['templates-fault', templates.faults],
  ['pick', pick(templates.pick, PICK_WORDS)],
  ...starters,
]
