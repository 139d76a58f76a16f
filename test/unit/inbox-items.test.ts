// How the workspace lists what it opened.
import { expect, test } from 'vitest'
import {
  byDay,
  inReadingOrder,
  isNew,
  neighboursOf,
  type InboxItem,
} from '../../src/client/inbox/inbox-items.ts'

const item = (id: string, receivedOn: string, acknowledged = false): InboxItem => ({
  id,
  receivedOn,
  acknowledged,
  keyFingerprint: 'A'.repeat(40),
  opened: { ok: false, reason: 'damaged' },
})

const items = [
  item('7', '2026-11-02'),
  item('3', '2026-11-01'),
  item('5', '2026-11-01'),
  item('1', '2026-11-02', true),
]

test('the newest day comes first, and within a day the server’s order is kept', () => {
  expect(byDay(items).map(({ day, items: ofDay }) => [day, ofDay.map(({ id }) => id)])).toEqual([
    ['2026-11-02', ['7', '1']],
    ['2026-11-01', ['3', '5']],
  ])
  expect(inReadingOrder(items).map(({ id }) => id)).toEqual(['7', '1', '3', '5'])
})

test('an empty inbox has no day', () => {
  expect(byDay([])).toEqual([])
})

test('a letter knows who comes before and after it, and the first and last have no one beyond', () => {
  expect(neighboursOf(items, '3')).toEqual({ position: 2, total: 4, previous: '7', next: '5' })
  expect(neighboursOf(items, '7')).toMatchObject({ previous: null, next: '3' })
  expect(neighboursOf(items, '1')).toMatchObject({ previous: '5', next: null })
  expect(neighboursOf(items, '99')).toBeNull()
})

test('an envelope is new until its receipt is confirmed', () => {
  expect(items.filter(isNew).map(({ id }) => id)).toEqual(['7', '3', '5'])
})
