// `balise reply`: answers whoever wrote a report, as the association: signed with its key, sealed to them alone, left in their mailbox without
// a session. Nothing of what is written is printed or logged.
import type { Directory } from '../directory/directory.ts'
import { MAX_MESSAGE_CHARS } from '../protocol/limits.ts'
import { addresseeOf, isOpen, isWithdrawn, type Addressee, type Case } from '../sealing/cases.ts'
import { sealAnswer } from '../sealing/seal-answer.ts'
import { answerOf, type Draft } from '../sealing/unsigned-answer.ts'
import { postCopy, serverDay, wordsOfFault } from './case-line.ts'
import { command } from './command.ts'
import { declineCase, declineFault } from './decline-case.ts'
import { readTextOrInput } from './files.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { leaveInMailbox } from './mailbox-write.ts'
import { inMemberSession, MEMBER_OPTIONS, SESSION_NOTE, type MemberSession } from './member-session.ts'
import { CASE_ID, findReport, openCases, type OpenCases } from './open-cases.ts'
import { done, misused, print, refused, type Outcome } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'

const COPY_TRIES = 3

export const reply = command({
  name: 'reply',
  summary: 'Answer whoever wrote a report, or decline it.',
  options: {
    case: CASE_ID,
    ...MEMBER_OPTIONS,
    'text-file': { value: 'FILE', about: 'What to answer, from a file; - is what is piped in.' },
    ask: { value: 'WHAT', about: 'Ask for files, or for a transfer to another association (with --to).' },
    to: { value: 'NAME', about: 'The association to pass the report on to, if its author agrees.' },
    decline: { about: 'Decline the case; words, if there are any, leave first.' },
  },
  notes: [
    'The answer names the association, never you. Whoever wrote reads it with their return code.',
    'It confirms what the case holds as received. A copy, sealed to the association, comes with the next pull; the record says that it was answered.',
    SESSION_NOTE,
    PASSPHRASE_NOTE,
    ROOTS_NOTE,
  ],
  async run({ case: id, 'text-file': path, ask, to, decline, ...given }) {
    const draft = await readDraft(path, ask, to)
    if (!draft.ok) return draft
    if (!draft.value && !decline)
      return misused('Give --text-file, --ask or --decline. See: npx balise reply --help')
    const words = draft.value
    return inMemberSession(given, async (session) => {
      const unknown = words?.asking === 'transfer' && transferFault(words.to, session)
      if (unknown) return refused(unknown)
      const opened = await openCases(session)
      if (!opened.ok) return opened
      const found = findReport(opened.value.cases, id)
      if (!found.ok) return found
      const fault = decline ? declineFault(found.value) : null
      if (fault !== null) return refused(fault)
      const answered = words ? await answer(session, opened.value, found.value, words) : done(undefined)
      if (!answered.ok || !decline) return answered
      const declined = await declineCase(session, opened.value, found.value)
      if (declined.ok) print('declined')
      return declined
    })
  },
})

/** Null where nothing is to be said. */
async function readDraft(
  path: string | undefined,
  ask: string | undefined,
  to: string | undefined,
): Promise<Outcome<Draft | null>> {
  if (ask !== undefined && ask !== 'files' && ask !== 'transfer')
    return misused('--ask is files or transfer.')
  if ((ask === 'transfer') !== (to !== undefined)) return misused('--ask transfer and --to NAME go together.')
  const read = path === undefined ? done('') : await readTextOrInput(path, 'the answer')
  if (!read.ok) return read
  const text = read.value.trim()
  if (text === '' && path !== undefined && ask === undefined)
    return refused('There is nothing in the answer.')
  if (text.length > MAX_MESSAGE_CHARS) {
    return refused(`The answer is too long: ${text.length} characters, of ${MAX_MESSAGE_CHARS} at most.`)
  }
  return done(text === '' && ask === undefined ? null : { text, asking: ask ?? 'nothing', to: to ?? '' })
}

function transferFault(to: string, { entry, directory }: MemberSession): string | null {
  const others: Directory['associations'] = directory.associations.filter(
    ({ association }) => association !== entry.association,
  )
  return others.some(({ association }) => association === to)
    ? null
    : 'The directory has no other association of that name. See: npx balise directory list --server URL'
}

/** Whom to answer: by the newest way that is proven to be theirs. */
function addressee(each: Case): Outcome<Addressee> {
  if (isWithdrawn(each.thread)) return refused('The person withdrew: nobody writes to them any more.')
  if (each.thread?.disputed) {
    return refused(
      'Two different new codes, or two ways to answer, claim to be the person’s. Either may be someone else’s: neither is answered.',
    )
  }
  const to = isOpen(each) ? addresseeOf(each) : null
  return to ? done(to) : refused('The person took no return code: they cannot be answered here.')
}

async function answer(
  session: MemberSession,
  { records, confirm }: OpenCases,
  each: Case,
  draft: Draft,
): Promise<Outcome> {
  const { server, entry, keys } = session
  const to = addressee(each)
  if (!to.ok) return to
  if (!keys.signer) {
    return refused(
      'The directory names a key that the team does not have: an answer could not be proven. Tell the officers of your association.',
    )
  }
  const today = await serverDay(server)
  if (!today.ok) return wordsOfFault(server, today.reason)
  const unsigned = answerOf(entry.association, to.value.thread, draft, today.value)
  const sealed = await sealAnswer(keys.signer, unsigned, to.value.reply, keys.listed)
  if (!sealed.ok) {
    return refused(
      sealed.reason === 'too-long'
        ? 'The answer is too long to be sealed. Shorten it.'
        : 'What the report gives to answer by is no certificate that can be sealed to: the person cannot be answered here.',
    )
  }
  const left = await leaveInMailbox(server, to.value.reply, sealed.value.forAuthor)
  if (!left.ok) return left
  print('answered')

  const owed: string[] = []
  if (!(await keepCopy(session, sealed.value.copy))) owed.push('its copy')
  if (!(await records.note('answered', each.id))) owed.push('its line in the record')
  const unread = each.envelopes.flatMap(({ id, acknowledged }) => (acknowledged ? [] : [id]))
  if (!(await confirm(each.id, unread))) owed.push('the word that the report was received')
  return owed.length === 0
    ? done(undefined)
    : refused(`The answer has left: do not send it again. The server did not keep ${owed.join(', nor ')}.`)
}

async function keepCopy(session: MemberSession, sealed: string): Promise<boolean> {
  for (let tries = 0; tries < COPY_TRIES; tries++) if ((await postCopy(session, sealed)).ok) return true
  return false
}
