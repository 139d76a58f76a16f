// The one form in which a mailbox is read: pages of one length, full or not. It knows lengths and days, and nothing of what
// is sealed.
//
//   struct {
//     uint8 count;                      // slots in use, 0 to 16
//     uint8 more;                       // 1 when another page follows
//     uint8 reserved[2];                // zero
//     Slot slots[MAILBOX_PAGE_CELLS];   // those not in use hold decoy bytes
//   } Page;
//
//   struct {
//     uint64 message;
//     uint8 cell, cells;
//     uint16 used;                      // of `bytes`; what follows is padding
//     uint32 receivedOn, keptUntil;     // days since 1970
//     opaque bytes[MAILBOX_CELL_BYTES];
//   } Slot;
import { dayOf, daysBetween, type Day } from '../protocol/day.ts'
import { MAILBOX_CELL_BYTES, MAILBOX_PAGE_CELLS, SEALED_SIZES_BYTES } from '../protocol/limits.ts'
import { concat, type Bytes } from './encoding.ts'

const HEAD_BYTES = 4
const SLOT_HEAD_BYTES = 20
const SLOT_BYTES = SLOT_HEAD_BYTES + MAILBOX_CELL_BYTES
export const MAILBOX_PAGE_BYTES = HEAD_BYTES + MAILBOX_PAGE_CELLS * SLOT_BYTES

/** One cell of a message. `message` is its key (1 to 2^53 - 1), `cell` counts from 0; `bytes` are padded, or those used alone. */
export interface MailboxCell {
  message: number
  cell: number
  cells: number
  receivedOn: Day
  keptUntil: Day
  bytes: Uint8Array
}

/** A whole message as it was sealed. `id` is its key in decimal digits. */
export interface MailboxItem {
  id: string
  receivedOn: Day
  keptUntil: Day
  sealed: Bytes
}

/** Cells that a message takes → its length in bytes. */
const LENGTHS: ReadonlyMap<number, number> = new Map(
  SEALED_SIZES_BYTES.map((bytes) => [cellsFor(bytes), bytes]),
)

function cellsFor(bytes: number): number {
  const needed = Math.ceil(bytes / MAILBOX_CELL_BYTES)
  return needed <= 1 ? 1 : needed <= 4 ? 4 : 16
}

/** How many bytes of a cell are the message's; null when no message has such a cell. */
function usedBytes(cell: number, cells: number): number | null {
  const length = LENGTHS.get(cells)
  if (length === undefined || cell < 0 || cell >= cells) return null
  return Math.min(MAILBOX_CELL_BYTES, length - cell * MAILBOX_CELL_BYTES)
}

/** The 1, 4 or 16 cells of a sealed message of one of the sealed sizes, the last padded with zeros. Another length throws. */
export function splitIntoCells(sealed: Uint8Array): Bytes[] {
  const cells = cellsFor(sealed.length)
  if (LENGTHS.get(cells) !== sealed.length) throw new RangeError('a length that no sealed message has')
  return Array.from({ length: cells }, (_, cell) => {
    const bytes = new Uint8Array(MAILBOX_CELL_BYTES)
    bytes.set(sealed.subarray(cell * MAILBOX_CELL_BYTES, (cell + 1) * MAILBOX_CELL_BYTES))
    return bytes
  })
}

/** The messages all of whose cells are there, in the order in which each began. Cells may come from several pages. */
export function joinCells(cells: readonly MailboxCell[]): MailboxItem[] {
  const messages = new Map<number, Map<number, MailboxCell>>()
  for (const cell of cells) {
    const known = messages.get(cell.message) ?? new Map<number, MailboxCell>()
    messages.set(cell.message, known.set(cell.cell, cell))
  }
  return [...messages].flatMap(([message, known]) => {
    const parts = [...known.values()].toSorted((a, b) => a.cell - b.cell)
    const [first] = parts
    if (!first || parts.length !== first.cells || parts.some(({ cells: all }) => all !== first.cells))
      return []
    const sealed = concat(...parts.map(({ bytes }) => bytes)).slice(0, LENGTHS.get(first.cells))
    return [{ id: String(message), receivedOn: first.receivedOn, keptUntil: first.keptUntil, sealed }]
  })
}

/**
 * At most MAILBOX_PAGE_CELLS cells; the slots they leave take a decoy each, of MAILBOX_CELL_BYTES. A decoy is first written as if it were
 * a cell, so that a page takes as long to write whatever is in it.
 */
export function writePage(
  cells: readonly MailboxCell[],
  more: boolean,
  decoys: readonly Uint8Array[],
): Bytes {
  const page = new Uint8Array(MAILBOX_PAGE_BYTES)
  page.set([cells.length, more ? 1 : 0])
  for (let at = 0; at < MAILBOX_PAGE_CELLS; at++) {
    const start = HEAD_BYTES + at * SLOT_BYTES
    const slot = page.subarray(start, start + SLOT_BYTES)
    const decoy = decoys[at - cells.length] ?? NOTHING
    writeSlot(slot, cells[at] ?? { ...STAND_IN, bytes: decoy })
    if (at >= cells.length) slot.set(decoy.subarray(0, SLOT_HEAD_BYTES))
  }
  return page
}

const NOTHING = new Uint8Array(0)
const STAND_IN = {
  message: Number.MAX_SAFE_INTEGER,
  cell: 0,
  cells: 1,
  receivedOn: '2000-01-01',
  keptUntil: '2000-01-01',
} as const

function writeSlot(slot: Bytes, { message, cell, cells, receivedOn, keptUntil, bytes }: MailboxCell): void {
  const used = usedBytes(cell, cells) ?? 0
  const view = viewOf(slot)
  view.setUint32(0, Math.floor(message / 2 ** 32))
  view.setUint32(4, message >>> 0)
  view.setUint8(8, cell)
  view.setUint8(9, cells)
  view.setUint16(10, used)
  view.setUint32(12, daysBetween(EPOCH, receivedOn))
  view.setUint32(16, daysBetween(EPOCH, keptUntil))
  slot.set(bytes.subarray(0, used), SLOT_HEAD_BYTES)
}

/** The cells of a page, each with its used bytes alone; null when it is not a page of ours. */
export function readPage(page: Bytes): { cells: MailboxCell[]; more: boolean } | null {
  const [count = 0, more = 0, ...reserved] = page.subarray(0, HEAD_BYTES)
  if (page.length !== MAILBOX_PAGE_BYTES || count > MAILBOX_PAGE_CELLS || more > 1) return null
  if (reserved.some((byte) => byte !== 0)) return null
  const cells: MailboxCell[] = []
  for (let slot = 0; slot < count; slot++) {
    const at = HEAD_BYTES + slot * SLOT_BYTES
    const cell = readSlot(page.subarray(at, at + SLOT_BYTES))
    if (!cell) return null
    cells.push(cell)
  }
  return { cells, more: more === 1 }
}

function readSlot(slot: Bytes): MailboxCell | null {
  const view = viewOf(slot)
  const message = view.getUint32(0) * 2 ** 32 + view.getUint32(4)
  const [cell, cells, used] = [view.getUint8(8), view.getUint8(9), view.getUint16(10)]
  const [received, kept] = [view.getUint32(12), view.getUint32(16)]
  if (!Number.isSafeInteger(message) || message === 0 || used !== usedBytes(cell, cells)) return null
  if (Math.max(received, kept) > LAST_DAY) return null
  return {
    message,
    cell,
    cells,
    receivedOn: dayNumbered(received),
    keptUntil: dayNumbered(kept),
    bytes: slot.slice(SLOT_HEAD_BYTES, SLOT_HEAD_BYTES + used),
  }
}

const EPOCH: Day = '1970-01-01'
const LAST_DAY = 999_999

const viewOf = (slot: Bytes): DataView => new DataView(slot.buffer, slot.byteOffset, slot.length)

/** The day a number of days after 1970 began. */
export const dayNumbered = (days: number): Day => dayOf(days * 86_400_000)

/** Where the page after this cell begins: a `MailboxCursor`. */
export const cursorAfter = ({ receivedOn, message, cell }: MailboxCell): string =>
  `${daysBetween(EPOCH, receivedOn)}.${message}.${cell}`
