// The opened inbox as a list: grouping by day, filtering, neighbours, and what a refresh changes. Pure.
import type { Day } from '../../protocol/day.ts'
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { Result } from '../../protocol/result.ts'

export type Opened = Result<EnvelopeContents, 'not-mine' | 'damaged'>

/** An envelope after its seal was tried. The sealed bytes are not kept. */
export interface InboxItem {
  id: string
  receivedOn: Day
  acknowledged: boolean
  keyFingerprint: string
  opened: Opened
}

export interface InboxDay {
  day: Day
  items: InboxItem[]
}

/** Newest day first; within a day the order is the server's, which says nothing of arrival. */
export function byDay(items: readonly InboxItem[]): InboxDay[] {
  const days = new Map<Day, InboxItem[]>()
  for (const item of items) days.set(item.receivedOn, [...(days.get(item.receivedOn) ?? []), item])
  return [...days].map(([day, ofDay]) => ({ day, items: ofDay })).toSorted((a, b) => (a.day < b.day ? 1 : -1))
}

export const isNew = (item: InboxItem): boolean => !item.acknowledged

/** Items in reading order: the order of the days shown. */
export const inReadingOrder = (items: readonly InboxItem[]): InboxItem[] =>
  byDay(items).flatMap(({ items: ofDay }) => ofDay)

/** Where an item stands among those shown, counted from 1, and who is beside it. Null when it is not there. */
export function neighboursOf(
  items: readonly InboxItem[],
  id: string,
): { position: number; total: number; previous: string | null; next: string | null } | null {
  const at = items.findIndex((item) => item.id === id)
  if (at < 0) return null
  return {
    position: at + 1,
    total: items.length,
    previous: items[at - 1]?.id ?? null,
    next: items[at + 1]?.id ?? null,
  }
}
