// To whom a case may be passed on: what the person last said holds, and only what is proven to be theirs.
import { expect, test } from 'vitest'
import type { Case } from '../../src/client/inbox/cases.ts'
import { transfersOf } from '../../src/client/inbox/transfers.ts'
import type { ThreadMessage, Trust } from '../../src/sealing/thread.ts'

const MONDAY = '2026-11-23'
const TUESDAY = '2026-11-24'

const AT = { thread: 'b', tokenHash: 'c', hold: 'd' }

const said = (
  answer: 'yes' | 'no',
  receivedOn = MONDAY,
  trust: Trust = 'trusted',
  { at, thread = 'now' }: { at?: object; thread?: string } = {},
): ThreadMessage =>
  ({
    trust,
    receivedOn,
    contents: { kind: 'follow-up', thread, granting: { message: 'a', to: 'droits-nord', answer, at } },
  }) as ThreadMessage

const caseWith = (messages: ThreadMessage[], transfersTo: string[] = [], withdrawnOn: string | null = null) =>
  ({
    head: { opened: { ok: true, value: { kind: 'report', consent: { transfersTo } } } },
    thread: { thread: 'now', messages, withdrawnOn },
  }) as unknown as Case

const YES = [{ association: 'droits-nord', since: MONDAY, at: null }]

test('a yes counts from the day it came, also when the person changed their code that day', () => {
  expect(transfersOf(caseWith([said('yes')]))).toEqual(YES)
  expect(transfersOf(caseWith([said('yes', MONDAY, 'that-day')]))).toEqual(YES)
})

test('a yes that is not proven to be theirs counts for nothing', () => {
  expect(transfersOf(caseWith([said('yes', MONDAY, 'forged'), said('yes', MONDAY, 'disputed')]))).toEqual([])
})

test('what the report allows stands until they say no', () => {
  expect(transfersOf(caseWith([], ['droits-nord']))).toEqual([
    { association: 'droits-nord', since: null, at: null },
  ])
  expect(transfersOf(caseWith([said('yes')], ['droits-nord']))).toMatchObject([{ since: null }])
  expect(transfersOf(caseWith([said('no')], ['droits-nord']))).toEqual([])
})

test('the last word holds, and of two on one day the no', () => {
  expect(transfersOf(caseWith([said('no'), said('yes', TUESDAY)]))).toMatchObject([{ since: TUESDAY }])
  expect(transfersOf(caseWith([said('yes'), said('no', TUESDAY)]))).toEqual([])
  expect(transfersOf(caseWith([said('no'), said('yes')]))).toEqual([])
  expect(transfersOf(caseWith([said('yes'), said('no')]))).toEqual([])
})

test('nothing is passed on once they withdrew', () => {
  expect(transfersOf(caseWith([said('yes')], ['autre'], TUESDAY))).toEqual([])
})

test('it goes where they await it: said under the code they have now, the last time they said it', () => {
  const at = (thread: string, more: object = {}) =>
    said('yes', MONDAY, 'trusted', { at: { ...AT, ...more }, thread })
  expect(transfersOf(caseWith([at('now')]))).toMatchObject([{ at: AT }])
  expect(transfersOf(caseWith([at('before')]))).toMatchObject([{ since: MONDAY, at: null }])
  expect(transfersOf(caseWith([at('before'), at('now', { hold: 'e' })]))).toMatchObject([
    { at: { hold: 'e' } },
  ])
  expect(transfersOf(caseWith([at('now')], ['droits-nord']))).toMatchObject([{ since: MONDAY, at: AT }])
})
