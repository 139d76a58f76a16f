// Anyone may send made-up tokens without paying for it: they must not take the one writer's time.
import { describe, expect, it } from 'vitest'
import { eraseEnvelopes, moveEnvelopes } from '../../src/db/envelopes/own-envelopes.ts'
import { releaseHolds, renewHolds } from '../../src/db/envelopes/part-holds.ts'
import type { Store } from '../../src/db/store.ts'

const HASH = 'a'.repeat(64)
const MOVE = { from: HASH, to: 'b'.repeat(64) }

/** A store that holds the envelope of these hashes, and counts what is asked of it. */
function storeWith(...held: string[]) {
  const asked: string[] = []
  const store: Store = {
    read: async () => {
      asked.push('read')
      return held.map((tokenHash) => ({ tokenHash, status: 'waiting' })) as never
    },
    write: async () => {
      asked.push('write')
      return [] as never
    },
    close: async () => undefined,
  }
  return { store, asked }
}

describe.each([
  ['an erasure', (store: Store) => eraseEnvelopes(store, [HASH], 'all')],
  ['an erasure of what is unopened', (store: Store) => eraseEnvelopes(store, [HASH], 'unopened')],
  ['a change of code', (store: Store) => moveEnvelopes(store, [MOVE])],
  ['a release', (store: Store) => releaseHolds(store, [HASH])],
  ['a renewal', (store: Store) => renewHolds(store, [HASH], '2026-11-22', '2027-11-22')],
])('%s', (_what, act) => {
  it('of a token that somebody made up looks once, and writes nothing', async () => {
    const { store, asked } = storeWith()
    await act(store)
    expect(asked).toEqual(['read'])
  })

  it('of a token that its author holds looks once, and writes once', async () => {
    const { store, asked } = storeWith(HASH)
    await act(store)
    expect(asked).toEqual(['read', 'write'])
  })
})
