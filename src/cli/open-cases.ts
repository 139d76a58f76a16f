// Everything that an association holds, as one of its members reads it in a command: the cases, and what the team wrote about them. It stays
// in this process's memory.
import { fromBase64 } from '../crypto/encoding.ts'
import { sealingEntries } from '../directory/sealing-entries.ts'
import { verifyKeys } from '../directory/verify-directory.ts'
import { makeCaseDesk, type CaseDesk, type CaseFault } from '../domain/case-desk.ts'
import { makeRecordDesk, type RecordDesk } from '../domain/record-desk.ts'
import type { CaseEdit } from '../domain/case-edit.ts'
import { makeStandings, type Standings } from '../domain/standings.ts'
import { accept, decline } from '../protocol/result.ts'
import { makeCaseKeeping } from '../sealing/case-keeping.ts'
import { casesOf, owedReceipts, reportOf, type Case } from '../sealing/cases.ts'
import type { InboxItem } from '../sealing/inbox-items.ts'
import { readOpened } from '../sealing/open-envelope.ts'
import { readThreads } from '../sealing/thread.ts'
import { fetchCases, fetchHead, postCase, postRecord, serverDay, wordsOfFault } from './case-line.ts'
import { acknowledge, forEachPage } from './inbox-session.ts'
import type { MemberSession } from './member-session.ts'
import { done, refused, type Outcome, type Refusal } from './outcome.ts'
import type { Server } from './server-connection.ts'
import { NotSigned } from './team-keys.ts'

export const CASE_ID = {
  value: 'CASE-ID',
  about: 'The case, as balise case list shows it.',
  required: true,
  bare: true,
} as const

export interface OpenCases {
  cases: readonly Case[]
  desk: CaseDesk
  records: RecordDesk
  /** Says that these envelopes of a case were opened, and that there was work on it. */
  confirm: Standings['confirm']
}

export async function openCases(session: MemberSession): Promise<Outcome<OpenCases>> {
  const items = await openInbox(session)
  if (!items.ok) return items
  const { server, entry, keys } = session
  const opened = items.value.flatMap(({ id, receivedOn, opened: each }) =>
    each.ok ? [{ id, receivedOn, contents: each.value }] : [],
  )
  const { association } = entry
  // Without them nothing is vouched for that another association passed on.
  const listed = await verifyKeys(session.directory, Date.now())
  const recipients = listed.ok ? sealingEntries(session.directory, listed.value) : []
  const threads = await readThreads(opened, {
    association,
    certificates: keys.certificates,
    entries: recipients,
  })

  const keeping = makeCaseKeeping(() => keys.hands)
  const today = () => serverDay(server)
  const desk = makeCaseDesk(
    {
      fetch: (after) => fetchCases(session, after),
      post: (next) => postCase(session, next),
      open: keeping.open,
      seal: keeping.seal,
      today,
    },
    () => {},
  )
  const records = makeRecordDesk({
    head: () => fetchHead(session),
    today,
    seal: (draft) => keeping.note(draft).then(accept, () => decline('broken')),
    post: (record) => postRecord(session, record),
  })
  const day = await today()
  if (!day.ok) return wordsOfFault(server, day.reason)
  const loaded = await desk.load()
  if (!loaded.ok) return wordsOfFault(server, loaded.reason === 'broken' ? 'unexpected' : loaded.reason)
  const cases = casesOf(items.value, threads, true)
  const get = (id: string) => cases.find((each) => each.id === id)
  const standings = makeStandings(desk, {
    get,
    all: () => cases,
    tell: async (_id, ids, said) => (await acknowledge(session, ids, said)).ok,
    owed: (id) => {
      const each = get(id)
      return each ? owedReceipts(each) : []
    },
    today: () => day.value,
  })
  await standings.catchUp()
  return done({ cases, desk: standings.desk, confirm: standings.confirm, records })
}

async function openInbox(session: MemberSession): Promise<Outcome<InboxItem[]>> {
  const items: InboxItem[] = []
  const { keys, entry } = session
  const read = await forEachPage(session, async (envelopes) => {
    for (const { id, receivedOn, acknowledgedOn, touchedOn, standing, keyFingerprint, sealed } of envelopes) {
      const bytes = fromBase64(sealed) ?? new Uint8Array()
      items.push({
        id,
        receivedOn,
        acknowledged: acknowledgedOn !== null,
        touchedOn,
        standing,
        keyFingerprint,
        opened: await readOpened(keys.open(bytes), entry.association),
      })
    }
    return done(undefined)
  })
  return read.ok ? done(items) : read
}

/** The case that an envelope heads. */
export function findCase(cases: readonly Case[], id: string): Outcome<Case> {
  const found = cases.find((each) => each.id === id)
  if (found) return done(found)
  const home = cases.find(({ envelopes }) => envelopes.some((envelope) => envelope.id === id))
  return refused(
    home
      ? `That is a message within another case: ${home.id}. Give that number.`
      : 'There is no case of that number. It may be gone: see npx balise case list --help',
  )
}

/** A case that began with a report: of nothing else is a file kept. */
export function findReport(cases: readonly Case[], id: string): Outcome<Case> {
  const found = findCase(cases, id)
  if (!found.ok || reportOf(found.value)) return found
  return refused('That case has no report that this key opens. Nothing can be kept or answered there.')
}

const CASE_FAULTS: Readonly<Record<Exclude<CaseFault, 'unreachable' | 'unexpected'>, string>> = {
  theirs: 'Someone else has just chosen otherwise. Look at the case, then decide again.',
  full: 'The case has as many of these as it can hold. Delete some in the workspace first.',
  gone: 'Someone else has just deleted it.',
  untold: 'It is kept for the team, but the person could not be told. Give the same command again.',
  'too-long': 'The case is full. Delete old notes in the workspace first.',
  unread:
    'What is written about this case is signed by nobody of the team, or does not open. Nothing was changed. Tell the officers of your association.',
}

/** One edit, kept with its record; else why not, in words. */
export async function editOrSay(
  server: Server,
  desk: CaseDesk,
  id: string,
  edit: CaseEdit,
): Promise<Outcome> {
  try {
    const edited = await desk.edit(id, edit)
    return edited.ok ? done(undefined) : wordsOfCaseFault(server, edited.reason)
  } catch (error) {
    if (error instanceof NotSigned) return error.refusal
    throw error
  }
}

export const wordsOfCaseFault = (server: Server, fault: CaseFault): Refusal =>
  fault === 'unreachable' || fault === 'unexpected'
    ? wordsOfFault(server, fault)
    : refused(CASE_FAULTS[fault])
