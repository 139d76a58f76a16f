// Days, the only time that is ever kept: months of any length, leap years, and no hour.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, Day, dayOf, daysBetween } from '../../src/protocol/day.ts'

const day = fc
  .integer({ min: Date.UTC(1970, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((number) => dayOf(number * 86_400_000))
const dateOf = (text: string): number => Number(text.slice(8))
const monthsSinceZero = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))

describe('the day of an instant', () => {
  it('is the day in UTC, to the last millisecond', () => {
    expect(dayOf(Date.UTC(2026, 10, 22))).toBe('2026-11-22')
    expect(dayOf(Date.UTC(2026, 10, 22, 23, 59, 59, 999))).toBe('2026-11-22')
    expect(dayOf(Date.UTC(2026, 10, 23))).toBe('2026-11-23')
  })

  it('says nothing of the hour', () => {
    fc.assert(
      fc.property(day, fc.nat(86_399_999), (any, within) => {
        expect(dayOf(Date.parse(any) + within)).toBe(any)
      }),
    )
  })
})

describe('someone who counts in months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 6, '2027-06-30'],
    ['2026-11-22', 12, '2027-11-22'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('from %s by %i finds %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it('always lands in the month they counted to, on the same date or its last day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (from, months) => {
        const to = addMonths(from, months)
        expect(v.is(Day, to)).toBe(true)
        expect(monthsSinceZero(to) - monthsSinceZero(from)).toBe(months)
        const isLast = dateOf(addDays(to, 1)) === 1
        expect(dateOf(to) === dateOf(from) || (isLast && dateOf(to) < dateOf(from))).toBe(true)
      }),
    )
  })

  it('never goes back by counting further', () => {
    fc.assert(
      fc.property(day, fc.nat(60), (from, months) => {
        expect(addMonths(from, months) < addMonths(from, months + 1)).toBe(true)
      }),
    )
  })
})

describe('someone who counts in days', () => {
  it('comes back by as many', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (from, days) => {
        const to = addDays(from, days)
        expect(daysBetween(from, to)).toBe(days)
        expect(addDays(to, -days)).toBe(from)
        expect(from < to).toBe(days > 0)
      }),
    )
  })

  it('crosses the end of February as the year has it', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(daysBetween('2026-11-22', '2027-05-21')).toBe(180)
  })
})

describe('a text that is not a day', () => {
  it.each([
    '',
    '2026',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-11-22T10:00',
    '22/11/2026',
    '2026-11-32',
    20261122,
  ])('%j is refused', (text) => {
    expect(v.is(Day, text)).toBe(false)
  })

  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '2100-02-29'])(
    '%j, on no calendar, is refused',
    (text) => {
      expect(v.is(Day, text)).toBe(false)
    },
  )
})
