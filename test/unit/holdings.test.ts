// What a returning phone makes of what it found: what is proven in its place, what is not apart, nothing twice, days in their order.
import { describe, expect, it } from 'vitest'
import { lookInMailbox, type Visit } from '../../src/client/return/visit.ts'
import {
  correspondence,
  holdsNothing,
  openQuestions,
  orderHoldings,
  type OpenedItem,
} from '../../src/client/return/holdings.ts'
import { keepingUntil } from '../../src/client/return/code-change.ts'
import type { OwnEnvelope } from '../../src/client/return/own-envelopes.ts'
import type { AssociationAnswer, OwnCopy } from '../../src/protocol/thread.ts'
import type { OpenedMessage } from '../../src/sealing/open-mailbox.ts'
import { makeOffer } from '../support/offer.ts'

const key = (letter: string): string => letter.repeat(32)

const answered = (rest: Partial<AssociationAnswer> = {}): AssociationAnswer => ({
  kind: 'answer',
  version: 1,
  association: 'ecoute',
  thread: key('0'),
  message: key('a'),
  writtenOn: '2026-03-02',
  text: 'Bonjour.',
  signature: '',
  ...rest,
})

const copied = (rest: Partial<OwnCopy> = {}): OwnCopy => ({
  kind: 'copy',
  version: 1,
  what: 'follow-up',
  association: 'ecoute',
  message: key('b'),
  writtenOn: '2026-03-02',
  text: 'Encore un mot.',
  mac: '',
  ...rest,
})

let ids = 0
const item = (opened: OpenedMessage): OpenedItem => ({
  item: {
    id: String(++ids),
    receivedOn: '2026-03-02',
    keptUntil: '2026-05-31',
    sealed: new Uint8Array(),
  },
  opened,
})

const signed = (rest: Partial<AssociationAnswer> = {}): OpenedItem =>
  item({ kind: 'answer', trust: 'signed', contents: answered(rest) })
const copy = (rest: Partial<OwnCopy> = {}): OpenedItem => item({ kind: 'copy', contents: copied(rest) })

const held = (...statuses: OwnEnvelope['status'][]): OwnEnvelope[] =>
  statuses.map((status, number) => ({ number, status }))

const OFFERS = [makeOffer('droits'), makeOffer('ecoute')]
const order = (items: OpenedItem[], envelopes: Record<string, OwnEnvelope[]> = {}) =>
  orderHoldings({ offers: OFFERS, envelopes: new Map(Object.entries(envelopes)), items })

describe('what a code holds', () => {
  it('is nothing when there is neither an envelope nor a message', () => {
    expect(holdsNothing(order([]))).toBe(true)
    expect(holdsNothing(order([], { ecoute: held('waiting') }))).toBe(false)
    expect(holdsNothing(order([item('damaged')]))).toBe(false)
  })

  it('lets what is not proven or could not be opened be cleared, and nothing else', () => {
    const stray = item({ kind: 'answer', trust: 'untrusted', contents: answered() })
    const damaged = item('damaged')
    const { unproven } = order([signed(), stray, copy(), damaged])
    expect(unproven).toEqual([stray.item.id, damaged.item.id])
  })

  it('has one correspondence an association, in the order of the directory', () => {
    const { correspondences } = order([signed()], { droits: held('waiting') })
    expect(correspondences.map(({ association }) => association)).toEqual(['droits', 'ecoute'])
  })

  it('still shows an association that has left the directory', () => {
    const { correspondences } = order([copy({ association: 'partie' })])
    expect(correspondences).toMatchObject([{ association: 'partie', offer: null, standing: 'none' }])
  })

  it('keeps what nobody has proven out of the talk', () => {
    const { correspondences, untrusted } = order([
      item({ kind: 'answer', trust: 'untrusted', contents: answered({ text: 'Venez ce soir.' }) }),
    ])
    expect(correspondences).toEqual([])
    expect(untrusted.map(({ text }) => text)).toEqual(['Venez ce soir.'])
  })

  it.each([
    ['what came by the day it was given up is proven', '2026-03-02', 1, 0],
    ['what came later is not: whoever left may hold it still', '2026-03-01', 0, 1],
  ])('of a key that was given up, %s', async (_what, until, proven, unproven) => {
    const opened: OpenedMessage = { kind: 'answer', trust: 'signed', until, contents: answered() }
    const visit = {
      keys: {},
      means: {
        thread: { offers: async () => OFFERS, open: async () => [opened] },
        network: { read: async () => ({ ok: true, value: [item('damaged').item] }) },
      },
    } as unknown as Visit
    const found = await lookInMailbox(visit)
    expect([found?.correspondences.length, found?.untrusted.length]).toEqual([proven, unproven])
  })

  it('says of one’s own message how many files went with it, and nothing where none did', () => {
    const [only] = order([copy({ files: 2 }), copy({ message: key('c') })]).correspondences
    expect(only?.talk.map(({ files }) => files)).toEqual([2, undefined])
  })

  it('shows a message once, however often it lies in the mailbox', () => {
    const [only, ...others] = order([signed(), signed(), copy(), copy()]).correspondences
    expect(others).toEqual([])
    expect(only?.talk.map(({ message }) => message)).toEqual([key('a'), key('b')])
  })

  it('shows what its author said even where an association used the same number', async () => {
    const [only] = order([
      signed(),
      copy({ message: key('a'), what: 'withdrawal', text: '' }),
    ]).correspondences
    expect(only?.talk.map(({ who }) => who)).toEqual(['association', 'you'])
    expect(only?.standing).toBe('withdrawn')
  })

  it('says which code it began to move to', () => {
    const moving = {
      kind: 'moving',
      version: 1,
      writtenOn: '2026-03-02',
      certificate: key('ab'),
      mac: '',
    } as const
    const held = order([item({ kind: 'moving', contents: moving })])
    expect(held.moving).toEqual([key('ab')])
    expect(holdsNothing(held)).toBe(false)
  })

  it('tells the talk by days; on one day an answer stands before what was said back', () => {
    const [only] = order([
      copy({ message: key('d'), writtenOn: '2026-03-04' }),
      copy(),
      signed(),
      signed({ message: key('c'), writtenOn: '2026-02-27' }),
    ]).correspondences
    expect(only?.talk.map(({ message }) => message)).toEqual([key('c'), key('a'), key('b'), key('d')])
  })
})

describe('an answer to a request', () => {
  const granting = { message: key('a'), to: 'droits', answer: 'yes' } as const
  const asking = { for: 'transfer', to: 'droits' } as const
  const toldOf = (...items: OpenedItem[]): (string | undefined)[] =>
    (order(items).correspondences[0]?.talk ?? []).map(({ message }) => message)

  it('stands after it, whatever day each was given', () => {
    expect(toldOf(copy({ granting }), signed({ asking }))).toEqual([key('a'), key('b')])
    expect(toldOf(copy({ granting, writtenOn: '2026-03-01' }), signed({ asking }))).toEqual([
      key('a'),
      key('b'),
    ])
  })

  it('keeps its own day when it came later', () => {
    const between = signed({ message: key('c'), writtenOn: '2026-03-03' })
    expect(toldOf(copy({ granting, writtenOn: '2026-03-04' }), signed({ asking }), between)).toEqual([
      key('a'),
      key('c'),
      key('b'),
    ])
  })
})

describe('where it stands with an association', () => {
  it.each([
    [held('waiting'), 'waiting', false],
    [held('opened'), 'opened', false],
    [held('opened', 'waiting'), 'opened', false],
    [held('declined', 'opened'), 'declined', false],
    [held('accepted', 'waiting'), 'accepted', false],
    [held('done', 'opened', 'waiting'), 'done', false],
    [held('declined', 'accepted'), 'accepted', false],
    [held('ended'), 'ended', false],
    [held('ended', 'waiting'), 'waiting', false],
    [held('expired'), 'expired', false],
    [held('expired', 'waiting'), 'waiting', false],
    [[], 'none', false],
  ] as const)('%j is %s', (envelopes, standing, lastWaiting) => {
    expect(correspondence('ecoute', null, envelopes, [])).toMatchObject({ standing, lastWaiting })
  })

  const inTalkWith = (envelopes: OwnEnvelope[], ...items: OpenedItem[]) =>
    order(items, { ecoute: envelopes }).correspondences[0]

  it('says that the last message is not opened yet, only to someone who wrote one', () => {
    expect(inTalkWith(held('opened', 'waiting'), copy())).toMatchObject({ lastWaiting: true })
    expect(inTalkWith(held('opened', 'opened'), copy())).toMatchObject({ lastWaiting: false })
    const announcedFirst = held('opened', 'waiting', 'opened')
    expect(inTalkWith(announcedFirst, copy())).toMatchObject({ lastWaiting: false })
    const answeredLater = signed({ writtenOn: '2026-03-03' })
    expect(inTalkWith(held('opened', 'waiting'), copy(), answeredLater)).toMatchObject({ lastWaiting: false })
  })

  it.each([
    [held('waiting'), 'opened'],
    [held('expired'), 'none'],
    [held('declined'), 'declined'],
    [held('accepted'), 'accepted'],
    [held('done'), 'done'],
    [held('ended'), 'ended'],
  ] as const)('with an answer, %j is %s: who answered has read', (envelopes, standing) => {
    expect(inTalkWith(envelopes, signed())).toMatchObject({ standing, silence: null })
  })

  it('says that there is no answer yet only where nothing can have been erased', () => {
    expect(inTalkWith(held('waiting'))?.silence).toBe('no-answer')
    expect(inTalkWith(held('opened', 'waiting'))?.silence).toBe('unknown')
    expect(inTalkWith([{ number: 1, status: 'waiting' }])?.silence).toBe('unknown')
  })

  it('is withdrawn once the agreement was taken back, whatever the envelopes', () => {
    const [only] = order([copy({ what: 'withdrawal', text: '' })], { ecoute: held('opened') }).correspondences
    expect(only?.standing).toBe('withdrawn')
  })
})

describe('a question', () => {
  const asking = { for: 'transfer', to: 'droits' } as const

  it('is open until it was answered', () => {
    const [open] = order([signed({ asking })]).correspondences
    expect(open && openQuestions(open).map(({ message }) => message)).toEqual([key('a')])
    const granting = { message: key('a'), to: 'droits', answer: 'no' } as const
    const [closed] = order([signed({ asking }), copy({ granting })]).correspondences
    expect(closed && openQuestions(closed)).toEqual([])
  })

  it('is not put to someone who has taken their agreement back', () => {
    const [only] = order([signed({ asking }), copy({ what: 'withdrawal' })]).correspondences
    expect(only && openQuestions(only)).toEqual([])
  })
})

describe('a story that moves to another code', () => {
  it.each([
    ['2026-03-01', 'pause'],
    ['2026-03-08', 'pause'],
    ['2026-03-09', 'month'],
    ['2026-04-01', 'month'],
    ['2026-04-02', 'half-year'],
    ['2026-09-01', 'half-year'],
    ['2026-09-02', 'year'],
    ['2027-03-01', 'year'],
  ] as const)('is kept at least until %s', (until, keep) => {
    expect(keepingUntil('2026-03-01', until)).toBe(keep)
  })
})
