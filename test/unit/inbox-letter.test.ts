// A report written out as a letter.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { aboutLines, answeredLines, gravestFirst, summaryOf } from '../../src/domain/letter.ts'
import type { About, Account } from '../../src/protocol/report.ts'
import { anyAccount } from '../support/any-account.ts'

/** Every question that travels, answered. */
const whole: Required<Account> = {
  role: 'witness',
  personKnows: 'no',
  channel: 'messaging',
  platform: 'Un tchat',
  lure: 'not-said',
  trust: ['photos', 'voice-call'],
  place: 'station',
  departement: '2A',
  month: '2026-10-01',
  weekday: 'friday',
  timeBand: 'night',
  attackers: 'unknown',
  attackerAges: 'mixed',
  means: ['knife'],
  acts: ['insults', 'rape', 'theft'],
  losses: ['card', 'card-code'],
  footage: ['posted-online'],
  harms: ['injuries', 'outed'],
  incapacity: 'up-to-8-days',
  bias: ['orientation', 'money'],
  biasIndicators: ['words-said'],
  evidence: ['gone'],
  complaint: 'refused-at-desk',
  barriers: ['residence'],
  needs: ['legal', 'care'],
}

const about: Required<About> = { ageBand: '15-17', language: 'ar', audiences: ['trans', 'migrant'] }

test('every question someone answered has its line, and no answer is lost', () => {
  const lines = answeredLines(whole)
  expect(lines.map(({ field }) => field).toSorted()).toEqual(Object.keys(whole).toSorted())
  const answers = lines.flatMap((line) => line.answers)
  expect(answers).toHaveLength(Object.values(whole).flat().length)
  expect(answers).toContainEqual({ kind: 'code', group: 'lure', code: 'not-said' })
  expect(answers).toContainEqual({ kind: 'code', group: 'losses', code: 'card-code' })
  expect(answers).toContainEqual({ kind: 'month', day: '2026-10-01' })
  expect(answers).toContainEqual({ kind: 'text', text: 'Un tchat' })
})

test('whatever account is sent, each of its answers is read', () => {
  fc.assert(
    fc.property(anyAccount(['Un tchat']), (account) => {
      const read = answeredLines(account).flatMap((line) =>
        line.answers.map((answer) => (answer.kind === 'code' ? answer.code : Object.values(answer)[1])),
      )
      const given = Object.values(account)
        .flat()
        .filter((answer) => answer !== '')
      expect(read.toSorted()).toEqual(given.toSorted())
    }),
  )
})

test('what the person said of themselves is apart from what happened', () => {
  expect(aboutLines(about).map(({ field, answers }) => [field, answers.length])).toEqual([
    ['ageBand', 1],
    ['language', 1],
    ['audiences', 2],
  ])
  expect(aboutLines()).toEqual([])
  expect(aboutLines({ audiences: [] })).toEqual([])
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
