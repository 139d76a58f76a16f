// What points to the same attackers in several reports: never across a report whose author did not allow it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/client/inbox/cases.ts'
import { findSeries, marksOf } from '../../src/client/inbox/series.ts'
import type { Identifier } from '../../src/protocol/report.ts'
import { IDENTIFIER_TYPES } from '../../src/protocol/vocabulary.ts'

const TODAY = '2026-11-23'
const NUMBER: Identifier = { type: 'phone', value: '+33612345678', recognised: true }

interface Told {
  identifiers?: Identifier[]
  thread?: string
  now?: string
  narrative?: string
  series?: boolean
  until?: string
  withdrawn?: boolean
  disputed?: boolean
  late?: boolean
  arriving?: boolean
}

const caseOf = (id: string, told: Told = {}): Case => {
  const { identifiers = [NUMBER], thread = `t${id}`, now = thread, series = true, until = TODAY } = told
  const purposes = series ? ['referral', 'series'] : ['referral']
  const { narrative = '' } = told
  const value = { kind: 'report', thread, account: {}, narrative, identifiers, consent: { purposes, until } }
  return {
    id,
    head: { id, receivedOn: TODAY, opened: { ok: true, value } },
    thread: told.arriving
      ? null
      : {
          thread: now,
          disputed: told.disputed === true,
          withdrawnOn: told.withdrawn ? TODAY : null,
          reports: [{ ids: [id], late: told.late === true }],
        },
  } as unknown as Case
}

const othersOf = (id: string, ...cases: Case[]): string[][] =>
  findSeries(cases, TODAY)
    .linksOf(id)
    .map(({ others }) => others)

const strengthOf = (identifier: Identifier): string | undefined => marksOf([identifier])[0]?.strength

/** Whether two identifiers are taken to name the same thing. */
const areOne = (a: Identifier, b: Identifier): boolean => {
  const [one, two] = [marksOf([a])[0], marksOf([b])[0]]
  return one !== undefined && one.key === two?.key
}

describe('the same number in two reports', () => {
  const first = caseOf('1')

  test('is pointed out on both', () => {
    expect(othersOf('1', first, caseOf('2'))).toEqual([['2']])
    expect(othersOf('2', first, caseOf('2'))).toEqual([['1']])
  })

  test.each<[string, Told]>([
    ['whose author allowed no comparing', { series: false }],
    ['that was withdrawn', { withdrawn: true }],
    ['that is disputed', { disputed: true }],
    ['written with a replaced code', { late: true }],
    ['whose permission is past', { until: '2026-11-22' }],
    ['while what follows it is still arriving', { arriving: true }],
    ['of the same conversation', { thread: 't1' }],
    ['of a conversation that has come to the same code', { now: 't1' }],
  ])('is not, for one %s', (_, told) => {
    const other = caseOf('2', told)
    expect([othersOf('1', first, other), othersOf('2', first, other)]).toEqual([[], []])
  })

  test('makes no series of one report that was sent twice', () => {
    const twice = [caseOf('1', { narrative: 'Le même.' }), caseOf('2', { narrative: 'Le même.' })]
    expect(othersOf('1', ...twice)).toEqual([])
    expect(othersOf('1', ...twice, caseOf('3', { narrative: 'Un autre.' }))).toEqual([['3']])
  })

  test('counts each other case once, among the strong where it is both', () => {
    const pseudonym: Identifier = { type: 'pseudonym', platform: 'Tchat', value: 'ombre', recognised: true }
    const plate: Identifier = { type: 'plate', value: 'AB-123-CD', recognised: true }
    const both = { identifiers: [NUMBER, plate, pseudonym] }
    const series = findSeries(
      [caseOf('1', both), caseOf('2', both), caseOf('3', { identifiers: [pseudonym] })],
      TODAY,
    )
    expect(series.countsOf('1')).toEqual({ strong: 1, weak: 1 })
    expect(series.countsOf('3')).toEqual({ strong: 0, weak: 2 })
    expect(series.linksOf('1').map(({ strength }) => strength)).toEqual(['strong', 'strong', 'weak'])
  })
})

describe('two writings', () => {
  const pseudonym = (value: string, platform = 'Tchat'): Identifier => ({
    type: 'pseudonym',
    platform,
    value,
    recognised: true,
  })
  const payee = (value: string, recognised = true): Identifier => ({ type: 'payee', value, recognised })

  test('of a pseudonym are one whatever the capitals, the spaces and the width, on one platform', () => {
    expect(areOne(pseudonym('Ombre  75'), pseudonym(' ombre 75', 'TCHAT '))).toBe(true)
    expect(areOne(pseudonym('Ｏｍｂｒｅ'), pseudonym('ombre'))).toBe(true)
    expect(areOne(pseudonym('ombre'), pseudonym('ombre', 'Autre'))).toBe(false)
    expect(areOne(pseudonym('ombre'), pseudonym('ombré'))).toBe(false)
    expect(areOne(pseudonym('ombre'), pseudonym('оmbre'))).toBe(false)
  })

  test('of a pseudonym without a platform say nothing', () => {
    expect(marksOf([pseudonym('ombre', '')])).toEqual([])
  })

  test('of a number are one, whether it was called or paid', () => {
    expect(areOne(NUMBER, payee(NUMBER.value))).toBe(true)
    expect(areOne(NUMBER, { ...NUMBER, recognised: false })).toBe(false)
  })

  test('of a link are two where only the capitals differ', () => {
    const link = (value: string): Identifier => ({ type: 'profile-link', value, recognised: true })
    expect(areOne(link('https://exemple.fr/Ab'), link('https://exemple.fr/ab'))).toBe(false)
  })

  test('are strong where a form was recognised, and weak or nothing elsewhere', () => {
    expect(strengthOf(payee('FR7630006000011234567890189'))).toBe('strong')
    expect(strengthOf(payee('nom@exemple.fr'))).toBe('strong')
    expect(strengthOf(payee('Camille Martin'))).toBe('weak')
    expect(strengthOf({ type: 'plate', value: 'AB 12 XYZ', recognised: false })).toBe('weak')
    expect(strengthOf({ type: 'phone', value: '0612', recognised: true })).toBe('weak')
    expect(strengthOf({ type: 'phone', value: 'inconnu', recognised: false })).toBeUndefined()
    expect(strengthOf({ type: 'plate', value: '75', recognised: false })).toBeUndefined()
  })
})

describe('whatever the reports', () => {
  const oddIdentifier: fc.Arbitrary<Identifier> = fc.record({
    type: fc.constantFrom(...IDENTIFIER_TYPES),
    platform: fc.constantFrom('Tchat', 'tchat', 'Autre'),
    value: fc.constantFrom('+33612345678', 'a@b.fr', 'https://b.fr/a', 'AB-123-CD', 'Ombre', ' ombre', '12'),
    recognised: fc.boolean(),
  })
  const anyIdentifier = fc.oneof(
    fc.constantFrom<Identifier>(
      NUMBER,
      { ...NUMBER, type: 'payee' },
      { type: 'plate', value: 'AB-123-CD', recognised: true },
      { type: 'pseudonym', platform: 'Tchat', value: 'Ombre', recognised: true },
    ),
    oddIdentifier,
  )
  /** Most may be compared, so that most inboxes hold a series. */
  const seldom = fc.constantFrom(false, false, false, false, false, false, false, true)
  const anyTold = fc.record({
    identifiers: fc.array(anyIdentifier, { minLength: 1, maxLength: 4 }),
    thread: fc.constantFrom(...'abcdefghijkl'),
    narrative: fc.constantFrom('', '', '', '', 'Un récit.', 'Un autre.'),
    series: seldom.map((barred) => !barred),
    withdrawn: seldom,
    disputed: seldom,
    late: seldom,
  })
  const anyInbox = fc
    .array(anyTold, { minLength: 2, maxLength: 12, size: 'max' })
    .map((all) => all.map((told, index) => ({ told, each: caseOf(String(index), told) })))

  test('what links one to another links the other to it, by the same', () => {
    let linked = 0
    fc.assert(
      fc.property(anyInbox, (inbox) => {
        const { linksOf } = findSeries(
          inbox.map(({ each }) => each),
          TODAY,
        )
        for (const { each } of inbox) {
          for (const { key, others } of linksOf(each.id)) {
            for (const other of others) {
              expect(linksOf(other).find((link) => link.key === key)?.others).toContain(each.id)
              linked++
            }
          }
        }
      }),
    )
    expect(linked).toBeGreaterThan(100)
  })

  test('no report is compared without consent, nor once it is withdrawn, disputed or late', () => {
    fc.assert(
      fc.property(anyInbox, (inbox) => {
        const { linksOf, countsOf } = findSeries(
          inbox.map(({ each }) => each),
          TODAY,
        )
        const barred = inbox.filter(
          ({ told }) => !told.series || told.withdrawn || told.disputed || told.late,
        )
        const reached = new Set(inbox.flatMap(({ each }) => linksOf(each.id).flatMap(({ others }) => others)))
        for (const { each } of barred) {
          expect(linksOf(each.id)).toEqual([])
          expect(countsOf(each.id)).toEqual({ strong: 0, weak: 0 })
          expect(reached.has(each.id)).toBe(false)
        }
      }),
    )
  })

  test('the order in which they came changes nothing', () => {
    fc.assert(
      fc.property(anyInbox, (inbox) => {
        const cases = inbox.map(({ each }) => each)
        const [one, two] = [findSeries(cases, TODAY), findSeries(cases.toReversed(), TODAY)]
        for (const { id } of cases) expect(one.linksOf(id)).toEqual(two.linksOf(id))
      }),
    )
  })
})
