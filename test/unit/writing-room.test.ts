// The bound on transactions that one edge isolate sends at a time.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writingRoom } from '../../src/db/writing-room.ts'

const PATIENT = Infinity

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a crowd gets through, never more than the bound at once, and each hears its own answer', async () => {
  const inRoom = writingRoom(3)
  let inside = 0
  let most = 0
  const crowd = Array.from({ length: 40 }, (_, i) =>
    inRoom(async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside--
      return i
    }, PATIENT),
  )
  await vi.advanceTimersByTimeAsync(3000)
  expect(await Promise.all(crowd)).toEqual(Array.from({ length: 40 }, (_, i) => i))
  expect(most).toBe(3)
})

test('one that fails leaves its place to the next', async () => {
  const inRoom = writingRoom(1)
  const failing = inRoom(() => Promise.reject(new Error('no')), PATIENT).catch(() => 'failed')
  const next = inRoom(() => Promise.resolve('kept'), PATIENT)
  await vi.advanceTimersByTimeAsync(100)
  expect([await failing, await next]).toEqual(['failed', 'kept'])
})

test('one that was cut off and never ends does not keep the others waiting for ever', async () => {
  const inRoom = writingRoom(1)
  void inRoom(() => new Promise(() => {}), PATIENT)
  let answer = ''
  void inRoom(async () => {
    answer = 'kept'
  }, PATIENT)
  await vi.advanceTimersByTimeAsync(14_000)
  expect(answer).toBe('')
  await vi.advanceTimersByTimeAsync(2000)
  expect(answer).toBe('kept')
})

test('one that finds no room in its time is told so, and runs nothing', async () => {
  const inRoom = writingRoom(1)
  void inRoom(() => new Promise(() => {}), PATIENT)
  let ran = false
  const waiting = inRoom(async () => void (ran = true), Date.now() + 1000).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(1100)
  expect(await waiting).toMatchObject({ code: 'NO_ROOM' })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(ran).toBe(false)
})
