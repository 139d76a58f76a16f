// How hard a challenge is while proofs flood in: harder for everyone alike, never refusing, and as before once it is over.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseChallenge } from '../../src/crypto/challenge.ts'
import { StoreFailure, type Store } from '../../src/db/store.ts'
import {
  bitsUnderPressure,
  CALM_PROOFS,
  countedSlots,
  MOST_COUNTED_PROOFS,
} from '../../src/domain/pressure.ts'
import { submissionExpiry } from '../../src/domain/sign-in.ts'
import { CHALLENGE_SLOT_SECONDS, MAX_PUZZLE_BITS, USUAL_PUZZLE_BITS } from '../../src/protocol/limits.ts'
import { giveChallenge, giveMailboxChallenge } from '../../src/server/give-challenge.ts'
import { bareHouse } from '../support/servers/bare-house.ts'

const anyCount = fc.nat(4 * MOST_COUNTED_PROOFS)
const anyBits = fc.nat(MAX_PUZZLE_BITS)
const anyDraw = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('the difficulty', () => {
  it('never falls below the operator’s, nor rises above the ceiling', () => {
    fc.assert(
      fc.property(anyCount, anyBits, anyDraw, (accepted, proofBits, drawn) => {
        const bits = bitsUnderPressure(accepted, proofBits, drawn)
        expect(bits).toBeGreaterThanOrEqual(proofBits)
        expect(bits).toBeLessThanOrEqual(MAX_PUZZLE_BITS)
        expect(Number.isInteger(bits)).toBe(true)
      }),
    )
  })

  it('never falls as more is accepted, nor rises as less is', () => {
    fc.assert(
      fc.property(anyCount, anyCount, anyBits, anyDraw, (one, other, proofBits, drawn) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)]
        expect(bitsUnderPressure(fewer, proofBits, drawn)).toBeLessThanOrEqual(
          bitsUnderPressure(more, proofBits, drawn),
        )
      }),
    )
  })

  it('is the operator’s while it is calm, and the ceiling in a flood, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.nat(CALM_PROOFS), anyBits, anyDraw, (calm, proofBits, drawn) => {
        expect(bitsUnderPressure(calm, proofBits, drawn)).toBe(proofBits)
        expect(bitsUnderPressure(MOST_COUNTED_PROOFS, proofBits, drawn)).toBe(MAX_PUZZLE_BITS)
      }),
    )
  })

  it('rises by doubling from the usual one: 13, 14, 15, 16', () => {
    const drawn = new Uint8Array(32)
    const counts = [0, 256, 257, 512, 513, 1024, 1025, 1_000_000]
    expect(counts.map((count) => bitsUnderPressure(count, USUAL_PUZZLE_BITS, drawn))).toEqual([
      13, 13, 14, 14, 15, 15, 16, 16,
    ])
  })

  it('begins where nobody can foresee: one more proof tells a watcher nothing for sure', () => {
    const risesAt = new Set(
      Array.from({ length: 256 }, (_, byte) => {
        const drawn = new Uint8Array(32).fill(byte)
        let count = CALM_PROOFS
        while (
          count < MOST_COUNTED_PROOFS &&
          bitsUnderPressure(count, USUAL_PUZZLE_BITS, drawn) === USUAL_PUZZLE_BITS
        )
          count++
        return count
      }),
    )
    expect(risesAt.size).toBe(256)
  })

  it('counts the slot that runs and the one before: an hour later all is forgotten', () => {
    const now = Date.UTC(2026, 10, 24, 12, 7)
    expect(countedSlots(now)).toEqual([submissionExpiry(now) - CHALLENGE_SLOT_SECONDS, submissionExpiry(now)])
    expect(countedSlots(now + 3_600_000).some((slot) => countedSlots(now).includes(slot))).toBe(false)
  })
})

describe('a challenge', () => {
  const NOON = Date.UTC(2026, 10, 24, 12, 1)

  /** A store that accepted so many proofs lately; or what it does instead of answering. */
  const storeOf = (answer: () => Promise<number>): Store & { asked: number } => {
    const store = {
      asked: 0,
      read: (async () => {
        store.asked++
        return [{ accepted: await answer() }]
      }) as unknown as Store['read'],
      write: () => Promise.reject(new StoreFailure(new Error('not here'))),
      close: () => Promise.resolve(),
    }
    return store
  }
  const houseOver = (envelopes: Store, statistics: Store = storeOf(async () => 0)) => {
    const said: string[] = []
    const house = bareHouse({
      envelopes,
      statistics,
      proofBits: 10,
      log: (line) => said.push(line),
    })
    const bits = async (
      purpose: 'submission' | 'card' | 'upload',
      now: number,
    ): Promise<number | undefined> =>
      recogniseChallenge(house.secret, purpose, (await giveChallenge(house, purpose, now)) ?? '')?.bits
    return { house, said, bits }
  }

  it('is as hard for a report and a mailbox as their store is pressed, a step for each of many files; a card’s is its own', async () => {
    const { house, bits, said } = houseOver(storeOf(async () => MOST_COUNTED_PROOFS))
    expect([await bits('submission', NOON), await bits('upload', NOON), await bits('card', NOON)]).toEqual([
      MAX_PUZZLE_BITS,
      12,
      10,
    ])
    const mailbox = recogniseChallenge(house.secret, 'mailbox', await giveMailboxChallenge(house, NOON))
    expect(mailbox?.bits).toBe(MAX_PUZZLE_BITS)
    expect(said).toEqual(['pressure-raised'])
  })

  it('is counted for again once in a few seconds, however many ask', async () => {
    const store = storeOf(async () => MOST_COUNTED_PROOFS)
    const { bits } = houseOver(store)
    await Promise.all(Array.from({ length: 100 }, () => bits('submission', NOON)))
    expect(store.asked).toBe(1)
    await bits('submission', NOON + 5000)
    expect(store.asked).toBe(2)
  })

  it('comes down by itself when less is accepted', async () => {
    let accepted = MOST_COUNTED_PROOFS
    const { bits } = houseOver(storeOf(async () => accepted))
    expect(await bits('submission', NOON)).toBe(MAX_PUZZLE_BITS)
    accepted = 0
    expect(await bits('submission', NOON + 5000)).toBe(10)
  })

  it('is given, no harder than before, by a store that fails or falls silent', async () => {
    const failing = houseOver(storeOf(() => Promise.reject(new StoreFailure(new Error('down')))))
    expect(await failing.bits('submission', NOON)).toBe(10)
    const silent = houseOver(storeOf(() => new Promise(() => undefined)))
    expect(await silent.bits('submission', NOON)).toBe(10)
    expect([...failing.said, ...silent.said]).toEqual([])
  })
})
