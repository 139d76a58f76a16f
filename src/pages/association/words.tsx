// Every word the island may need to show, in the page's language: its code knows only their keys.
import type { Directory } from '../../directory/directory.ts'
import type { Messages } from '../../i18n/messages.ts'
import { DEPARTEMENTS } from '../../protocol/departements.ts'
import { teamWords } from './team-words.ts'
import { pick, type Group } from './word-group.ts'
import { workWords } from './work-words.ts'

interface WordsProps {
  m: Messages
  directory: Directory
}

const INBOX_WORDS = [
  'loading',
  'of',
  'stopped',
  'trouble-unreachable',
  'trouble-unexpected',
  'empty',
  'loaded',
  'isNew',
  'isAcknowledged',
  'isFollowed',
  'isOver',
  'noActs',
  'isWithdrawn',
  'isDeclined',
  'isDisputed',
  'followed',
  'files',
  'orphan-message',
  'orphan-withdrawal',
  'orphan-answer',
  'needs',
  'not-mine',
  'damaged',
] as const

const FINDING_WORDS = ['found', 'none'] as const
const SERIES_WORDS = ['received', 'rowStrong', 'rowWeak'] as const

const LETTER_WORDS = [
  'receivedOn',
  'writtenOn',
  'answers',
  'about',
  'narrative',
  'noNarrative',
  'identifiers',
  'contact',
  'warning',
  'beforeTitle',
  'hours',
  'voicemail',
  'askFor',
  'consent',
  'purposes',
  'until',
  'transfers',
  'wording',
  'noTransfer',
  'noTransferNow',
  'granted',
  'recognised',
  'unrecognised',
  'voicemail-yes',
  'voicemail-no',
  'acknowledge',
  'acknowledging',
  'acknowledged',
  'acknowledgeFailed',
] as const

const THREAD_WORDS = [
  'heading',
  'author',
  'someone',
  'retracted',
  'own',
  'claims',
  'claimsOwn',
  'granting-yes',
  'granting-no',
  'asking-files',
  'asking-transfer',
  'new-code',
  'withdrawal',
  'unproven-new-code',
  'unproven-granting',
  'unproven-withdrawal',
  'forged',
  'forgedMeaning',
  'notOurs',
  'notOursMeaning',
  'disputed',
  'disputedMeaning',
] as const

const ANSWER_WORDS = ['left', 'over', 'submit', 'busy', 'copyOwed', 'copyKept'] as const
const DECLINE_WORDS = ['confirm', 'busy', 'failed'] as const

const FILE_WORDS = [
  'show',
  'hide',
  'saveAnyway',
  'shown',
  'saved',
  'clean',
  'original',
  'owed',
  'kept',
] as const

const departements = Object.fromEntries(
  Object.entries(DEPARTEMENTS).map(([code, name]) => [code, `${name} (${code})`]),
)

export const Words = ({ m, directory }: WordsProps) => {
  const { association, enrol, ownTools, vocabulary } = m
  const names = Object.fromEntries(directory.associations.map((entry) => [entry.association, entry.name]))
  const groups: Group[] = [
    // All of them: a question added to the model has its words here too.
    ...Object.entries(vocabulary),
    ['departement', departements],
    ['fault', association.faults],
    ['notice', association.notices],
    ['door', pick(association.door, ['busy'])],
    ['inbox', pick(association.inbox, INBOX_WORDS)],
    ['finding', pick(association.finding, FINDING_WORDS)],
    ['level', association.urgency.levels],
    ['reason', association.urgency.reasons],
    ['series', pick(association.series, SERIES_WORDS)],
    ['same', association.series.same],
    ['letter', pick(association.letter, LETTER_WORDS)],
    ['thread', pick(association.thread, THREAD_WORDS)],
    ['answer', pick(association.answer, ANSWER_WORDS)],
    ['answer-fault', association.answer.faults],
    ['decline', pick(association.decline, DECLINE_WORDS)],
    ['file', pick(association.files, FILE_WORDS)],
    ['file-kind', association.files.kinds],
    ['file-warning', association.files.warnings],
    ['file-fault', association.files.faults],
    ['language', association.letter.languages],
    ['association', names],
    ...teamWords(m),
    ...workWords(m),
    ['listed-fault', enrol.door.faults],
    ['own-tools', pick(ownTools, ['busy'])],
    ['own-tools-fault', ownTools.faults],
    ['sealed', pick(ownTools.list, ['loading', 'downloaded'])],
    ['sealed-state', ownTools.list.states],
    ['sealed-fault', ownTools.list.faults],
  ]
  return (
    <template data-template="words">
      <ul>
        {groups.flatMap(([group, words]) =>
          Object.entries(words).map(([key, text]) => <li data-word={`${group}.${key}`}>{text}</li>),
        )}
      </ul>
    </template>
  )
}
