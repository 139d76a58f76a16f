// The pure decisions of signing in.
import { describe, expect, it } from 'vitest'
import { expiredBefore, expiryWarning, spentBefore, unopenedBefore } from '../../src/domain/retention.ts'
import {
  isChallengeExpired,
  isForeign,
  sessionLimits,
  signInExpiry,
  submissionExpiry,
} from '../../src/domain/sign-in.ts'
import { CHALLENGE_SLOT_SECONDS } from '../../src/protocol/limits.ts'

const NOON = Date.UTC(2026, 10, 22, 12)
const minutes = (count: number): number => count * 60_000

describe('a submission’s challenge', () => {
  it('lives thirty to sixty minutes, and its expiry does not tell when it was asked for', () => {
    const asked = Array.from({ length: 29 }, (_, minute) => submissionExpiry(NOON + minutes(minute + 1)))
    expect(new Set(asked)).toEqual(new Set([NOON / 1000 + 2 * CHALLENGE_SLOT_SECONDS]))
    expect(submissionExpiry(NOON)).toBe(NOON / 1000 + CHALLENGE_SLOT_SECONDS)
  })

  it('is expired the second after', () => {
    const expiresAt = NOON / 1000
    expect(isChallengeExpired({ expiresAt }, NOON + 999)).toBe(false)
    expect(isChallengeExpired({ expiresAt }, NOON + 1000)).toBe(true)
  })

  it('that was spent is remembered until nobody could still be using it', () => {
    expect(spentBefore(NOON)).toBeLessThan(NOON / 1000 - 60)
  })

  it('is remembered through a purge by a clock an hour ahead, and counts once when that is set right', () => {
    expect(spentBefore(NOON + minutes(60))).toBeLessThan(NOON / 1000 - 60)
  })
})

describe('signing in', () => {
  it('has two minutes, then half an hour at rest, twelve hours in all', () => {
    expect(signInExpiry(NOON)).toBe(NOON / 1000 + 120)
    expect(sessionLimits(NOON)).toEqual({
      seenAfter: NOON / 1000 - 1800,
      startedAfter: NOON / 1000 - 43_200,
    })
  })

  it.each([
    [{ fetchSite: 'same-origin', origin: 'https://own.example' }, false],
    [{ fetchSite: 'cross-site', origin: 'https://own.example' }, true],
    [{ fetchSite: 'same-site', origin: undefined }, true],
    [{ fetchSite: 'none', origin: undefined }, true],
    [{ fetchSite: undefined, origin: 'https://own.example' }, false],
    [{ fetchSite: undefined, origin: 'https://other.example' }, true],
    [{ fetchSite: undefined, origin: 'null' }, true],
    [{ fetchSite: undefined, origin: undefined }, false],
  ])('is for our own pages and for tools: %o is foreign: %s', (request, foreign) => {
    expect(isForeign(request, 'https://own.example')).toBe(foreign)
  })
})

describe('what is kept', () => {
  it('goes on the ninety-first day when nobody opened it', () => {
    expect(unopenedBefore(NOON)).toBe('2026-08-24')
  })

  it('of one that went unopened is told to its author for ninety days', () => {
    expect(expiredBefore(NOON)).toBe('2026-08-24')
  })

  it.each([
    ['2027-01-22', null],
    ['2027-01-21', 60],
    ['2026-11-22', 0],
    ['2026-11-21', null],
  ])('warns before a directory expires on %s: %s days', (expiresOn, days) => {
    expect(expiryWarning(expiresOn, '2026-11-22')).toBe(days)
  })
})
