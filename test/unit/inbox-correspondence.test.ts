// What a member types and sends: it leaves in one order, and is never lost on the way.
import { beforeEach, describe, expect, test } from 'vitest'
import {
  makeCorrespondence,
  type Correspondence,
  type Means,
  type UnsignedAnswer,
} from '../../src/client/inbox/correspondence.ts'
import { SEALED_SIZES_BYTES, MAX_MESSAGE_CHARS } from '../../src/protocol/limits.ts'
import { accept, decline } from '../../src/protocol/result.ts'
import type { Reply } from '../../src/protocol/shapes.ts'

const SEALED = 'A'.repeat(Math.ceil(SEALED_SIZES_BYTES[0] / 3) * 4)
const CASE = '1'
const to = { thread: 'b'.repeat(32), reply: { mailbox: 'm' } as Reply }

let done: string[]
let answers: UnsignedAnswer[]
let means: Means
let desk: Correspondence

const write = (text: string, rest: object = {}) => Object.assign(desk.draft(CASE, 'answer'), { text }, rest)
const send = () => desk.send(CASE, 'answer', () => to)

beforeEach(() => {
  done = []
  answers = []
  means = {
    renew: async () => accept(null),
    today: async () => accept('2026-11-03'),
    seal: async (answer) => {
      done.push('seal')
      answers.push(answer)
      return accept({ forAuthor: SEALED, copy: SEALED })
    },
    write: async () => {
      done.push('write')
      return accept(null)
    },
    keepCopy: async () => {
      done.push('copy')
      return accept(null)
    },
  }
  desk = makeCorrespondence('asso', means)
})

describe('an answer', () => {
  test('is sealed with the server’s day, left in the mailbox, then kept as a copy', async () => {
    write(' Bonjour. ')
    expect(await send()).toEqual(accept(null))
    expect(done).toEqual(['seal', 'write', 'copy'])
    expect(answers).toMatchObject([
      { kind: 'answer', association: 'asso', thread: to.thread, writtenOn: '2026-11-03', text: 'Bonjour.' },
    ])
    expect(desk.draft(CASE, 'answer').text).toBe('')
    expect(desk.sent(CASE)).toMatchObject([{ owed: null }])
    expect(desk.holdsAnything()).toBe(false)
  })

  test('goes to the code that its reader has by then, which is asked after what came was read', async () => {
    let now = to
    means.renew = async () => {
      now = { ...to, thread: 'c'.repeat(32) }
      return accept(null)
    }
    write('Bonjour.')
    expect((await desk.send(CASE, 'answer', () => now)).ok).toBe(true)
    expect(answers).toMatchObject([{ thread: 'c'.repeat(32) }])
  })

  test('is not sealed when what came cannot be read, or has closed the case', async () => {
    write('Bonjour.')
    means.renew = async () => decline('unreachable')
    expect(await send()).toEqual(decline('unreachable'))
    means.renew = async () => accept(null)
    expect(await desk.send(CASE, 'answer', () => null)).toEqual(decline('not-possible'))
    expect(done).toEqual([])
    expect(desk.draft(CASE, 'answer').text).toBe('Bonjour.')
  })

  test('may ask for files, or for consent to pass the report on', async () => {
    write('', { asking: 'files' })
    expect((await send()).ok).toBe(true)
    write('Pouvons-nous ?', { asking: 'transfer', to: 'other' })
    expect((await send()).ok).toBe(true)
    expect(answers.map(({ asking }) => asking)).toEqual([{ for: 'files' }, { for: 'transfer', to: 'other' }])
  })

  test('that says nothing, names no one to pass the report on to, or is too long, is not sealed', async () => {
    write('  ')
    expect(await send()).toEqual(decline('empty'))
    write('Pouvons-nous ?', { asking: 'transfer' })
    expect(await send()).toEqual(decline('no-association'))
    write('a'.repeat(MAX_MESSAGE_CHARS + 1), { asking: 'nothing' })
    expect(await send()).toEqual(decline('too-long'))
    expect(done).toEqual([])
  })

  test('stays in its box when it could not leave, and the same message goes again', async () => {
    const works = means.write
    means.write = async () => decline('unreachable')
    write('Bonjour.')
    expect(await send()).toEqual(decline('unreachable'))
    expect(desk.draft(CASE, 'answer').text).toBe('Bonjour.')
    expect(desk.holdsAnything()).toBe(true)
    means.write = works
    expect((await send()).ok).toBe(true)
    expect(done).toEqual(['seal', 'write', 'copy'])
    expect(answers).toHaveLength(1)
  })

  test('that was changed after it could not leave is another message', async () => {
    means.write = async () => decline('unreachable')
    write('Bonjour.')
    await send()
    write('Bonsoir.')
    await send()
    expect(answers.map(({ text }) => text)).toEqual(['Bonjour.', 'Bonsoir.'])
    expect(new Set(answers.map(({ message }) => message)).size).toBe(2)
  })

  test('that is leaving does not leave twice, and what is typed meanwhile has not left', async () => {
    let letThrough = (): void => {}
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    const works = means.write
    means.write = async (...message) => {
      await held
      return works(...message)
    }
    write('Bonjour.')
    const both = [send(), send()]
    write('Encore un mot.')
    letThrough()
    expect(await Promise.all(both)).toEqual([accept(null), accept(null)])
    expect(done).toEqual(['seal', 'write', 'copy'])
    expect(desk.draft(CASE, 'answer').text).toBe('Encore un mot.')
  })

  test('whose copy was refused has left all the same, and the copy can be kept later', async () => {
    const works = means.keepCopy
    means.keepCopy = async () => decline('unreachable')
    write('Bonjour.')
    expect(await send()).toEqual(accept(null))
    expect(desk.sent(CASE)).toMatchObject([{ owed: SEALED }])
    expect(desk.holdsAnything()).toBe(true)
    expect(await desk.keepCopies(CASE)).toBe(false)
    means.keepCopy = works
    expect(await desk.keepCopies(CASE)).toBe(true)
    expect(desk.sent(CASE)).toMatchObject([{ owed: null }])
  })

  test('is posted only when it is sealed, whatever the Worker answers', async () => {
    means.seal = async () => accept({ forAuthor: 'Bonjour', copy: SEALED })
    write('Bonjour.')
    expect(await send()).toEqual(decline('unexpected'))
    expect(done).toEqual([])
  })

  test('is told apart by what a member can do about it', async () => {
    write('Bonjour.')
    const told = async (reason: Parameters<typeof decline>[0]) => {
      means.write = async () => decline(reason as 'unexpected')
      const sent = await send()
      return sent.ok ? null : sent.reason
    }
    expect(await told('mailbox-full')).toBe('full')
    expect(await told('not-yours')).toBe('not-possible')
    expect(await told('unconfirmed')).toBe('unreachable')
    expect(await told('no-proof')).toBe('unexpected')
  })
})

test('what is typed in one case, or in another box, is another draft', () => {
  write('Bonjour.')
  desk.draft(CASE, 'declining').text = 'Désolé.'
  expect(desk.draft('2', 'answer').text).toBe('')
  expect(desk.draft(CASE, 'answer').text).toBe('Bonjour.')
  expect(desk.draft(CASE, 'declining').text).toBe('Désolé.')
})
