// The key Worker reads a conversation once, and again only when something was added to it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conversationsIn, rememberThreads } from '../../src/client/inbox/conversations.ts'
import type { InboxItem } from '../../src/client/inbox/inbox-items.ts'
import { accept, decline } from '../../src/protocol/result.ts'
import type { Thread } from '../../src/sealing/thread.ts'

interface Sealed {
  kind: 'report' | 'follow-up' | 'new-code'
  thread: string
  next?: string
}

const item = (id: string, { kind, thread, next = '' }: Sealed): InboxItem =>
  ({ id, opened: { ok: true, value: { kind, thread, next: { thread: next } } } }) as unknown as InboxItem

const report = (id: string, thread: string): InboxItem => item(id, { kind: 'report', thread })
const word = (id: string, thread: string): InboxItem => item(id, { kind: 'follow-up', thread })

const idsIn = (groups: readonly (readonly InboxItem[])[]): string[][] =>
  groups.map((group) => group.map(({ id }) => id))

/** A Worker that makes one thread of each report, and is known to have been asked. */
function makeWorker() {
  const asked: string[][] = []
  const read = rememberThreads(async (items) => {
    asked.push(items.map(({ id }) => id))
    const reports = items.filter(({ opened }) => opened.ok && opened.value.kind === 'report')
    return accept(reports.map(({ id }) => ({ reports: [{ ids: [id] }], messages: [] }) as unknown as Thread))
  })
  return { asked, read }
}

describe('what belongs together', () => {
  test('is told by the threads that are named, also the one a new code leads to', () => {
    const items = [
      report('1', 'a'),
      report('2', 'b'),
      word('3', 'c'),
      word('4', 'a'),
      item('5', { kind: 'new-code', thread: 'a', next: 'c' }),
    ]
    expect(idsIn(conversationsIn(items))).toEqual([['1', '3', '4', '5'], ['2']])
  })

  test('leaves out what did not open', () => {
    const damaged = { id: '9', opened: decline('damaged') } as InboxItem
    expect(idsIn(conversationsIn([damaged, report('1', 'a')]))).toEqual([['1']])
  })

  test('never leaves two envelopes of one thread apart, in whatever order they came', () => {
    const anySealed: fc.Arbitrary<Sealed> = fc.record({
      kind: fc.constantFrom('report', 'follow-up', 'new-code'),
      thread: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      next: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    })
    fc.assert(
      fc.property(fc.array(anySealed, { maxLength: 12 }), (sealed) => {
        const groups = conversationsIn(sealed.map((each, index) => item(String(index), each)))
        const homes = new Map<string, number>()
        groups.forEach((group, at) => {
          for (const { id } of group) {
            const { kind, thread, next } = sealed[Number(id)] as Sealed
            for (const name of kind === 'new-code' ? [thread, next ?? ''] : [thread]) {
              expect(homes.get(name) ?? at).toBe(at)
              homes.set(name, at)
            }
          }
        })
        expect(groups.flat()).toHaveLength(sealed.length)
      }),
    )
  })
})

describe('the key Worker', () => {
  test('is asked again only of the conversation that something was added to', async () => {
    const { asked, read } = makeWorker()
    const before = [report('1', 'a'), report('2', 'b')]
    await read(before)
    await read(before)
    const threads = await read([word('3', 'b'), ...before])
    expect(asked).toEqual([
      ['1', '2'],
      ['3', '2'],
    ])
    expect(threads.ok && threads.value.map(({ reports }) => reports[0]?.ids)).toEqual([['2'], ['1']])
  })

  test('is asked again of a conversation from which something went', async () => {
    const { asked, read } = makeWorker()
    await read([report('1', 'a'), word('2', 'a')])
    await read([report('1', 'a')])
    expect(asked).toEqual([['1', '2'], ['1']])
  })

  test('that is gone is said to be, and nothing is remembered of it', async () => {
    let alive = false
    const read = rememberThreads(async () => (alive ? accept([]) : decline('broken')))
    expect(await read([report('1', 'a')])).toEqual(decline('broken'))
    alive = true
    expect(await read([report('1', 'a')])).toEqual(accept([]))
  })
})
