// A mailbox's page says what is in it to whoever reads it, and has one length whatever that is.
import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  cursorAfter,
  joinCells,
  MAILBOX_PAGE_BYTES,
  readPage,
  splitIntoCells,
  writePage,
  type MailboxCell,
} from '../../src/crypto/mailbox-page.ts'
import { addDays } from '../../src/protocol/day.ts'
import { MAILBOX_CELL_BYTES, MAILBOX_PAGE_CELLS, SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { MailboxCursor } from '../../src/protocol/mailbox.ts'

/** The platform's own generator gives at most 64 KiB at once. */
const someBytes = (length: number) => new Uint8Array(randomBytes(length))

const message = fc.record({
  message: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  sealed: fc.constantFrom(...SEALED_SIZES_BYTES).map(someBytes),
  receivedOn: fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days)),
  keptFor: fc.integer({ min: 1, max: 366 }),
})
type Message = typeof message extends fc.Arbitrary<infer Each> ? Each : never
const messages = fc.uniqueArray(message, { selector: (each) => each.message, maxLength: 6 })

const cellsOf = ({ message: key, sealed, receivedOn, keptFor }: Message): MailboxCell[] =>
  splitIntoCells(sealed).map((bytes, cell, { length: cells }) => ({
    message: key,
    cell,
    cells,
    receivedOn,
    keptUntil: addDays(receivedOn, keptFor),
    bytes,
  }))

const decoysFor = (cells: readonly unknown[]) =>
  Array.from({ length: MAILBOX_PAGE_CELLS - cells.length }, () => someBytes(MAILBOX_CELL_BYTES))

const [ONE = []] = [
  cellsOf({ message: 7, sealed: someBytes(SEALED_SIZES_BYTES[0]), receivedOn: '2026-11-23', keptFor: 90 }),
]

describe('messages', () => {
  it('come out of their pages as they went in, however pages cut them', () => {
    fc.assert(
      fc.property(messages, (written) => {
        const cells = written.flatMap(cellsOf)
        const read: MailboxCell[] = []
        for (let at = 0; at === 0 || at < cells.length; at += MAILBOX_PAGE_CELLS) {
          const some = cells.slice(at, at + MAILBOX_PAGE_CELLS)
          const more = at + MAILBOX_PAGE_CELLS < cells.length
          const page = writePage(some, more, decoysFor(some))
          expect(page).toHaveLength(MAILBOX_PAGE_BYTES)
          const understood = readPage(page)
          expect(understood?.more).toBe(more)
          read.push(...(understood?.cells ?? []))
        }
        expect(joinCells(read)).toEqual(
          written.map(({ message: id, sealed, receivedOn, keptFor }) => ({
            id: String(id),
            receivedOn,
            keptUntil: addDays(receivedOn, keptFor),
            sealed,
          })),
        )
      }),
      { numRuns: 40 },
    )
  })

  it.each(SEALED_SIZES_BYTES.map((bytes, index) => [bytes, 4 ** index]))(
    'of %i bytes take %i cells of one length',
    (bytes, count) => {
      const cells = splitIntoCells(someBytes(bytes))
      expect(cells.map(({ length }) => length)).toEqual(
        Array.from({ length: count }, () => MAILBOX_CELL_BYTES),
      )
    },
  )

  it('of a length that nothing sealed has are not cut', () => {
    expect(() => splitIntoCells(new Uint8Array(5000))).toThrow(RangeError)
  })

  it('that lack a cell are left out: half a message is none', () => {
    const whole = cellsOf({
      message: 9,
      sealed: someBytes(SEALED_SIZES_BYTES[1]),
      receivedOn: '2026-11-23',
      keptFor: 90,
    })
    expect(joinCells([...ONE, ...whole.slice(0, 3)]).map(({ id }) => id)).toEqual(['7'])
    expect(joinCells([...whole.toReversed(), ...ONE, ...ONE]).map(({ id }) => id)).toEqual(['9', '7'])
  })
})

describe('a page', () => {
  it('fills what is not used with decoys, to the last byte', () => {
    const decoys = decoysFor(ONE)
    const page = writePage(ONE, false, decoys)
    const slot = (MAILBOX_PAGE_BYTES - 4) / MAILBOX_PAGE_CELLS
    for (const [index, decoy] of decoys.entries()) {
      const written = page.subarray(4 + (index + 1) * slot, 4 + (index + 2) * slot)
      expect(written.subarray(0, 20)).toEqual(decoy.subarray(0, 20))
      expect(written.subarray(20)).toEqual(decoy)
    }
  })

  const honest = writePage(ONE, true, decoysFor(ONE))
  it.each<[string, (page: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ['is a byte short', (page) => page.slice(1)],
    ['claims more slots than it has', (page) => page.with(0, 17) as typeof page],
    ['says neither yes nor no to more', (page) => page.with(1, 2) as typeof page],
    ['says something where nothing is said', (page) => page.with(3, 1) as typeof page],
    ['holds a cell of a message of three', (page) => page.with(4 + 9, 3) as typeof page],
    ['holds a cell beyond its message', (page) => page.with(4 + 8, 1) as typeof page],
    ['holds a cell of another length', (page) => page.with(4 + 11, 0) as typeof page],
    ['holds a message with a key beyond all keys', (page) => page.with(4, 255) as typeof page],
    ['holds a day beyond all days', (page) => page.with(4 + 12, 255) as typeof page],
    ['is of another making', () => someBytes(MAILBOX_PAGE_BYTES).with(0, 255) as typeof honest],
  ])('that %s is not read', (_what, change) => {
    expect(readPage(honest)).not.toBeNull()
    expect(readPage(change(honest))).toBeNull()
  })

  it('ends at a cursor that the wire knows', () => {
    fc.assert(
      fc.property(message, (each) => {
        for (const cell of cellsOf(each)) expect(v.is(MailboxCursor, cursorAfter(cell))).toBe(true)
      }),
      { numRuns: 20 },
    )
    const [cell] = ONE
    expect(cell && cursorAfter(cell)).toBe('20780.7.0')
  })
})
