// The open inbox: loading, listing, reading, confirming, answering. It lives from sign-in to sign-out, and leaves nothing on the page
// after.
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { openAnswerLine } from './answer-line.ts'
import { othersOf } from './other-cases.ts'
import { notedIn, openDesks } from './association-desks.ts'
import { makeCaseList } from './case-list.ts'
import { caseOf, casesOf, standsAlone } from './cases.ts'
import { rememberThreads } from './conversations.ts'
import { makeCorrespondence } from './correspondence.ts'
import { makeHoldKeeper, renewHolds } from './file-holds.ts'
import { fetchPart } from './file-parts.ts'
import type { InboxItem } from './inbox-items.ts'
import { makeLoader, pauseWord, type LoadEnd } from './inbox-loader.ts'
import { makeLoadProgress } from './load-progress.ts'
import { flat, openPoolOf, type KeyHolder } from './key-holder.ts'
import { inGroups } from './fingerprint.ts'
import { makeReading } from './reading.ts'
import { acknowledge, fetchPage, keepCopy } from './server-inbox.ts'
import { openSession, type Entered, type OpenedWith, type Visit } from './sign-in.ts'
import { openTeam } from '../team/open-team.ts'
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
  const progress = find('[data-part="progress"]', inbox)
  const paused = find('[data-part="paused"]', inbox)
  const empty = find('[data-part="empty"]', inbox)
  const refresh = find<HTMLButtonElement>('[data-part="refresh"]', inbox)
  const title = find('#inbox-title', inbox)

  let complete = false

  /** A session that ended while something is typed is opened again, by the key that is still here: nothing typed is lost. */
  const inSession = async <Value>(
    ask: () => Promise<Result<Value, CallFault>>,
  ): Promise<Result<Value, CallFault>> => {
    const answer = await ask()
    if (answer.ok || answer.reason !== 'sign-in-required' || !correspondence.holdsAnything()) return answer
    const entered = await openSession(holder, member.association)
    return entered.ok ? ask() : decline('unexpected')
  }
  const answerLine = openAnswerLine()
  const correspondence = makeCorrespondence(member.association, {
    ...answerLine,
    renew: async () => {
      const end = await loader.renew()
      if (end === 'broken') return decline('broken')
      if (end !== 'done') return decline(end === 'stopped' ? 'unreachable' : end)
      return (await joinThreads()) ? accept(null) : decline('broken')
    },
    seal: (answer, reply) => flat(holder.ask({ ask: 'answer', answer, reply })),
    keepCopy: (sealed) => inSession(() => keepCopy(sealed)),
  })

  const pool = openPoolOf(holder)
  const fetchInSession: typeof fetchPage = (before, signal) => inSession(() => fetchPage(before, signal))
  const share = makeLoadProgress(progress, words, events.announce)
  const loader = makeLoader({ fetchPage: fetchInSession, open: pool.open }, (item) => {
    share.show(loader.size(), loader.total())
    if (standsAlone(item)) list.add(caseOf(item))
  })
  const { cases, records } = openDesks(holder, inSession, answerLine.today, () => {
    list.renew()
    reading.update()
  })
  const list = makeCaseList(inbox, words, {
    announce: events.announce,
    onRead: (id) => {
      show(inbox, false)
      reading.open(id)
    },
    onShown: (found) => showEmpty(found),
    sentIn: correspondence.sent,
    workOf: (id) => cases.known(id).work,
    self: member.fingerprint,
  })
  const unreadOf = (id: string): string[] =>
    list.get(id)?.envelopes.flatMap((each) => (each.acknowledged ? [] : [each.id])) ?? []

  /** Tells the server of a case's envelopes, then shows what has become of it. */
  const tell = async (id: string, ids: readonly string[], declined: boolean): Promise<boolean> => {
    const answer = await inSession(() => acknowledge(ids, declined))
    if (!root.isConnected) return false
    if (!answer.ok) {
      if (answer.reason === 'sign-in-required') events.onExpired()
      return false
    }
    loader.mark(ids, declined)
    const marked = new Map(loader.items().map((item) => [item.id, item]))
    const renewed = (item: InboxItem): InboxItem => marked.get(item.id) ?? item
    const each = list.get(id)
    if (each) list.replace({ ...each, head: renewed(each.head), envelopes: each.envelopes.map(renewed) })
    reading.update()
    return true
  }
  const reading = makeReading(find('[data-part="reading"]', root), member.fingerprint, {
    association: member.association,
    correspondence: notedIn(records, correspondence),
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
      const ids = unreadOf(id).filter((each) => among?.includes(each) ?? true)
      const known = ids.length === 0 || (await tell(id, ids, false))
      if (known) events.announce(words('letter.acknowledged'))
      return known
    },
    // The rest of what was read goes first: a case that is declined holds nothing new.
    decline: async (id) => {
      const others = unreadOf(id).filter((each) => each !== id)
      const known = (others.length === 0 || (await tell(id, others, false))) && (await tell(id, [id], true))
      const { state } = cases.known(id).work
      if (known) void cases.edit(id, { edit: 'state', from: state, to: 'declined', reason: '' })
      if (known) void records.note('declined', id)
      return known
    },
    cases: {
      desk: cases,
      teammates: visit.team?.teammates ?? [],
      self: member.fingerprint,
      words,
      others: (id) => othersOf(id, list, words),
    },
    files: {
      fetchPart,
      openFile: (attachment, parts) => flat(holder.ask({ ask: 'open-file', attachment, parts })),
      holds: makeHoldKeeper(renewHolds),
    },
  })

  const showEmpty = (found: number): void => {
    empty.textContent = words(list.size() === 0 ? 'inbox.empty' : 'finding.none')
    const resting = [progress, paused].every((each) => each.hidden)
    show(empty, found === 0 && (resting || list.size() > 0))
  }
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

  /** Runs one loading, from its first page to whatever ended it. */
  const load = async (loading: () => Promise<LoadEnd>): Promise<void> => {
    const hadFocus = paused.contains(document.activeElement)
    show(progress)
    show(paused, false)
    show(empty, false)
    refresh.disabled = true
    if (hadFocus) find('[data-part="stop"]', progress).focus()
    const end = await loading()
    share.end()
    if (!root.isConnected) return
    if (end === 'sign-in-required') return events.onExpired()
    complete = end === 'done'
    const joined = end !== 'broken' && (await joinThreads())
    if (joined) void cases.load()
    if (!root.isConnected) return
    if (!joined) return events.onBroken()
    const stopHadFocus = progress.contains(document.activeElement)
    show(progress, false)
    refresh.disabled = false
    if (end === 'done') events.announce(words('inbox.loaded'))
    else showPaused(pauseWord(end))
    if (stopHadFocus) {
      const after = end === 'done' ? title : find('[data-part="resume"]', paused)
      after.focus()
    }
    showEmpty(list.listed().length)
  }
  const showPaused = (word: string): void => {
    setText(paused, 'paused', words(word))
    show(paused)
    events.announce(words(word))
  }

  const loadAnew = (): void => {
    list.set([])
    void load(loader.restart)
  }
  const team = openTeam(
    root,
    { holder, words, announce: events.announce, records, ...visit },
    {
      onShown: (shown) => {
        show(inbox, !shown)
        if (!shown) title.focus()
      },
      onRenewed: events.onRenewed,
    },
  )
  find('[data-part="stop"]', progress).addEventListener('click', loader.stop)
  find('[data-part="resume"]', paused).addEventListener('click', () => void load(loader.resume))
  refresh.addEventListener('click', loadAnew)
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
    share.end()
    team.end()
    answerLine.close()
    reading.end()
    list.end()
    place.replaceChildren()
  }
}
