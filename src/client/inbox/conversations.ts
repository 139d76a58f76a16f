// Asks the key Worker to read only the conversations that changed, some at a time, and keeps one copy of what they say. Which envelopes
// may have to do with one another is told by the threads they name; who wrote what is decided in the Worker, never here.
import { accept, type Result } from '../../protocol/result.ts'
import type { InboxContents } from '../../protocol/thread.ts'
import type { Thread } from '../../sealing/thread.ts'
import { grouped } from './grouped.ts'
import type { InboxItem } from '../../sealing/inbox-items.ts'
import { joinNames } from './joined-names.ts'

/** What goes to the Worker comes back with its words: so many envelopes at a time, then the copies can be let go of. */
const AT_A_TIME = 40

export type ReadThreads = (items: readonly InboxItem[]) => Promise<Result<Thread[], 'broken'>>

/** Opened envelopes that have nothing to do with those of any other group, each in the order given. */
export function conversationsIn(items: readonly InboxItem[]): InboxItem[][] {
  const headOf = joinNames(items.map(threadsIn))
  const opened = items.filter(({ opened: { ok } }) => ok)
  return [...grouped(opened, (item) => headOf(threadsIn(item)[0] ?? '')).values()]
}

/** Every thread an envelope names. */
function threadsIn({ opened }: InboxItem): string[] {
  if (!opened.ok) return []
  const { value } = opened
  return value.kind === 'new-code' ? [value.thread, value.next.thread] : [value.thread]
}

/** Reads threads as `ask` does, and asks again only of conversations that hold other envelopes than before. */
export function rememberThreads(ask: ReadThreads): ReadThreads {
  let known = new Map<string, Thread[]>()
  return async (items) => {
    const groups = conversationsIn(items).map((group) => ({ group, name: nameOf(group) }))
    const changed = groups.filter(({ name }) => !known.has(name))
    const read = new Map<string, Thread[]>()
    for (const some of portions(changed)) {
      const answer = await ask(some.flatMap(({ group }) => (group.length === 1 ? group.map(bare) : group)))
      if (!answer.ok) return answer
      const groupOf = new Map(some.flatMap(({ group, name }) => group.map(({ id }) => [id, { group, name }])))
      for (const thread of answer.value) {
        const of = groupOf.get(firstIdIn(thread))
        if (of) read.set(of.name, [...(read.get(of.name) ?? []), withOwnWords(thread, of.group)])
      }
    }
    const names = groups.map(({ name }) => name)
    known = new Map(names.map((name) => [name, known.get(name) ?? read.get(name) ?? []]))
    return accept(names.flatMap((name) => known.get(name) ?? []))
  }
}

/** The same groups in portions, each of whole groups. */
function* portions<Each extends { group: readonly unknown[] }>(groups: readonly Each[]): Generator<Each[]> {
  let portion: Each[] = []
  let size = 0
  for (const each of groups) {
    if (size > 0 && size + each.group.length > AT_A_TIME) {
      yield portion
      portion = []
      size = 0
    }
    portion.push(each)
    size += each.group.length
  }
  if (size > 0) yield portion
}

/**
 * A report alone, without what it tells: nothing follows it, and its words decide nothing of whom it comes from, unless another association
 * signed them. Most of a long inbox
 * is such, and what goes to the Worker and back is memory.
 */
function bare(item: InboxItem): InboxItem {
  if (!item.opened.ok || item.opened.value.kind !== 'report' || item.opened.value.transferred) return item
  const { contact: _contact, ...rest } = item.opened.value
  return { ...item, opened: accept({ ...rest, account: {}, about: {}, narrative: '', identifiers: [] }) }
}

/** The Worker's answer holds copies: what this page opened takes their place. Each first id is of the envelope that says it. */
function withOwnWords(thread: Thread, group: readonly InboxItem[]): Thread {
  const said = new Map(group.flatMap(({ id, opened }) => (opened.ok ? [[id, opened.value]] : [])))
  const own = <Each extends { ids: string[]; contents: InboxContents }>(each: Each): Each => ({
    ...each,
    contents: said.get(each.ids[0] ?? '') ?? each.contents,
  })
  return { ...thread, reports: thread.reports.map(own), messages: thread.messages.map(own) }
}

const nameOf = (group: readonly InboxItem[]): string =>
  group
    .map(({ id }) => id)
    .toSorted()
    .join(' ')

const firstIdIn = ({ reports, messages }: Thread): string => [...reports, ...messages][0]?.ids[0] ?? ''
