// How the workspace lists what it opened: a report and what followed it are one case.
import { describe, expect, test } from 'vitest'
import {
  byDay,
  caseOf,
  casesOf,
  inReadingOrder,
  isNew,
  neighboursOf,
  orphanOf,
  standsAlone,
  type Case,
} from '../../src/client/inbox/cases.ts'
import { owedReceipts } from '../../src/sealing/cases.ts'
import type { InboxItem } from '../../src/sealing/inbox-items.ts'
import type { InboxContents } from '../../src/protocol/thread.ts'
import type { Thread, ThreadMessage } from '../../src/sealing/thread.ts'

const THREAD = 'a'.repeat(32)

const item = (id: string, receivedOn: string, rest: Partial<InboxItem> = {}): InboxItem => ({
  id,
  receivedOn,
  acknowledged: false,
  touchedOn: null,
  standing: 'received',
  keyFingerprint: 'A'.repeat(40),
  opened: { ok: false, reason: 'damaged' },
  ...rest,
})

const opened = (kind: InboxContents['kind']): Pick<InboxItem, 'opened'> => ({
  opened: { ok: true, value: { kind, thread: THREAD } as InboxContents },
})

const message = (ids: string[], rest: Partial<ThreadMessage> = {}): ThreadMessage =>
  ({
    ids,
    trust: 'trusted',
    receivedOn: '2026-11-04',
    contents: { kind: 'follow-up' },
    ...rest,
  }) as ThreadMessage

const thread = (reports: string[][], messages: ThreadMessage[]): Thread => ({
  thread: THREAD,
  reply: null,
  disputed: false,
  withdrawnOn: null,
  reports: reports.map((ids) => ({ ids })) as Thread['reports'],
  messages,
})

const idsOf = (cases: readonly Case[]): string[] => cases.map(({ id }) => id)

const alone = [
  item('7', '2026-11-02'),
  item('3', '2026-11-01'),
  item('5', '2026-11-01'),
  item('1', '2026-11-02', { acknowledged: true }),
].map(caseOf)

describe('the list', () => {
  test('has the newest day first, and within a day keeps the server’s order', () => {
    expect(byDay(alone).map(({ day, cases }) => [day, idsOf(cases)])).toEqual([
      ['2026-11-02', ['7', '1']],
      ['2026-11-01', ['3', '5']],
    ])
    expect(idsOf(inReadingOrder(alone))).toEqual(['7', '1', '3', '5'])
  })

  test('of an empty inbox has no day', () => {
    expect(byDay([])).toEqual([])
  })

  test('tells each case who comes before and after it, and the first and last that no one is beyond', () => {
    expect(neighboursOf(alone, '3')).toEqual({ position: 2, total: 4, previous: '7', next: '5' })
    expect(neighboursOf(alone, '7')).toMatchObject({ previous: null, next: '3' })
    expect(neighboursOf(alone, '1')).toMatchObject({ previous: '5', next: null })
    expect(neighboursOf(alone, '99')).toBeNull()
  })
})

describe('what governs a case', () => {
  const report = (acknowledged: boolean) => item('1', '2026-11-01', { ...opened('report'), acknowledged })
  const said = (id: string, kind: string, trust: ThreadMessage['trust'] = 'trusted') =>
    message([id], { trust, contents: { kind } as ThreadMessage['contents'] })
  const owed = (acknowledged: boolean, ...messages: ThreadMessage[]) => {
    const items = [
      report(acknowledged),
      ...messages.map(({ ids: [id = ''] }) => item(id, '2026-11-04', opened('withdrawal'))),
    ]
    return casesOf(items, [thread([['1']], messages)], true).flatMap(owedReceipts)
  }

  test('is confirmed with it: a withdrawal and another code last as long as the report', () => {
    expect(owed(true, said('2', 'withdrawal'), said('3', 'new-code'), said('4', 'follow-up'))).toEqual([
      '2',
      '3',
    ])
  })

  test('is not, where nobody is proven to have said it, or nobody confirmed the report', () => {
    expect(owed(true, said('2', 'withdrawal', 'forged'), said('3', 'new-code', 'disputed'))).toEqual([])
    expect(owed(false, said('2', 'withdrawal'))).toEqual([])
  })
})

describe('a case', () => {
  const report = item('1', '2026-11-01', { ...opened('report'), acknowledged: true })
  const word = item('2', '2026-11-04', opened('follow-up'))
  const answer = item('3', '2026-11-05', { ...opened('answer'), acknowledged: true })

  test('is a report with what followed it, on the day the person last wrote, whatever was answered since', () => {
    const contents = { kind: 'answer' } as ThreadMessage['contents']
    const joined = thread([['1']], [message(['2']), message(['3'], { receivedOn: '2026-11-05', contents })])
    const [one, ...others] = casesOf([answer, word, report], [joined], true)
    expect(others).toEqual([])
    expect(one).toMatchObject({ id: '1', day: '2026-11-04', head: report, thread: joined })
  })

  test('is not moved up by what is not proven', () => {
    const joined = thread([['1']], [message(['2'], { trust: 'forged' })])
    expect(casesOf([word, report], [joined], true)).toMatchObject([{ day: '2026-11-01' }])
  })

  test('is new until all of its envelopes are confirmed, repeats included', () => {
    const joined = thread([['1']], [message(['2', '4'])])
    const read = { ...word, acknowledged: true }
    const newIn = (items: InboxItem[]) => casesOf(items, [joined], true).map(isNew)
    expect(newIn([report, read, item('4', '2026-11-04', opened('follow-up'))])).toEqual([true])
    expect(newIn([report, read, { ...read, id: '4' }])).toEqual([false])
  })

  test('stays apart from an envelope that did not open', () => {
    const damaged = item('9', '2026-11-03')
    const cases = casesOf([damaged, report], [thread([['1']], [])], true)
    expect(idsOf(cases).toSorted()).toEqual(['1', '9'])
    expect(cases.find(({ id }) => id === '9')?.thread).toBeNull()
  })

  test('keeps each report that shares its thread, so that none can hide another', () => {
    const second = item('6', '2026-11-01', opened('report'))
    const cases = casesOf([report, second, word], [thread([['1'], ['6']], [message(['2'])])], true)
    expect(idsOf(cases)).toEqual(['1', '6'])
    expect(cases.map(({ envelopes }) => envelopes.length)).toEqual([2, 2])
  })

  test('without its report is a withdrawal, answers of the association’s own, or nobody’s words', () => {
    const orphan = (...messages: ThreadMessage[]) =>
      casesOf([word], [thread([], messages)], true).map((each) => orphanOf(each))
    const withdrawal = message(['2'], { trust: 'forged', contents: { kind: 'withdrawal' } as never })
    const ours = message(['2'], { contents: { kind: 'answer' } as never })
    const words = message(['2'], { trust: 'forged' })
    expect(orphan(withdrawal)).toEqual(['withdrawal'])
    expect(orphan(ours, withdrawal, words)).toEqual(['withdrawal'])
    expect(orphan(ours)).toEqual(['answer'])
    expect(orphan(ours, words)).toEqual(['message'])
    expect(orphan({ ...ours, trust: 'forged' })).toEqual(['message'])
    expect(casesOf([report, word], [thread([['1']], [withdrawal])], true).map(orphanOf)).toEqual([null])
  })

  test('of a message without its report is listed once all has arrived, and not before', () => {
    const lone = thread([], [message(['2'])])
    expect(standsAlone(word)).toBe(false)
    expect(casesOf([word], [lone], false)).toEqual([])
    expect(idsOf(casesOf([word], [lone], true))).toEqual(['2'])
  })
})
