// Several things at once, and never more: in the order they were asked for.
import { expect, test } from 'vitest'
import { inTurns } from '../../src/client/inbox/in-turns.ts'

test('so many run at once, each other as one ends, also those asked for later', async () => {
  const takeTurn = inTurns(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const ask = (number: number): Promise<number> =>
    takeTurn(() => {
      begun.push(number)
      return new Promise((resolve) => ends.push(() => resolve(number)))
    })
  const first = [1, 2, 3].map(ask)
  expect(begun).toEqual([1, 2])
  ends[1]?.()
  expect(await first[1]).toBe(2)
  const later = [4, 5].map(ask)
  await expect.poll(() => begun).toEqual([1, 2, 3])
  for (let at = 0; at < 5; at++) {
    await expect.poll(() => ends.length).toBeGreaterThan(at)
    ends[at]?.()
  }
  expect(await Promise.all([...first, ...later])).toEqual([1, 2, 3, 4, 5])
  expect(begun).toEqual([1, 2, 3, 4, 5])
})
