// The card by which a report is counted: a few coarse words, and never anything else of what was told.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { cardOf } from '../../src/domain/card.ts'
import { PLATFORMS } from '../../src/help/platforms.ts'
import { Card } from '../../src/protocol/card.ts'
import { quarterOf } from '../../src/protocol/day.ts'
import { QUESTION_NAMES } from '../../src/protocol/questions.ts'
import { Account } from '../../src/protocol/report.ts'
import { ACTS, COMPLAINTS, OPEN_ANSWERS } from '../../src/protocol/vocabulary.ts'
import { anyAccount } from '../support/any-account.ts'

const idOf = (name: string) => PLATFORMS.find((platform) => platform.name === name)?.id ?? null
const accounts = anyAccount(PLATFORMS.map(({ name }) => name))

const EMPTY: Card = {
  version: 1,
  departement: 'unknown',
  quarter: 'unknown',
  weekday: 'unknown',
  timeBand: 'unknown',
  channel: 'unknown',
  platform: 'unknown',
  place: 'unknown',
  lure: 'unknown',
  attackers: 'unknown',
  act: 'unknown',
  complaint: 'unknown',
}

/** The answers a card has room for. */
const COUNTED: readonly string[] = [
  ...Object.keys(EMPTY).filter((facet) => facet !== 'act' && facet !== 'quarter'),
  'acts',
  'month',
]

describe('every account', () => {
  it('that the form can make gives a valid card', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        expect(v.is(Account, account)).toBe(true)
        expect(v.is(Card, cardOf(account, idOf))).toBe(true)
      }),
    )
  })

  it('gives the same facets and no more, whatever was told', () => {
    fc.assert(
      fc.property(accounts, (account) => {
        expect(Object.keys(cardOf(account, idOf))).toEqual(Object.keys(EMPTY))
      }),
    )
  })

  it('gives the same card without what a card has no room for', () => {
    const others = QUESTION_NAMES.filter((name) => !COUNTED.includes(name))
    expect(others).toContain('role')
    fc.assert(
      fc.property(accounts, accounts, (one, other) => {
        const mixed: Record<string, unknown> = { ...one }
        for (const name of others) mixed[name] = (other as Record<string, unknown>)[name]
        expect(cardOf(mixed as Account, idOf)).toEqual(cardOf(one, idOf))
      }),
    )
  })

  it('whose platform was typed by hand says another one, and never the words', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 120 }), (typed) => {
        fc.pre(idOf(typed) === null && !(OPEN_ANSWERS as readonly string[]).includes(typed))
        expect(cardOf({ platform: typed }, idOf)).toEqual({ ...EMPTY, platform: 'other' })
      }),
    )
  })
})

describe('a card', () => {
  it('of an account without an answer says that nothing is known', () => {
    expect(cardOf({}, idOf)).toEqual(EMPTY)
  })

  it('counts “I’d rather not say” as “I don’t know”: which it was is nobody’s business', () => {
    for (const open of OPEN_ANSWERS) {
      const account = {
        departement: open,
        weekday: open,
        timeBand: open,
        channel: open,
        platform: open,
        place: open,
        lure: open,
        attackers: open,
        acts: [open],
        complaint: open,
      } satisfies Account
      expect(cardOf(account, idOf)).toEqual(EMPTY)
    }
  })

  it('keeps of all acts the most serious one', () => {
    fc.assert(
      fc.property(fc.subarray([...ACTS], { minLength: 1 }), (acts) => {
        const shuffled = [...acts].toReversed()
        expect(cardOf({ acts: shuffled }, idOf).act).toBe(acts.at(-1))
      }),
    )
    expect(cardOf({ acts: ['not-said', 'insults', 'filmed'] }, idOf).act).toBe('filmed')
  })

  it('keeps of the month its quarter', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
    expect(months.map((month) => quarterOf(`2024-${month}-01`))).toEqual(
      [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4].map((quarter) => `2024-Q${quarter}`),
    )
    expect(cardOf({ month: '2024-05-01' }, idOf).quarter).toBe('2024-Q2')
  })

  it('tells five states of a complaint: one only thought of is none yet', () => {
    expect(COMPLAINTS.map((complaint) => cardOf({ complaint }, idOf).complaint)).toEqual([
      'none',
      'none',
      'filed',
      'refused-at-desk',
      'closed',
      'judged',
    ])
  })

  it.each([
    ['a word more', { narrative: 'mots' }],
    ['a role', { role: 'witness' }],
    ['a day', { quarter: '2024-05-03' }],
    ['a platform’s name as people write it', { platform: 'Mon Tchat' }],
    ['an act that is none', { act: 'insults,death' }],
    ['another version', { version: 2 }],
  ])('with %s is none', (_what, changed) => {
    expect(v.is(Card, EMPTY)).toBe(true)
    expect(v.is(Card, { ...EMPTY, ...changed })).toBe(false)
  })

  it('finds each listed platform by its slug', () => {
    const slugs = PLATFORMS.map(({ name }) => cardOf({ platform: name }, idOf))
    expect(slugs.map(({ platform }) => platform)).toEqual(PLATFORMS.map(({ id }) => id))
    expect(slugs.filter((card) => !v.is(Card, card))).toEqual([])
    expect(PLATFORMS.filter(({ id }) => ['other', 'unknown'].includes(id))).toEqual([])
  })
})
