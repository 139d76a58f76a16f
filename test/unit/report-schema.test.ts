// What a report may say: every word of the vocabulary, nothing outside it, and nothing at all if the person prefers.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/crypto/encoding.ts'
import { DEPARTEMENT_CODES, DEPARTEMENTS } from '../../src/protocol/departements.ts'
import {
  MAX_IDENTIFIERS,
  MAX_NARRATIVE_CHARS,
  MAX_NOTE_CHARS,
  MAX_SHORT_TEXT_CHARS,
} from '../../src/protocol/limits.ts'
import { QUESTION_NAMES, questionOf, type QuestionName } from '../../src/protocol/questions.ts'
import { Report } from '../../src/protocol/report.ts'
import * as vocabulary from '../../src/protocol/vocabulary.ts'

const { OPEN_ANSWERS, CONTACT_CHANNELS, IDENTIFIER_TYPES, LOCALES, YES_NO } = vocabulary

const isReport = (report: unknown): boolean => v.is(Report, report)

const QUESTIONS_AS_GIVEN = QUESTION_NAMES.map((name) => [name, questionOf(name)] as const)
const ONE_OF = QUESTIONS_AS_GIVEN.filter(([, { answers }]) => answers === 'one')
const SEVERAL_OF = QUESTIONS_AS_GIVEN.filter(([, { answers }]) => answers === 'several')

/** Whether an answer is accepted where it belongs: in the account, or with what stays on the phone unless it is ticked. */
const withAnswer = (name: string, answer: unknown): boolean =>
  isReport({ [questionOf(name as QuestionName).kept ? 'about' : 'account']: { [name]: answer } })
const withAccount = (account: unknown): boolean => isReport({ account })

describe('someone who answers nothing', () => {
  it('has still written a report', () => {
    expect(v.parse(Report, {})).toEqual({ locale: 'fr', account: {}, narrative: '', identifiers: [] })
  })

  it('or only tells, in their own words', () => {
    expect(v.parse(Report, { narrative: '…' }).narrative).toBe('…')
  })
})

describe.each(ONE_OF)('the question of the %s', (field, { values }) => {
  it('takes each of its answers, "I do not know" and "I prefer not to say"', () => {
    const refused = [...values, ...OPEN_ANSWERS].filter((value) => !withAnswer(field, value))
    expect(refused).toEqual([])
  })

  it.each(['something-else', '', 'VICTIM', null, 1, true, ['unknown']])('does not take %j', (value) => {
    expect(withAnswer(field, value)).toBe(false)
  })
})

describe.each(SEVERAL_OF)('the question of the %s', (field, { values }) => {
  it('takes each answer alone, and all of them together', () => {
    const all = [...values, ...OPEN_ANSWERS]
    expect(all.filter((value) => !withAnswer(field, [value]))).toEqual([])
    expect(withAnswer(field, all)).toBe(true)
    expect(withAnswer(field, [])).toBe(true)
  })

  it('takes neither an unknown answer among known ones, nor one alone outside a list', () => {
    expect(withAnswer(field, [values[0], 'something-else'])).toBe(false)
    expect(withAnswer(field, values[0])).toBe(false)
  })

  it('takes no answer twice', () => {
    expect(withAnswer(field, [values[0], values[0]])).toBe(false)
  })
})

describe('what someone says of themselves', () => {
  it('has no place in the account, and the account none in it', () => {
    for (const [name, { values, answers, kept }] of QUESTIONS_AS_GIVEN) {
      const answer = answers === 'several' ? [values[0]] : values[0]
      expect(isReport({ account: { [name]: answer } })).toBe(!kept)
      expect(isReport({ about: { [name]: answer } })).toBe(kept ?? false)
    }
  })
})

describe('the month of the facts', () => {
  it('is a month, written as its first day', () => {
    expect(withAccount({ month: '2026-11-01' })).toBe(true)
    for (const month of ['2026-11-22', '2026-13-01', '2026-11', 'novembre', '0001']) {
      expect(withAccount({ month })).toBe(false)
    }
  })
})

describe('a field that nobody asked for', () => {
  it.each([
    ['a report', { age: 17 }],
    ['an account', { account: { age: 17 } }],
    ['what is said of oneself', { about: { acts: ['theft'] } }],
    ['a contact', { contact: { channel: 'sms', value: '06', name: 'x' } }],
    ['an identifier', { identifiers: [{ type: 'phone', value: '06', recognised: false, name: 'x' }] }],
  ])('has no place in %s', (_, report) => {
    expect(isReport(report)).toBe(false)
  })

  it('has none under any name', () => {
    const known = new Set(['locale', 'account', 'about', 'narrative', 'identifiers', 'contact'])
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12 }).filter((name) => !known.has(name)),
        (name) => {
          expect(isReport(Object.fromEntries([[name, 'x']]))).toBe(false)
        },
      ),
    )
  })
})

describe('the room there is', () => {
  const identifier = { type: 'phone', value: '06 00 00 00 00', recognised: false }

  it.each([
    ['the narrative', MAX_NARRATIVE_CHARS, (text: string) => ({ narrative: text })],
    ['the platform', MAX_SHORT_TEXT_CHARS, (text: string) => ({ account: { platform: text } })],
    ['a contact', MAX_SHORT_TEXT_CHARS, (text: string) => ({ contact: { channel: 'sms', value: text } })],
    [
      'safe hours',
      MAX_SHORT_TEXT_CHARS,
      (text: string) => ({ contact: { channel: 'sms', value: '0', hours: text } }),
    ],
    [
      'whom to ask for',
      MAX_SHORT_TEXT_CHARS,
      (text: string) => ({ contact: { channel: 'sms', value: '0', askFor: text } }),
    ],
    [
      'what to say',
      MAX_NOTE_CHARS,
      (text: string) => ({ contact: { channel: 'sms', value: '0', say: text } }),
    ],
    [
      'an identifier',
      MAX_SHORT_TEXT_CHARS,
      (text: string) => ({ identifiers: [{ ...identifier, value: text }] }),
    ],
  ] as const)('for %s ends at %i characters', (_, most, report) => {
    expect(isReport(report('é'.repeat(most)))).toBe(true)
    expect(isReport(report('é'.repeat(most + 1)))).toBe(false)
  })

  it('is for twelve identifiers', () => {
    const several = (count: number) => ({ identifiers: Array.from({ length: count }, () => identifier) })
    expect(isReport(several(MAX_IDENTIFIERS))).toBe(true)
    expect(isReport(several(MAX_IDENTIFIERS + 1))).toBe(false)
  })

  it('is not for empty contacts or identifiers', () => {
    expect(isReport({ contact: { channel: 'sms', value: '' } })).toBe(false)
    expect(isReport({ identifiers: [{ ...identifier, value: '' }] })).toBe(false)
  })

  it('suffices for a full narrative in any script: it fits the largest envelope', () => {
    expect(utf8('中'.repeat(MAX_NARRATIVE_CHARS)).length).toBeLessThanOrEqual(48_000)
  })
})

describe('the other lists', () => {
  it('are taken whole: contact channels, kinds of identifiers, languages', () => {
    for (const channel of CONTACT_CHANNELS) expect(isReport({ contact: { channel, value: '0' } })).toBe(true)
    for (const type of IDENTIFIER_TYPES)
      expect(isReport({ identifiers: [{ type, value: '0', recognised: true }] })).toBe(true)
    for (const voicemail of YES_NO)
      expect(isReport({ contact: { channel: 'phone', value: '0', voicemail } })).toBe(true)
    for (const locale of LOCALES) expect(isReport({ locale })).toBe(true)
    expect(isReport({ contact: { channel: 'pigeon', value: '0' } })).toBe(false)
    expect(isReport({ identifiers: [{ type: 'iris', value: '0', recognised: true }] })).toBe(false)
    expect(isReport({ contact: { channel: 'phone', value: '0', voicemail: 'perhaps' } })).toBe(false)
    expect(isReport({ locale: 'de' })).toBe(false)
  })

  it('hold no word twice, and none that would not travel', () => {
    for (const list of Object.values(vocabulary)) {
      expect(new Set(list).size).toBe(list.length)
      expect(list.filter((word) => !/^[a-z0-9-]+$/.test(word))).toEqual([])
    }
  })

  it('name the 101 départements once, Corsica between Corrèze and Côte-d’Or, overseas last', () => {
    expect(DEPARTEMENT_CODES).toHaveLength(101)
    expect(new Set(DEPARTEMENT_CODES)).toEqual(new Set(Object.keys(DEPARTEMENTS)))
    expect(DEPARTEMENT_CODES.slice(17, 22)).toEqual(['18', '19', '2A', '2B', '21'])
    expect([DEPARTEMENT_CODES[0], ...DEPARTEMENT_CODES.slice(-6)]).toEqual([
      '01',
      '95',
      '971',
      '972',
      '973',
      '974',
      '976',
    ])
  })

  it('never ask whether the victim knew a profile to be a minor’s', () => {
    expect(
      Object.keys(Report.entries.account.wrapped.entries).filter((name) => /minor|knew/i.test(name)),
    ).toEqual([])
  })
})
