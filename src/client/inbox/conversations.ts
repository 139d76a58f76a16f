// Asks the key Worker to read only the conversations that changed. Which envelopes may have to do with one another is told by the
// threads they name; who wrote what is decided in the Worker, never here.
import { accept, type Result } from '../../protocol/result.ts'
import type { Thread } from '../../sealing/thread.ts'
import { grouped } from './grouped.ts'
import type { InboxItem } from '../../sealing/inbox-items.ts'
import { joinNames } from './joined-names.ts'

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
    const answer = changed.length > 0 ? await ask(changed.flatMap(({ group }) => group)) : accept([])
    if (!answer.ok) return answer
    const groupOf = new Map(changed.flatMap(({ group, name }) => group.map(({ id }) => [id, name] as const)))
    const read = grouped(answer.value, (thread) => groupOf.get(firstIdIn(thread)) ?? '')
    const names = groups.map(({ name }) => name)
    known = new Map(names.map((name) => [name, known.get(name) ?? read.get(name) ?? []]))
    return accept(names.flatMap((name) => known.get(name) ?? []))
  }
}

const nameOf = (group: readonly InboxItem[]): string =>
  group
    .map(({ id }) => id)
    .toSorted()
    .join(' ')

const firstIdIn = ({ reports, messages }: Thread): string => [...reports, ...messages][0]?.ids[0] ?? ''
