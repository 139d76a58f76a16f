// Finding one case among thousands: views, words, answers, days, and the order they are read in.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange, firstOf, ORDERS } from '../../src/client/inbox/arrange.ts'
import type { Case } from '../../src/client/inbox/cases.ts'
import type { SentAnswer } from '../../src/client/inbox/correspondence.ts'
import { askedIn, NO_FILTERS, sieveOf, type Filters } from '../../src/client/inbox/filters.ts'
import { foldText, searchTextOf, seekerOf } from '../../src/client/inbox/search-text.ts'
import { LEVELS, REASONS, reasonsOf } from '../../src/client/inbox/urgency.ts'
import { isInView, VIEWS, type Beside, type View } from '../../src/client/inbox/views.ts'
import { NEW_CASE } from '../../src/domain/case-edit.ts'
import type { CaseWork } from '../../src/protocol/case-file.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import type { InboxContents } from '../../src/protocol/thread.ts'
import { IDENTIFIER_TYPES } from '../../src/protocol/vocabulary.ts'
import type { ThreadMessage } from '../../src/sealing/thread.ts'

const DAY = '2026-11-23'
const NEXT_DAY = '2026-11-24'

const LABELS = new Map([
  ['needs.legal', 'Des conseils juridiques'],
  ['association.demo-droits', 'Droits Égaux'],
])

const SPEECH = {
  label: (group: string, code: string): string => LABELS.get(`${group}.${code}`) ?? code,
  month: (): string => 'octobre 2026',
}

const report = (rest: Partial<EnvelopeContents> = {}): EnvelopeContents => ({
  version: 1,
  kind: 'report',
  thread: 'a'.repeat(32),
  writtenOn: DAY,
  locale: 'fr',
  account: {},
  narrative: '',
  identifiers: [],
  consent: {
    association: 'x',
    purposes: ['referral'],
    transfersTo: [],
    wordingVersion: '1',
    until: '2099-01-01',
  },
  reply: null,
  ...rest,
})

interface Made {
  id?: string
  contents?: EnvelopeContents | null
  day?: string
  acknowledged?: boolean
  declined?: boolean
  withdrawn?: boolean
  messages?: ThreadMessage[]
  fresh?: string[]
}

const caseOf = ({ contents = report(), messages = [], fresh = [], ...rest }: Made = {}): Case => {
  const { id = '1', day = DAY, acknowledged = true, declined = false } = rest
  const opened = contents ? { ok: true, value: contents } : { ok: false, reason: 'damaged' }
  const standing = declined ? 'declined' : 'received'
  const head = { id, receivedOn: day, acknowledged, touchedOn: null, standing, opened }
  const following = messages.flatMap(({ ids }) =>
    ids.map((each) => ({ id: each, acknowledged: !fresh.includes(each) })),
  )
  return {
    id,
    day,
    head,
    envelopes: [head, ...following],
    thread: contents && { thread: 't', withdrawnOn: rest.withdrawn ? day : null, reports: [], messages },
  } as unknown as Case
}

const said = (kind: InboxContents['kind'], id: string, rest: object = {}): ThreadMessage =>
  ({ ids: [id], trust: 'trusted', receivedOn: DAY, contents: { kind, text: '' }, ...rest }) as ThreadMessage

const sentOn = (writtenOn: string): SentAnswer => ({ answer: { writtenOn }, owed: null }) as SentAnswer

const SELF = 'A'.repeat(40)
const beside = (
  sent: readonly SentAnswer[],
  work: Partial<CaseWork> = {},
  rule: Beside['rule'] = null,
): Beside => ({
  sent,
  work: { ...NEW_CASE, ...work },
  rule,
  self: SELF,
})
const viewsOf = (each: Case, ...sent: SentAnswer[]): View[] =>
  VIEWS.filter((view) => view !== 'all' && isInView(view, each, beside(sent)))

describe('a case is found', () => {
  test.each<[string, Made, View[]]>([
    ['new and for us when nobody has opened it', { acknowledged: false }, ['new', 'for-us']],
    ['for us until we answer', {}, ['for-us']],
    ['for the person once we answered', { messages: [said('answer', '2')] }, ['for-them']],
    [
      'for us when they wrote after us',
      { messages: [said('answer', '2'), said('follow-up', '3')] },
      ['for-us'],
    ],
    [
      'for us when what they wrote that day was not read',
      { messages: [said('follow-up', '2'), said('answer', '3')], fresh: ['2'] },
      ['new', 'for-us'],
    ],
    [
      'for the person still when they only changed code',
      { messages: [said('answer', '2'), said('new-code', '3')] },
      ['for-them'],
    ],
    [
      'for the person still when nothing proves who wrote since',
      { messages: [said('answer', '2'), said('follow-up', '3', { trust: 'forged' })] },
      ['for-them'],
    ],
    ['closed once declined', { declined: true }, ['closed']],
    ['closed once withdrawn', { withdrawn: true, messages: [said('follow-up', '2')] }, ['closed']],
    [
      'closed, and new, when words came after it was declined',
      { declined: true, messages: [said('follow-up', '2')], fresh: ['2'] },
      ['new', 'closed'],
    ],
    ['nowhere but among all when it did not open', { contents: null }, []],
  ])('%s', (_, made, views) => {
    const each = caseOf(made)
    expect(viewsOf(each)).toEqual(views)
    expect(isInView('all', each, beside([]))).toBe(true)
  })

  test.each<[string, Partial<CaseWork>, View[]]>([
    ['mine when I have it', { assignee: SELF }, ['mine', 'for-us']],
    ['not mine when someone else has it', { assignee: 'B'.repeat(40) }, ['for-us']],
    ['open once it was accepted', { state: 'accepted' }, ['open', 'for-us']],
    ['closed once it is done, whoever has it', { state: 'done', assignee: SELF }, ['closed']],
    ['aside, and in no other view, once it was set aside', { aside: 'test', assignee: SELF }, ['aside']],
  ])('%s', (_, work, views) => {
    const each = caseOf({})
    const found = VIEWS.filter((view) => view !== 'all' && isInView(view, each, beside([], work)))
    expect(found).toEqual(views)
    expect(isInView('all', each, beside([], work))).toBe(work.aside === undefined)
  })

  test('aside by a rule until a member chooses, and never among the new ones', () => {
    const each = caseOf({ acknowledged: false })
    const viewsWith = (work: Partial<CaseWork>) =>
      VIEWS.filter((view) => isInView(view, each, beside([], work, 'test')))
    expect(viewsWith({})).toEqual(['aside'])
    expect(viewsWith({ aside: 'genuine' })).toEqual(['all', 'new', 'for-us'])
    expect(viewsWith({ aside: 'advertising' })).toEqual(['aside'])
  })

  test('for the person as soon as the answer left, and for us when they wrote on a later day', () => {
    expect(viewsOf(caseOf(), sentOn(DAY))).toEqual(['for-them'])
    expect(viewsOf(caseOf({ messages: [said('follow-up', '2')] }), sentOn(DAY))).toEqual(['for-them'])
    const later = said('follow-up', '2', { receivedOn: NEXT_DAY })
    expect(viewsOf(caseOf({ messages: [later] }), sentOn(DAY))).toEqual(['for-us'])
  })
})

describe('a search', () => {
  const found = (query: string, contents: InboxContents): boolean =>
    seekerOf(query)(searchTextOf(contents, SPEECH))
  const whole = report({
    narrative: 'Près de l’hôtel,\nun Cœur tatoué. On m’a dit « rends l\u200Bargent ».',
    account: { needs: ['legal'], platform: 'Tchat de Quartier', month: '2026-10-01' },
    identifiers: [{ type: 'phone', value: '+33612345678', recognised: true }],
    contact: { channel: 'sms', value: '07 00 00 00 01', askFor: 'Camille', say: 'Le club' },
    consent: { ...report().consent, transfersTo: ['demo-droits'] },
  })

  test.each([
    'hotel',
    'HÔTEL pres',
    'coeur',
    'largent',
    "l'hotel",
    'conseils juridiques',
    'quartier camille club',
    'octobre',
    'droits egaux',
    '06 12 34 56 78',
    '+33 6 12.34.56.78',
    '0612345678',
    '0700000001',
    '',
    '   ',
  ])('finds “%s”', (query) => {
    expect(found(query, whole)).toBe(true)
  })

  test.each(['hotel absent', 'quartiercamille', '06 99 99 99 99', '06 34 12 56 78'])(
    'does not find “%s”',
    (query) => {
      expect(found(query, whole)).toBe(false)
    },
  )

  test('finds what was written and answered since, and who was spoken of', () => {
    const text = { text: 'Déjà écrit' }
    expect(found('deja', { kind: 'follow-up', ...text } as InboxContents)).toBe(true)
    const asking = { for: 'transfer', to: 'demo-droits' }
    expect(found('ecrit egaux', { kind: 'answer', ...text, asking } as InboxContents)).toBe(true)
  })

  test('finds any word of any narrative, however it is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (narrative) => {
        const text = searchTextOf(report({ narrative }), SPEECH)
        for (const word of narrative.split(/\s+/u)) {
          for (const typed of [word, word.toUpperCase(), foldText(word)]) {
            if (foldText(typed) === foldText(word)) expect(seekerOf(typed)(text)).toBe(true)
          }
        }
      }),
    )
  })
})

test('the page has words for every view, order, reason and likeness, in this order', () => {
  for (const { association } of [fr, en]) {
    const { finding, urgency, series } = association
    expect(Object.keys(finding.views)).toEqual([...VIEWS])
    expect(Object.keys(finding.orders)).toEqual([...ORDERS])
    expect(Object.keys(urgency.reasons)).toEqual([...REASONS])
    expect(Object.keys(urgency.levels)).toEqual([...LEVELS])
    expect(Object.keys(series.same).toSorted()).toEqual([...IDENTIFIER_TYPES, 'unrecognised'].toSorted())
  }
})

describe('what is asked of the list', () => {
  const told = report({
    account: { needs: ['legal'], departement: '75', acts: ['outing-threat'] },
    about: { ageBand: '18-25' },
    narrative: 'Un parking.',
  })
  const knowledge = {
    textOf: ({ head: { opened } }: Case) => (opened.ok ? searchTextOf(opened.value, SPEECH) : ''),
    reasonsOf: (each: Case) => reasonsOf(each, DAY),
    beside: () => beside([]),
  }
  const keeps = (asked: Partial<Filters>, each = caseOf({ contents: told })): boolean =>
    sieveOf({ ...NO_FILTERS, ...asked }, knowledge)(each)

  test.each<[Partial<Filters>, Partial<Filters>]>([
    [{ need: 'legal' }, { need: 'care' }],
    [{ departement: '75' }, { departement: '13' }],
    [{ ageBand: '18-25' }, { ageBand: '15-17' }],
    [{ urgency: 'outing' }, { urgency: 'minor' }],
    [{ urgency: 'any' }, { urgency: 'danger' }],
    [{ words: 'parking' }, { words: 'parkings' }],
    [{ from: DAY, to: DAY }, { from: NEXT_DAY }],
    [{ to: NEXT_DAY }, { to: '2026-11-22' }],
    [{ view: 'for-us' }, { view: 'closed' }],
    [
      { need: 'legal', departement: '75' },
      { need: 'legal', departement: '13' },
    ],
  ])('%j keeps the case, and %j does not', (kept, dropped) => {
    expect([keeps(kept), keeps(dropped)]).toEqual([true, false])
  })

  test('an envelope that did not open is there until an answer or a word is asked for', () => {
    const unopened = caseOf({ contents: null })
    expect([keeps({}, unopened), keeps({ from: DAY }, unopened)]).toEqual([true, true])
    for (const asked of [{ need: 'legal' }, { urgency: 'any' }, { words: 'x' }, { ageBand: '18-25' }]) {
      expect(keeps(asked, unopened)).toBe(false)
    }
  })

  test('is counted, and spaces ask for nothing', () => {
    expect(askedIn(NO_FILTERS)).toBe(0)
    expect(askedIn({ ...NO_FILTERS, words: '  ' })).toBe(0)
    expect(askedIn({ ...NO_FILTERS, view: 'new', words: 'a', from: DAY })).toBe(3)
  })
})

describe('the order of the list', () => {
  const needs = (id: string, day: string, account: EnvelopeContents['account'] = {}): Case =>
    caseOf({ id, day, contents: report({ account }) })
  const cases = [
    needs('1', '2026-11-01', { needs: ['emergency'] }),
    needs('2', '2026-11-03'),
    needs('3', '2026-11-02', { acts: ['outing-threat'] }),
    needs('4', '2026-11-03', { needs: ['emergency'] }),
  ]
  const arranged = (order: Parameters<typeof arrange>[1]) =>
    arrange(cases, order, (each) => reasonsOf(each, DAY)).map(({ heading, cases: inGroup }) => [
      heading.kind === 'day' ? heading.day : heading.level,
      ...inGroup.map(({ id }) => id),
    ])

  test('is by day, newest or oldest first, or by how much each asks for attention', () => {
    expect(arranged('newest')).toEqual([
      ['2026-11-03', '2', '4'],
      ['2026-11-02', '3'],
      ['2026-11-01', '1'],
    ])
    expect(arranged('oldest').map(([day]) => day)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03'])
    expect(arranged('urgent')).toEqual([
      ['urgent', '4', '1'],
      ['soon', '3'],
      ['other', '2'],
    ])
  })

  test('is the same when only the first are shown', () => {
    const groups = arrange(cases, 'newest', () => [])
    const shown = (most: number) => firstOf(groups, most).map((group) => group.cases.map(({ id }) => id))
    expect(shown(3)).toEqual([['2', '4'], ['3']])
    expect(shown(0)).toEqual([])
    expect(shown(9)).toEqual([['2', '4'], ['3'], ['1']])
  })
})
