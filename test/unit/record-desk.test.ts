// Lines of the record over a line, or a store, that keeps them and does not say so: one act is there once.
import { beforeEach, expect, test } from 'vitest'
import { makeRecordDesk, type RecordDesk } from '../../src/domain/record-desk.ts'
import type { SealedRecord } from '../../src/protocol/case-file.ts'
import type { CallFault } from '../../src/protocol/error-codes.ts'
import { accept, decline } from '../../src/protocol/result.ts'

let kept: SealedRecord[]
let posted: SealedRecord[]
/** What is answered to the next lines, in place of what was done with them. */
let instead: CallFault[]
/** Whether a line that is not heard of is kept all the same. */
let keeps: boolean
let desk: RecordDesk

/** Sealed twice, the same act is two ciphertexts. */
let sealings: number

/** As the server does it: the same bytes under the same number are the same line. */
function keep(record: SealedRecord): boolean {
  if (kept[record.number - 1]?.sealed === record.sealed) return true
  if (record.number !== kept.length + 1) return false
  kept.push(record)
  return true
}

beforeEach(() => {
  kept = []
  posted = []
  instead = []
  keeps = true
  sealings = 0
  desk = makeRecordDesk({
    head: async () => accept({ number: kept.length, digest: null }),
    today: async () => accept('2026-11-24'),
    seal: async ({ action, case: about, head }) =>
      accept({ number: head.number + 1, previous: null, sealed: `${action} ${about} ${++sealings}` }),
    post: async (record) => {
      posted.push(record)
      const trouble = instead.shift()
      const there = trouble === undefined || keeps ? keep(record) : false
      if (trouble !== undefined) return decline(trouble)
      return there ? accept(null) : decline('record-changed')
    },
  })
})

const lines = (): string[] => kept.map(({ sealed }) => sealed)
/** Each time it is sent, all the times one act is tried. */
const allOf = (fault: CallFault, acts = 1): CallFault[] => Array.from({ length: 3 * acts }, () => fault)

test.each(['unreachable', 'unexpected', 'storage-unavailable'] as const)(
  'a line whose answer was %s is there once, and what it was for is done',
  async (fault) => {
    instead = [fault]
    expect(await desk.noteBefore('exported', '7')).toBe(true)
    expect(lines()).toEqual(['exported 7 1'])
  },
)

test('a line that is owed after every answer was lost goes again as it was', async () => {
  instead = allOf('storage-unavailable')
  expect(await desk.note('answered', '7')).toBe(false)
  expect(await desk.note('answered', '8')).toBe(true)
  expect(lines()).toEqual(['answered 7 1', 'answered 8 2'])
})

test('what was not done, since every answer was lost, is in the record once when it is done after all', async () => {
  instead = allOf('unreachable')
  expect(await desk.noteBefore('exported', '7')).toBe(false)
  expect(await desk.noteBefore('exported', '8')).toBe(true)
  expect(await desk.noteBefore('exported', '7')).toBe(true)
  expect(lines()).toEqual(['exported 7 1', 'exported 8 2'])
  expect(await desk.noteBefore('exported', '7')).toBe(true)
  expect(lines()).toHaveLength(3)
})

test('a line that was lost on the way is written anew once another has its number', async () => {
  keeps = false
  instead = allOf('unreachable')
  expect(await desk.note('answered', '7')).toBe(false)
  kept.push({ number: 1, previous: null, sealed: 'of another' })
  expect(await desk.note('answered', '8')).toBe(true)
  expect(lines()).toEqual(['of another', 'answered 7 2', 'answered 8 3'])
})

test('a session that ends in between does not make two lines of one act', async () => {
  instead = [...allOf('unreachable'), 'sign-in-required']
  expect(await desk.note('answered', '7')).toBe(false)
  expect(await desk.note('answered', '8')).toBe(false)
  expect(await desk.note('answered', '9')).toBe(true)
  expect(lines()).toEqual(['answered 7 1', 'answered 8 2', 'answered 9 3'])
})

test('a line that is never answered is sent a few times, and then no more', async () => {
  instead = allOf('unreachable', 2)
  expect(await desk.note('answered', '7')).toBe(false)
  expect(posted).toHaveLength(3)
})
