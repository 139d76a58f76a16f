// How a page speaks to the server: without a cookie unless an association asks, and never for longer than someone can wait.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from '../../src/client/api.ts'
import { acknowledge, fetchPage } from '../../src/client/inbox/server-inbox.ts'

const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  fetched.mockReset()
  fetched.mockImplementation(async () => new Response('{}'))
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A network that never answers, until the call is ended. */
const stall = () =>
  fetched.mockImplementation(
    (_, init) =>
      new Promise((_resolve, reject) => {
        const { signal } = init ?? {}
        if (signal?.aborted) reject(new Error('ended'))
        signal?.addEventListener('abort', () => reject(new Error('ended')))
      }),
  )

test('a victim’s calls carry no cookie', async () => {
  await call('/api/challenge')
  await call('/api/submissions', { method: 'POST', body: '{}' })
  expect(fetched.mock.calls.map(([, init]) => init?.credentials)).toEqual(['omit', 'omit'])
})

test('an association’s calls carry its session', async () => {
  await fetchPage(null, new AbortController().signal)
  await acknowledge(['1'], null)
  expect(fetched.mock.calls.map(([, init]) => init?.credentials)).toEqual(['same-origin', 'same-origin'])
})

test.each([
  ['half a minute', {}, 30_000],
  ['the time it was given', { timeoutMs: 120_000 }, 120_000],
])('a network that never answers is unreachable after %s', async (_, request, ms) => {
  vi.useFakeTimers()
  stall()
  const answered = vi.fn<(answer: unknown) => void>()
  void call('/api/challenge', request).then(answered)
  await vi.advanceTimersByTimeAsync(ms - 1)
  expect(answered).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(answered).toHaveBeenCalledExactlyOnceWith({ ok: false, reason: 'unreachable' })
})

test('an answer leaves no timer behind', async () => {
  vi.useFakeTimers()
  await call('/api/challenge')
  expect(vi.getTimerCount()).toBe(0)
})

test.each(['before', 'after'])('a caller who gives up %s it is sent ends the call', async (when) => {
  stall()
  const given = new AbortController()
  if (when === 'before') given.abort()
  const answer = call('/api/inbox', { signal: given.signal })
  given.abort()
  expect(await answer).toEqual({ ok: false, reason: 'unreachable' })
})
