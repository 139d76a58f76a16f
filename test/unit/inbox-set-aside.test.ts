// Whether a rule holds a case aside: never against what a member did, and never until the server would delete it unread.
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/client/inbox/cases.ts'
import { openedReportOf, ruleFor } from '../../src/client/inbox/set-aside.ts'
import { NEW_CASE } from '../../src/domain/case-edit.ts'
import type { CaseState } from '../../src/protocol/case-state.ts'
import { addDays } from '../../src/protocol/day.ts'
import { UNOPENED_DAYS } from '../../src/protocol/limits.ts'

const TODAY = '2026-11-23'

interface Made {
  day?: string
  acknowledged?: boolean
  standing?: CaseState
  withdrawn?: boolean
  messages?: object[]
  arriving?: boolean
}

const caseOf = ({
  day = TODAY,
  acknowledged = false,
  standing = 'received',
  withdrawn = false,
  messages = [],
  arriving = false,
}: Made = {}): Case => {
  const head = {
    id: '1',
    receivedOn: day,
    acknowledged,
    standing,
    opened: { ok: true, value: { kind: 'report' } },
  }
  const thread = { withdrawnOn: withdrawn ? day : null, reports: [], messages }
  return { id: '1', day, head, envelopes: [head], thread: arriving ? null : thread } as unknown as Case
}
const ruled = (each: Case, work: Partial<typeof NEW_CASE> = {}, answered = false) =>
  ruleFor(each, 'empty', { ...NEW_CASE, ...work }, answered, TODAY)

test('a rule holds a case that nobody did anything with', () => {
  expect(ruled(caseOf())).toBe('empty')
  expect(ruleFor(caseOf(), undefined, NEW_CASE, false, TODAY)).toBeNull()
})

describe('a rule gives way', () => {
  test.each<[string, Partial<typeof NEW_CASE>]>([
    ['to a member who says it is a report', { aside: 'genuine' }],
    ['to a member who sets it aside', { aside: 'empty' }],
    ['to whoever accepted it', { state: 'accepted' }],
    ['to whoever has it', { assignee: 'A'.repeat(40) }],
    ['to a keyword', { tags: ['gare'] }],
    ['to a link to another case', { duplicateOf: '7' }],
  ])('%s', (_, work) => expect(ruled(caseOf(), work)).toBeNull())

  test('to an answer, a refusal, a withdrawal', () => {
    expect(ruled(caseOf(), {}, true)).toBeNull()
    expect(ruled(caseOf({ messages: [{ trust: 'trusted', contents: { kind: 'answer' } }] }))).toBeNull()
    for (const standing of ['accepted', 'declined', 'done'] as const) {
      expect(ruled(caseOf({ standing }))).toBeNull()
    }
    expect(ruled(caseOf({ withdrawn: true }))).toBeNull()
  })

  test('thirty days before the server would delete what nobody confirmed', () => {
    const ago = (days: number) => addDays(TODAY, -days)
    expect(ruled(caseOf({ day: ago(UNOPENED_DAYS - 31) }))).toBe('empty')
    expect(ruled(caseOf({ day: ago(UNOPENED_DAYS - 30) }))).toBeNull()
    expect(ruled(caseOf({ day: ago(UNOPENED_DAYS - 30), acknowledged: true }))).toBe('empty')
  })
})

test('the rules see a case only once all that follows it is there, and only proven words of its author follow', () => {
  expect(openedReportOf(caseOf({ arriving: true }), false)).toBeNull()
  const message = (trust: string, kind: string) => ({ trust, contents: { kind } })
  expect(openedReportOf(caseOf({ messages: [message('forged', 'follow-up')] }), false)?.followed).toBe(false)
  expect(openedReportOf(caseOf({ messages: [message('trusted', 'follow-up')] }), false)?.followed).toBe(true)
  expect(openedReportOf(caseOf({ messages: [message('trusted', 'answer')] }), false)?.followed).toBe(false)
})
