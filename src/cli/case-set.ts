// `balise case set`: changes what the team wrote about a case, one edit after the other, on top of what others write meanwhile. Each is kept
// with its record, or not at all.
import * as v from 'valibot'
import { randomHex } from '../crypto/random.ts'
import type { CaseEdit } from '../domain/case-edit.ts'
import { CASE_STATES } from '../protocol/case-state.ts'
import { ASIDE_CHOICES, CaseNote, CaseTask, Tag, type CaseWork } from '../protocol/case-file.ts'
import { isDay, type Day } from '../protocol/day.ts'
import { Fingerprint } from '../protocol/shapes.ts'
import type { Mate } from './team-keys.ts'
import { serverDay, wordsOfFault } from './case-line.ts'
import { lineOf } from './case-words.ts'
import { command } from './command.ts'
import { declineCase } from './decline-case.ts'
import { readTextOrInput } from './files.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { inMemberSession, MEMBER_OPTIONS, SESSION_NOTE, type MemberSession } from './member-session.ts'
import { CASE_ID, editOrSay, findReport, openCases } from './open-cases.ts'
import { done, misused, print, refused, remark, type Outcome } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'

const AT_LEAST = 'Say what to change. See: npx balise case set --help'

interface Wishes {
  state: string | undefined
  assignee: string | undefined
  tag: readonly string[]
  untag: readonly string[]
  'note-file': string | undefined
  task: string | undefined
  due: string | undefined
  aside: string | undefined
}

/** What an edit depends on that is not on the command line. */
interface Circumstances {
  work: CaseWork
  self: string
  today: Day
}

interface Change {
  /** The option, for what is said of it. */
  option: string
  make: (now: Circumstances) => CaseEdit
}

export const caseSet = command({
  name: 'case set',
  summary: 'Change what the team wrote about a case: its state, who has it, keywords, notes, tasks.',
  options: {
    case: CASE_ID,
    ...MEMBER_OPTIONS,
    state: { value: 'STATE', about: `${CASE_STATES.join(', ')}. The person sees it with their code.` },
    assignee: { value: 'WHO', about: 'Who has it: a fingerprint of the team, me, or none.' },
    tag: { value: 'WORD', about: 'Add a keyword; give it again for another.', repeated: true },
    untag: { value: 'WORD', about: 'Take a keyword away; give it again for another.', repeated: true },
    'note-file': { value: 'FILE', about: 'Add a note from a file; - is what is piped in.' },
    task: { value: 'TEXT', about: 'Add a task.' },
    due: { value: 'DAY', about: 'By when the task is to be done, such as 2026-12-24.' },
    aside: {
      value: 'REASON',
      about: `Set aside: ${ASIDE_CHOICES.join(', ')}; none leaves it to the rules on junk, genuine is none of it.`,
    },
  },
  notes: [
    'What is written is signed with your key and sealed to the team. A task on the command line stays in the history of your shell: what should not goes into a note.',
    SESSION_NOTE,
    PASSPHRASE_NOTE,
    ROOTS_NOTE,
  ],
  async run({ case: id, server, key, gpg, association, roots, ...wishes }) {
    const changes = await readChanges(wishes)
    if (!changes.ok) return changes
    return inMemberSession({ server, key, gpg, association, roots }, async (session) => {
      const stranger = assigneeFault(wishes.assignee, session)
      if (stranger !== null) return refused(stranger)
      return change(session, id, wishes.state === 'declined', changes.value)
    })
  },
})

async function change(
  session: MemberSession,
  id: string,
  declining: boolean,
  changes: readonly Change[],
): Promise<Outcome> {
  const opened = await openCases(session)
  if (!opened.ok) return opened
  const { cases, desk } = opened.value
  const found = findReport(cases, id)
  if (!found.ok) return found
  const today = await serverDay(session.server)
  if (!today.ok) return wordsOfFault(session.server, today.reason)
  const kept: string[] = []
  const fail = (outcome: Outcome): Outcome => {
    if (kept.length > 0) remark(`kept before that: ${kept.join(', ')}`)
    return outcome
  }
  if (declining) {
    const declined = await declineCase(session, opened.value, found.value)
    if (!declined.ok) return declined
    kept.push('--state')
  }
  for (const { option, make } of changes) {
    const { work } = desk.known(id)
    const edit = make({ work, self: session.member.fingerprint, today: today.value })
    const edited = await editOrSay(session.server, desk, id, edit)
    if (!edited.ok) return fail(edited)
    kept.push(option)
  }
  const { work } = desk.known(id)
  const told = kept.includes('--state') ? { standing: work.state } : {}
  const head = { ...found.value.head, ...told }
  print(`case ${id}: ${lineOf({ ...found.value, head }, work)}`)
  return done(undefined)
}

/** Everything on the command line is judged before anything is asked of anyone. */
async function readChanges(wishes: Wishes): Promise<Outcome<Change[]>> {
  const { state, assignee, tag, untag, task, due, aside, 'note-file': notePath } = wishes
  const changes: Change[] = []
  if (state !== undefined) {
    const to = CASE_STATES.find((known) => known === state)
    if (!to) return misused(`--state is one of ${CASE_STATES.join(', ')}.`)
    const make = ({ work }: Circumstances): CaseEdit => ({ edit: 'state', from: work.state, to, reason: '' })
    if (to !== 'declined') changes.push({ option: '--state', make })
  }
  if (assignee !== undefined) {
    changes.push({
      option: '--assignee',
      make: ({ work, self }) => ({ edit: 'assignee', from: work.assignee, to: assigneeOf(assignee, self) }),
    })
  }
  if (aside !== undefined) {
    const to = ASIDE_CHOICES.find((known) => known === aside) ?? null
    if (to === null && aside !== 'none')
      return misused(`--aside is one of ${ASIDE_CHOICES.join(', ')}, none.`)
    changes.push({ option: '--aside', make: ({ work }) => ({ edit: 'aside', from: work.aside, to }) })
  }
  for (const [option, words, on] of [
    ['--tag', tag, true],
    ['--untag', untag, false],
  ] as const) {
    for (const word of words.map((each) => each.trim())) {
      if (!v.is(Tag, word)) return misused(`${option} needs a word of at most 40 characters.`)
      changes.push({ option, make: () => ({ edit: 'tag', tag: word, on }) })
    }
  }
  const note = notePath === undefined ? done(undefined) : await readNote(notePath)
  if (!note.ok) return note
  if (note.value !== undefined) {
    const text = note.value
    const id = randomHex(16)
    changes.push({
      option: '--note-file',
      make: ({ self, today }) => ({ edit: 'note', note: { id, by: self, on: today, text } }),
    })
  }
  if (due !== undefined && (task === undefined || !isDay(due))) {
    return misused('--due is a day such as 2026-12-24, and goes with --task.')
  }
  if (task !== undefined) {
    const text = task.trim()
    if (!v.is(CaseTask.entries.text, text))
      return misused('--task is too long, or empty. Put the rest into a note.')
    const id = randomHex(16)
    changes.push({
      option: '--task',
      make: ({ self }) => ({ edit: 'task', task: { id, by: self, text, due: due ?? null, done: null } }),
    })
  }
  return changes.length > 0 || state !== undefined ? done(changes) : misused(AT_LEAST)
}

async function readNote(path: string): Promise<Outcome<string>> {
  const text = await readTextOrInput(path, 'the note')
  if (!text.ok) return text
  const note = text.value.trim()
  return v.is(CaseNote.entries.text, note)
    ? done(note)
    : refused('The note is empty, or too long. Shorten it.')
}

const spelled = (assignee: string): string => assignee.replaceAll(/\s|^0x/g, '').toUpperCase()

const assigneeOf = (assignee: string, self: string): string | null =>
  assignee === 'none' ? null : assignee === 'me' ? self : spelled(assignee)

/** Whoever is to have it must be of the team, and open more than a sheet of paper does. */
function assigneeFault(assignee: string | undefined, { member, keys }: MemberSession): string | null {
  if (assignee === undefined || assignee === 'none' || assignee === 'me') return null
  const wanted = spelled(assignee)
  if (!v.is(Fingerprint, wanted))
    return '--assignee is me, none, or a whole fingerprint of 40 hexadecimal digits.'
  const people: readonly Mate[] = keys.teammates.filter(({ role }) => role !== 'recovery')
  const known = people.some(({ fingerprint }) => fingerprint === wanted) || wanted === member.fingerprint
  return known ? null : 'Nobody of the team has that fingerprint.'
}
