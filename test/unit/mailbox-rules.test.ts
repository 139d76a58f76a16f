// What may be kept in a mailbox and for how long, which decoys stand in, and that a mailbox outlives the directory.
import { describe, expect, it } from 'vitest'
import { DECOYS } from '../../src/db/envelopes/mailbox.ts'
import { drawDecoys, messageFault } from '../../src/domain/mailbox.ts'
import { keptUntil } from '../../src/domain/retention.ts'
import { StoreFailure } from '../../src/db/store.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { createApp } from '../../src/server/app.ts'
import type { House } from '../../src/server/env.ts'
import { newMemory } from '../../src/server/memory.ts'

describe('a message', () => {
  const [bytes] = SEALED_SIZES_BYTES
  it.each([
    ['sealed to anybody', bytes, ['A'.repeat(16)], null],
    ['of the middle size', SEALED_SIZES_BYTES[1], ['0'.repeat(16)], null],
    ['that is not sealed', bytes, null, 'not-sealed'],
    ['sealed to two', bytes, ['A'.repeat(16), 'B'.repeat(16)], 'wrong-recipient'],
    ['of a size of its own', bytes + 1, ['A'.repeat(16)], 'wrong-size'],
  ])('%s', (_what, length, recipients, fault) => {
    expect(messageFault({ sealed: new Uint8Array(length), recipients })).toBe(fault)
  })

  it.each([
    ['message', '2027-04-30'],
    ['pause', '2027-02-06'],
    ['month', '2027-02-28'],
    ['half-year', '2027-07-30'],
    ['year', '2028-01-30'],
  ] as const)('that came on 30 January, kept as %s, is there until %s', (keeping, day) => {
    expect(keptUntil(keeping, '2027-01-30')).toBe(day)
  })
})

describe('decoys', () => {
  it('are the same for the same mailbox, and no two alike', () => {
    const prf = randomBytes(32)
    const drawn = drawDecoys(prf, 17, DECOYS)
    expect(drawDecoys(prf, 17, DECOYS)).toEqual(drawn)
    expect(new Set(drawn).size).toBe(17)
    expect(drawn.every((key) => key >= 1 && key <= DECOYS)).toBe(true)
  })

  it('differ from one mailbox to another', () => {
    const sets = Array.from({ length: 20 }, () => drawDecoys(randomBytes(32), 17, DECOYS).join())
    expect(new Set(sets).size).toBe(20)
  })
})

describe('once the directory expired', () => {
  const broken = () => Promise.reject(new StoreFailure(new Error('nothing is asked of a store')))
  const house: Partial<House> = {
    directory: { expiresOn: '2026-11-22' } as House['directory'],
    envelopes: { read: broken, write: broken, close: async () => undefined },
    secret: randomBytes(32),
    hash: sha256,
    proofBits: 0,
    memory: newMemory(),
    now: () => Date.UTC(2026, 10, 23),
  }
  it.each([
    ['/api/challenge', 503],
    ['/api/mailbox-challenge', 200],
  ])('what was put aside is still within reach, though nothing new is taken: %s %i', async (path, status) => {
    expect((await createApp().request(path, {}, house)).status).toBe(status)
  })
})
