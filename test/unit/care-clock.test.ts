// How long HIV prevention can still start: best within 4 hours, at most 48. Nobody is told of more time than there is.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BEST_WITHIN_HOURS, careTime, LAST_WITHIN_HOURS } from '../../src/client/report/care-time.ts'
import { en } from '../../src/i18n/en.ts'
import { fr } from '../../src/i18n/fr.ts'

const NOW = new Date('2026-11-22T21:30:00Z')
const hoursBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 3_600_000

const someHours = fc.integer({ min: 0, max: 2000 })
const someTime = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('for someone counting the hours', () => {
  test.each([
    [0, 4, 48],
    [1, 3, 47],
    [3, 1, 45],
    [4, 0, 44],
    [47, 0, 1],
    [48, 0, 0],
    [49, 0, 0],
  ])('%i hours after, %i are left for the best time and %i to start', (elapsed, best, last) => {
    const time = careTime(elapsed, NOW)
    expect([time.best.hours, time.last.hours]).toEqual([best, last])
  })

  test('an evening’s answer leads to the right weekday and hour', () => {
    const { best, last } = careTime(2, NOW)
    expect(best.until).toEqual(new Date('2026-11-22T23:30:00Z'))
    expect(last.until).toEqual(new Date('2026-11-24T19:30:00Z'))
  })

  test('what is left never grows as hours pass, and is never negative', () => {
    fc.assert(
      fc.property(someHours, someHours, someTime, (one, other, now) => {
        const sooner = careTime(Math.min(one, other), now)
        const later = careTime(Math.max(one, other), now)
        for (const which of ['best', 'last'] as const) {
          expect(later[which].hours).toBeLessThanOrEqual(sooner[which].hours)
          expect(later[which].hours).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('until when is always what is left from now, and never in the past', () => {
    fc.assert(
      fc.property(someHours, someTime, (elapsed, now) => {
        const { best, last } = careTime(elapsed, now)
        expect(hoursBetween(now, best.until)).toBe(Math.max(0, BEST_WITHIN_HOURS - elapsed))
        expect(hoursBetween(now, last.until)).toBe(Math.max(0, LAST_WITHIN_HOURS - elapsed))
        expect(best.until.getTime()).toBeLessThanOrEqual(last.until.getTime())
      }),
    )
  })
})

test.each([
  ['French', fr],
  ['English', en],
])('every answer offered in %s leads to a plural, or to the word for later', (_, m) => {
  const offered = Object.keys(m.report.urgent.clock.elapsed).map(Number)
  expect(offered).toContain(LAST_WITHIN_HOURS)
  for (const elapsed of offered) {
    const { best, last } = careTime(elapsed, NOW)
    expect([best.hours, last.hours]).not.toContain(1)
  }
})
