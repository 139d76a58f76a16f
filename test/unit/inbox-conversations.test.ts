// The key Worker reads a conversation once, and again only when something was added to it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conversationsIn, rememberThreads, type ReadThreads } from '../../src/client/inbox/conversations.ts'
import type { InboxItem } from '../../src/sealing/inbox-items.ts'
import { threadOf } from '../../src/crypto/links.ts'
import { readSecretKey } from '../../src/crypto/openpgp.ts'
import { randomHex } from '../../src/crypto/random.ts'
import type { ReturnKeys } from '../../src/crypto/return-keys.ts'
import { addDays } from '../../src/protocol/day.ts'
import { accept, decline } from '../../src/protocol/result.ts'
import type { InboxContents } from '../../src/protocol/thread.ts'
import { addressReport } from '../../src/sealing/address-report.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { signContents } from '../../src/sealing/sign-contents.ts'
import { readThreads, type Thread } from '../../src/sealing/thread.ts'
import { makeAuthor } from '../support/authors.ts'
import { consentsTo } from '../support/consents.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

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

describe('read one conversation at a time', () => {
  const US = 'ecoute-sud'
  const DAY = '2026-11-23'

  /** What a real inbox may hold: a code that changed, someone who found the old one, another who writes elsewhere, answers, nobody. */
  async function makeInbox() {
    const us = await makeHolder(US)
    const [ana, anaAgain, thief, ben] = await Promise.all([1, 2, 3, 4].map(makeAuthor))
    if (!ana || !anaAgain || !thief || !ben) throw new Error('four authors')
    const told = async (author: ReturnKeys): Promise<InboxContents> => {
      const [consent] = consentsTo({ association: US, fingerprint: 'A'.repeat(40) })
      if (!consent) throw new Error('one consent')
      const report = { locale: 'fr', account: { role: 'victim' }, narrative: 'Ils étaient trois.' } as const
      const code = { reply: replyOf(author), links: author.links }
      return addressReport({ ...report, identifiers: [] }, consent, DAY, code)
    }
    const signed = async (
      kind: string,
      by: ReturnKeys,
      into: ReturnKeys,
      rest: object,
    ): Promise<InboxContents> => {
      const key = await readSecretKey(by.secretKey)
      if (!key) throw new Error('an author has a key')
      const thread = await threadOf(into.links, US)
      const base = { kind, version: 1, thread, message: randomHex(16), writtenOn: DAY, locale: 'fr' }
      return (await signContents(key, { ...base, association: US, ...rest })) as unknown as InboxContents
    }
    const moved = async (to: ReturnKeys) => ({
      next: { thread: await threadOf(to.links, US), reply: replyOf(to) },
    })
    const answer = {
      kind: 'answer',
      version: 1,
      association: US,
      thread: await threadOf(ana.links, US),
    } as const
    const signedAnswer = { ...answer, message: randomHex(16), writtenOn: DAY, text: 'Oui.' }
    const contents = [
      await told(ana),
      await told(ben),
      await told(anaAgain),
      await signed('follow-up', ana, ana, { text: 'Encore.' }),
      await signed('follow-up', thief, ana, { text: 'Faux.' }),
      await signed('new-code', ana, ana, await moved(anaAgain)),
      await signed('follow-up', anaAgain, anaAgain, { text: 'Plus tard.' }),
      await signed('new-code', thief, ben, await moved(thief)),
      await signed('withdrawal', ben, ben, {}),
      await signed('follow-up', thief, thief, { text: 'De personne.' }),
      (await signContents(us.key, signedAnswer)) as InboxContents,
    ]
    const items = contents.map((value, index): InboxItem => ({
      id: String(index + 1),
      receivedOn: addDays(DAY, index % 3),
      acknowledged: false,
      touchedOn: null,
      standing: 'received',
      keyFingerprint: '',
      opened: accept(value),
    }))
    const read: ReadThreads = async (some) =>
      accept(
        await readThreads(
          some.flatMap(({ id, receivedOn, opened }) =>
            opened.ok ? [{ id, receivedOn, contents: opened.value }] : [],
          ),
          { association: US, certificates: [us.certificate], entries: [] },
        ),
      )
    return { items, read }
  }

  const inNoOrder = (read: Awaited<ReturnType<ReadThreads>>): string[] =>
    read.ok ? read.value.map((thread) => JSON.stringify(thread)).toSorted() : []

  test('holds the words that the page opened, not copies of them', async () => {
    const { items, read } = await makeInbox()
    const opened = new Set(items.flatMap(({ opened: each }) => (each.ok ? [each.value] : [])))
    const copying: ReadThreads = async (some) => structuredClone(await read(some))
    const threads = await rememberThreads(copying)(items)
    const said = threads.ok ? threads.value.flatMap(({ reports, messages }) => [...reports, ...messages]) : []
    expect(said.length).toBeGreaterThanOrEqual(items.length)
    for (const { contents } of said) expect(opened.has(contents)).toBe(true)
  })

  test('says the same as all read at once, whatever came when', async () => {
    const { items, read } = await makeInbox()
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(items), fc.nat(items.length), async (arrived, first) => {
        const remembered = rememberThreads(read)
        await remembered(arrived.slice(0, first))
        expect(inNoOrder(await remembered(arrived))).toEqual(inNoOrder(await read(arrived)))
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

  test('is asked some at a time, each conversation whole, and never for the words of a report that nothing follows', async () => {
    const { asked, read } = makeWorker()
    const many = Array.from({ length: 100 }, (_, index) => report(String(index), `thread ${index}`))
    const followed = [word('a', 'thread 39'), word('b', 'thread 39')]
    const threads = await read([...many, ...followed])
    expect(asked.map((ids) => ids.length)).toEqual([39, 40, 23])
    expect(asked[1]?.slice(0, 3)).toEqual(['39', 'a', 'b'])
    expect(threads.ok && threads.value.map(({ reports }) => reports[0]?.ids[0])).toEqual(
      many.map(({ id }) => id),
    )
  })

  test('is given every word of a report that another association passed on: all of it was signed', async () => {
    const given: unknown[] = []
    const read = rememberThreads(async (some) => {
      given.push(...some.map(({ opened }) => opened.ok && opened.value))
      return accept([])
    })
    const told = (id: string, transferred: object | undefined) =>
      ({
        ...report(id, id),
        opened: accept({ kind: 'report', thread: id, narrative: 'Ses mots.', transferred }),
      }) as never
    await read([told('1', { from: 'ecoute-sud' }), told('2', undefined)])
    expect(given).toMatchObject([{ narrative: 'Ses mots.' }, { narrative: '' }])
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
