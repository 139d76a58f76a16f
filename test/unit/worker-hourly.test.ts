// What the edge's hourly run does while its stores are out of reach.
import { afterEach, expect, it, vi } from 'vitest'
import worker from '../../src/worker.ts'

afterEach(() => vi.restoreAllMocks())

it('a purge that fails is said by its code, and what comes after it in the hour is reached', async () => {
  const said: string[] = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
  // Nothing listens there.
  const nowhere = 'http://127.0.0.1:1'
  await worker.scheduled(null, {
    ASSETS: { fetch: () => Promise.reject(new Error('not here')) },
    ENVELOPES_URL: nowhere,
    STATISTICS_URL: nowhere,
    SERVER_SECRET: '',
    ORIGIN: 'https://balise.invalid',
  })
  expect(said).toEqual([expect.stringMatching(/^purge-failed [A-Z_]+$/), 'settings-invalid'])
})
