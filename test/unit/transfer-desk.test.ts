// A member passes a case on: only while its author agrees, its files held first, and once however often it is tried.
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/client/inbox/cases.ts'
import { mergedFiles } from '../../src/client/inbox/merged-files.ts'
import { makeTransferDesk, partsOf, type TransferMeans } from '../../src/client/inbox/transfer-desk.ts'
import type { Attachments } from '../../src/protocol/attachment.ts'
import { accept, decline } from '../../src/protocol/result.ts'
import type { Transfer } from '../../src/sealing/transfer.ts'

const TO = 'droits-nord'
const DAY = '2026-11-23'
const AT = { thread: 'a'.repeat(32), tokenHash: 'b'.repeat(64), hold: 'c'.repeat(64) }
const FINGERPRINT = 'A'.repeat(40)
const DIGEST = 'd'.repeat(64)

const file = (name: string, parts: string[], bytes = 10) =>
  ({ name, kind: 'jpeg', bytes, parts }) as unknown as Attachments['files'][number]
const FILES: Attachments = {
  hold: 'e'.repeat(64),
  files: [file('piece-1.jpg', ['1'.repeat(64), '2'.repeat(64)])],
}

interface Told {
  attachments?: Attachments
  answer?: 'yes' | 'no'
  at?: typeof AT | null
  withdrawnOn?: string | null
}

function caseOf({ attachments, answer = 'yes', at = AT, withdrawnOn = null }: Told = {}): Case {
  const granting = { message: 'a', to: TO, answer, ...(at ? { at } : {}) }
  const value = {
    kind: 'report',
    narrative: 'Ils étaient trois.',
    account: {},
    identifiers: [],
    consent: { transfersTo: [], until: '2027-11-23' },
    ...(attachments ? { attachments } : {}),
  }
  const said = (contents: object) => ({
    trust: 'trusted',
    receivedOn: DAY,
    contents: { kind: 'follow-up', thread: 't', text: '', ...contents },
  })
  const messages = [said({ text: 'Je me souviens.' }), said({ granting })]
  return {
    id: '1',
    head: { id: '1', opened: { ok: true, value } },
    thread: { thread: 't', messages, withdrawnOn, reply: { mailbox: 'm' }, reports: [] },
  } as unknown as Case
}

function atDesk(each: Case, answers: Partial<TransferMeans> = {}) {
  const sealed: Transfer[] = []
  const held: unknown[] = []
  const posted: string[] = []
  const envelope = {
    association: TO,
    keyFingerprint: FINGERPRINT,
    sealed: 'A'.repeat(Math.ceil((4096 + 149) / 3) * 4),
    tokenHash: AT.tokenHash,
  }
  const send = makeTransferDesk({
    renew: async () => accept(null),
    get: () => each,
    today: () => DAY,
    hold: async (holds) => {
      held.push(...holds)
      return accept(null)
    },
    challenge: async () => accept({ challenge: 'c', today: DAY }),
    solve: async () => 'proof',
    seal: async (transfer) => {
      sealed.push(transfer)
      const body = JSON.stringify({ version: 1, envelopes: [envelope] })
      return accept({ body, digest: DIGEST, receiver: { association: TO, fingerprint: FINGERPRINT } })
    },
    post: async (body) => {
      posted.push(body)
      return accept({ accepted: DIGEST })
    },
    ...answers,
  })
  return { send, sealed, held, posted }
}

const ALL = { to: TO, leaveOut: [], note: ' Un mot. ' } as const

describe('a case is passed on', () => {
  test('to where its author awaits it, with what they said since', async () => {
    const { send, sealed, posted } = atDesk(caseOf())
    expect(await send('1', ALL)).toEqual(accept(DAY))
    expect(sealed).toMatchObject([
      {
        to: TO,
        at: AT,
        allowedOn: DAY,
        note: 'Un mot.',
        said: [{ on: DAY, text: 'Je me souviens.' }],
        attachments: null,
      },
    ])
    expect(posted).toHaveLength(1)
  })

  test.each<[string, Case]>([
    ['said no', caseOf({ answer: 'no' })],
    ['took their agreement back', caseOf({ withdrawnOn: DAY })],
    ['has another code since', caseOf({ at: null })],
  ])('not once its author %s', async (_what, each) => {
    const { send, posted } = atDesk(each)
    expect(await send('1', ALL)).toEqual(decline('not-allowed'))
    expect(posted).toEqual([])
  })

  test('with its files, under the secrets of the envelope that its author awaits', async () => {
    const { send, sealed, held } = atDesk(caseOf({ attachments: FILES }))
    expect(await send('1', ALL)).toEqual(accept(DAY))
    expect(held).toMatchObject([{ part: '1'.repeat(64) }, { part: '2'.repeat(64) }])
    expect(sealed[0]?.attachments).toEqual({ hold: AT.hold, files: FILES.files })
    const without = atDesk(caseOf({ attachments: FILES }))
    expect(await without.send('1', { ...ALL, leaveOut: ['attachments'] })).toEqual(accept(DAY))
    expect(without.held).toEqual([])
    expect(without.sealed[0]?.attachments).toBe(null)
  })

  test('once, when the answer was lost and it is tried again', async () => {
    let lost = true
    const bodies: string[] = []
    const { send, sealed } = atDesk(caseOf(), {
      post: async (body) => {
        bodies.push(body)
        return lost ? decline('unreachable') : accept({ accepted: DIGEST })
      },
    })
    expect(await send('1', ALL)).toEqual(decline('unreachable'))
    lost = false
    expect(await send('1', ALL)).toEqual(accept(DAY))
    expect(sealed).toHaveLength(1)
    expect(new Set(bodies).size).toBe(1)
  })

  test('not a second time where something of theirs is there already: nothing is said to have left', async () => {
    const { send } = atDesk(caseOf(), { post: async () => decline('token-taken') })
    expect(await send('1', ALL)).toEqual(decline('already-there'))
  })

  test('not before what its author wrote since was read', async () => {
    let now = caseOf()
    const { send, posted } = atDesk(now, {
      get: () => now,
      renew: async () => {
        const { thread } = caseOf()
        now = {
          ...now,
          thread: { ...thread, messages: [...(thread?.messages ?? []), ...(thread?.messages ?? [])] },
        } as never
        return accept(null)
      },
    })
    expect(await send('1', ALL)).toEqual(decline('read-first'))
    expect(posted).toEqual([])
    const read = atDesk(now)
    expect(await read.send('1', ALL)).toEqual(accept(DAY))
  })

  test('not once a permission is past', async () => {
    const { send } = atDesk(caseOf(), { today: () => '2027-12-01' })
    expect(await send('1', ALL)).toEqual(decline('not-allowed'))
  })

  test.each([
    ['closed', { post: async () => decline('association-paused') }],
    ['unreachable', { renew: async () => decline('unreachable') }],
    ['unreachable', { challenge: async () => decline('unreachable') }],
    ['too-long', { seal: async () => decline('too-long') }],
    ['unexpected', { seal: async () => decline('broken') }],
    ['files', { hold: async () => decline('part-missing') }],
  ] as [string, Partial<TransferMeans>][])('or the member hears why not: %s', async (fault, answers) => {
    const { send } = atDesk(caseOf({ attachments: FILES }), answers)
    expect(await send('1', ALL)).toEqual(decline(fault))
  })
})

test('what came with a report that was itself passed on goes on with it', async () => {
  const each = caseOf()
  const { opened } = each.head
  const said = [{ on: '2026-11-01', text: 'Dit avant.' }]
  if (opened.ok) Object.assign(opened.value, { transferred: { said } })
  const { send, sealed } = atDesk(each)
  expect(await send('1', ALL)).toEqual(accept(DAY))
  expect(sealed[0]?.said).toEqual([...said, { on: DAY, text: 'Je me souviens.' }])
})

test('what there is to leave out is what there is', () => {
  expect(partsOf(caseOf())).toEqual(['narrative', 'said'])
  expect(partsOf(caseOf({ attachments: FILES }))).toEqual(['narrative', 'attachments', 'said'])
})

describe('the files of a case go as one set', () => {
  test('each under a name of its own, an original beside its copy', () => {
    const { files, left } = mergedFiles([
      {
        hold: '',
        files: [file('piece-1.jpg', ['a']), { ...file('piece-1-original.jpg', ['b']), original: true }],
      },
      { hold: '', files: [file('piece-1.jpg', ['c'])] },
    ])
    expect(files.map(({ name, parts }) => [name, ...parts])).toEqual([
      ['piece-1.jpg', 'a'],
      ['piece-1-original.jpg', 'b'],
      ['piece-2.jpg', 'c'],
    ])
    expect(left).toBe(0)
  })

  test('whatever their names say, no more than one envelope holds, and no name twice', () => {
    const alike = (original: boolean) =>
      Array.from({ length: 13 }, (_, at) => ({
        ...file(`piece-1${original ? '-original' : ''}.${at}`, [String(at)]),
        ...(original ? { original: true } : {}),
      })) as Attachments['files']
    const { files, left } = mergedFiles([
      { hold: '', files: alike(false) },
      { hold: '', files: alike(true) },
    ])
    expect(files.length).toBeLessThanOrEqual(20)
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
    expect(left).toBe(16)
  })

  test('as many as one envelope holds; the others are counted', () => {
    const many = Array.from({ length: 12 }, (_, at) => file(`piece-${at + 1}.jpg`, [String(at)]))
    expect(mergedFiles([{ hold: '', files: many }])).toMatchObject({ left: 2, files: { length: 10 } })
    const heavy = [file('piece-1.jpg', ['a'], 50 * 1024 * 1024), file('piece-2.jpg', ['b'], 20 * 1024 * 1024)]
    expect(mergedFiles([{ hold: '', files: heavy }])).toMatchObject({
      left: 1,
      files: [{ name: 'piece-1.jpg' }],
    })
  })
})
