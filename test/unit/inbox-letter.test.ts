// A report written out as a letter.
import { expect, test } from 'vitest'
import { answeredLines, gravestFirst, summaryOf } from '../../src/client/inbox/letter.ts'
import type { Account } from '../../src/protocol/report.ts'

const whole: Account = {
  role: 'witness',
  channel: 'messaging',
  platform: 'Un tchat',
  lure: 'not-said',
  place: 'station',
  departement: '2A',
  month: '2026-10-01',
  weekday: 'friday',
  timeBand: 'night',
  attackers: 'unknown',
  attackerAges: 'mixed',
  acts: ['insults', 'rape', 'theft'],
  needs: ['legal', 'care'],
}

test('every question someone answered has its line, and no answer is lost', () => {
  const lines = answeredLines(whole)
  expect(lines.map(({ field }) => field).toSorted()).toEqual(Object.keys(whole).toSorted())
  const answers = lines.flatMap((line) => line.answers)
  expect(answers).toHaveLength(Object.values(whole).flat().length)
  expect(answers).toContainEqual({ kind: 'code', group: 'lure', code: 'not-said' })
  expect(answers).toContainEqual({ kind: 'month', day: '2026-10-01' })
  expect(answers).toContainEqual({ kind: 'text', text: 'Un tchat' })
})

test('a question nobody answered, or answered by nothing, has no line', () => {
  expect(answeredLines({})).toEqual([])
  expect(answeredLines({ acts: [], platform: '' })).toEqual([])
})

test('the gravest act is read first, each once, and what the person does not know comes last', () => {
  expect(gravestFirst(['insults', 'unknown', 'death-threat', 'insults', 'theft'])).toEqual([
    'death-threat',
    'theft',
    'insults',
    'unknown',
  ])
})

test('an account that answers nothing still has a summary', () => {
  expect(summaryOf({ account: {} })).toEqual({ role: null, acts: [], departement: null, needs: [] })
})

test('a summary carries codes of the vocabulary and none of the words someone wrote', () => {
  expect(summaryOf({ account: whole })).toEqual({
    role: 'witness',
    acts: ['rape', 'theft', 'insults'],
    departement: '2A',
    needs: ['legal', 'care'],
  })
})
