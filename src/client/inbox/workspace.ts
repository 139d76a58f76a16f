// The open inbox: loading, listing, reading, confirming, answering. It lives from sign-in to sign-out, and leaves nothing on the page
// after.
import type { CallFault } from '../api.ts'
import { dayOf } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { openAnswerLine } from './answer-line.ts'
import { othersOf } from './other-cases.ts'
import { notedIn, openDesks } from './association-desks.ts'
import { makeCaseActs } from './case-acts.ts'
import { makeBeside } from './beside.ts'
import { makeCaseList } from './case-list.ts'
import { caseOf, casesOf, standsAlone } from './cases.ts'
import { rememberThreads } from './conversations.ts'
import { makeCorrespondence } from './correspondence.ts'
import { makeInSession } from './in-session.ts'
import { makeLoader } from './inbox-loader.ts'
import { makeLoadView } from './load-view.ts'
import { openFiles } from './open-files.ts'
import { openExports } from '../export/exports.ts'
import { wireTableExport } from '../export/table-export.ts'
import { flat, openPoolOf, type KeyHolder } from './key-holder.ts'
import { inGroups } from './fingerprint.ts'
import { makeReading } from './reading.ts'
import { fetchPage, keepCopy } from './server-inbox.ts'
import type { Entered, OpenedWith, Visit } from './sign-in.ts'
import { makeTransferDesk } from './transfer-desk.ts'
import { openTeam } from '../team/open-team.ts'
import { openTemplates } from '../templates/open-templates.ts'
import type { Words } from './words.ts'

export interface WorkspaceEvents {
  /** Said to screen readers. */
  announce: (text: string) => void
  onSignOut: () => void
  /** The server no longer knows the session. */
  onExpired: () => void
  /** The key Worker is gone. */
  onBroken: () => void
  /** Another key signs in now, opened with what is said; `word` is what has just been done. */
  onRenewed: (entered: Entered, word: string, openedWith: OpenedWith) => void
}

/** Fills `place` and starts loading; the team comes first where there is something to say of it. Returns how to end it. */
export function openWorkspace(
  place: HTMLElement,
  holder: KeyHolder,
  visit: Visit,
  words: Words,
  events: WorkspaceEvents,
  said: string | null,
): () => void {
  const { member } = visit
  const root = copyTemplate('workspace')
  const inbox = find('[data-part="inbox"]', root)
  const title = find('#inbox-title', inbox)

  const beside = makeBeside(root)
  let complete = false

  const holdsAnything = (): boolean => correspondence.holdsAnything() || templatePanel.holdsAnything()
  const inSession = makeInSession(holder, member.association, holdsAnything)
  const answerLine = openAnswerLine()
  const correspondence = makeCorrespondence(member.association, {
    ...answerLine,
    renew: () => renew(),
    seal: (answer, reply) => flat(holder.ask({ ask: 'answer', answer, reply })),
    keepCopy: (sealed) => inSession(() => keepCopy(sealed)),
  })

  /** What came since: a person may have written, withdrawn, changed their code. */
  const renew = async (): Promise<Result<null, CallFault | 'broken'>> => {
    const end = await loader.renew()
    if (end === 'broken') return decline('broken')
    if (end !== 'done') return decline(end === 'stopped' ? 'unreachable' : end)
    return (await joinThreads()) ? accept(null) : decline('broken')
  }

  const pool = openPoolOf(holder)
  const fetchInSession: typeof fetchPage = (before, signal) => inSession(() => fetchPage(before, signal))
  const loader = makeLoader({ fetchPage: fetchInSession, open: pool.open }, (item) => {
    view.showOpened(loader.size(), loader.total())
    if (standsAlone(item)) list.add(caseOf(item))
  })
  const { cases, records, templates } = openDesks(holder, inSession, answerLine.today, words, {
    onCases: () => {
      list.renew()
      reading.update()
    },
    onTemplates: () => {
      templatePanel.update()
      reading.update()
    },
  })
  const templatePanel = openTemplates(root, beside, templates, words)
  const list = makeCaseList(inbox, words, {
    announce: events.announce,
    onRead: (id) => {
      show(inbox, false)
      reading.open(id)
    },
    onShown: (found) => view.showEmpty(found),
    sentIn: correspondence.sent,
    workOf: (id) => cases.known(id).work,
    self: member.fingerprint,
  })
  const exporting = openExports(holder, visit, words, {
    records,
    today: answerLine.today,
    renew: async () => (await renew()).ok,
    workOf: (id) => cases.known(id).work,
    sentIn: correspondence.sent,
  })
  const acts = makeCaseActs({
    list,
    loader,
    cases,
    records,
    inSession,
    isShown: () => root.isConnected,
    onMarked: () => reading.update(),
    onExpired: events.onExpired,
  })
  const reading = makeReading(find('[data-part="reading"]', root), member.fingerprint, {
    association: member.association,
    correspondence: notedIn(records, correspondence),
    templates: { desk: templates, facts: (seeker) => holder.ask({ ask: 'template-facts', seeker }) },
    words,
    announce: events.announce,
    shown: list.listed,
    get: list.get,
    reasonsOf: list.reasonsOf,
    linksOf: list.linksOf,
    onClosed: (id) => {
      show(inbox)
      list.focus(id)
    },
    acknowledge: async (id, among) => {
      const known = await acts.acknowledge(id, among)
      if (known) events.announce(words('letter.acknowledged'))
      return known
    },
    decline: acts.decline,
    keep: acts.keep,
    passingOn: {
      workOf: (id) => cases.known(id).work,
      send: makeTransferDesk({
        ...answerLine.passing,
        renew,
        get: list.get,
        today: () => dayOf(Date.now()),
        seal: (transfer) => flat(holder.ask({ ask: 'transfer', transfer })),
      }),
      announce: events.announce,
      note: async (id, to, on) =>
        (await acts.desk.edit(id, { edit: 'transfer', to, on, by: member.fingerprint })).ok,
    },
    cases: {
      desk: acts.desk,
      teammates: visit.team?.teammates ?? [],
      self: member.fingerprint,
      words,
      ruleOf: list.ruleOf,
      announce: events.announce,
      others: (id) => othersOf(id, list, words),
    },
    files: openFiles(holder),
    exports: exporting,
  })
  wireTableExport(inbox, list, exporting)

  const readThreads = rememberThreads((items) => holder.ask({ ask: 'threads', items }))
  /** What followed joins what it follows. False when the key is gone. */
  const joinThreads = async (): Promise<boolean> => {
    const items = loader.items()
    const threads = await readThreads(items)
    if (!threads.ok || !root.isConnected) return false
    list.set(casesOf(items, threads.value, complete))
    reading.update()
    return true
  }

  /** What the team wrote; what its authors were not told of it yet is told. */
  const loadPapers = async (): Promise<void> => {
    await cases.load()
    await acts.catchUp()
    await templates.load()
  }

  const view = makeLoadView(inbox, words, {
    announce: events.announce,
    onEnded: async (end) => {
      if (!root.isConnected) return false
      if (end === 'sign-in-required') {
        events.onExpired()
        return false
      }
      complete = end === 'done'
      const joined = end !== 'broken' && (await joinThreads())
      if (joined) void loadPapers()
      else if (root.isConnected) events.onBroken()
      return joined && root.isConnected
    },
    size: list.size,
    listed: () => list.listed().length,
    stop: loader.stop,
    resume: loader.resume,
  })
  const loadAnew = (): void => {
    list.set([])
    void view.run(loader.restart)
  }
  const team = openTeam(
    root,
    beside,
    { holder, words, announce: events.announce, records, leaving: exporting.leaving, ...visit },
    { onRenewed: events.onRenewed },
  )
  find('[data-part="refresh"]', inbox).addEventListener('click', loadAnew)
  find('[data-part="sign-out"]', root).addEventListener('click', events.onSignOut)

  setText(root, 'name', member.name)
  setText(root, 'key', inGroups(member.fingerprint))
  place.replaceChildren(root)
  title.focus()
  loadAnew()
  if (said !== null) team.open(said)
  return () => {
    loader.stop()
    pool.end()
    view.end()
    team.end()
    beside.end()
    answerLine.close()
    reading.end()
    list.end()
    place.replaceChildren()
  }
}
