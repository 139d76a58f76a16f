// The observatory's clock: when a round begins, and what an operator reads when one fails.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StoreFailure } from '../../src/db/store.ts'
import { keepPublishing } from '../../src/observatory/keep-publishing.ts'

const NIGHT = Date.UTC(2027, 0, 14, 23, 40)
const HOUR = 3_600_000

let stop = (): void => undefined
beforeEach(() => {
  vi.useFakeTimers({ now: NIGHT })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

function observe(publish: (now: number) => Promise<void>): string[] {
  const said: string[] = []
  stop = keepPublishing({ publish, now: Date.now, log: (line) => said.push(line) })
  return said
}
const hours = (count: number) => vi.advanceTimersByTimeAsync(count * HOUR)

describe('the observatory', () => {
  it('looks at what is due when it starts, and each hour', async () => {
    const rounds: number[] = []
    observe(async (now) => void rounds.push(now))
    await hours(2)
    expect(rounds).toEqual([0, 1, 2].map((hour) => NIGHT + hour * HOUR))
  })

  it('never begins a round before the one under way is over', async () => {
    let [begun, end] = [0, (): void => undefined]
    observe(() => {
      begun += 1
      return new Promise((resolve) => (end = resolve))
    })
    await hours(3)
    expect(begun).toBe(1)
    end()
    await hours(1)
    expect(begun).toBe(2)
  })

  it('says a code when a round fails, nothing of what was being handled, and goes on', async () => {
    const failures = [new StoreFailure(Object.assign(new Error('42 cards'), { code: 'SQLITE_BUSY' }))]
    const said = observe(() => Promise.reject(failures.shift() ?? new Error('42 cards')))
    await hours(1)
    expect(said).toEqual(['publish-failed SQLITE_BUSY', 'publish-failed'])
  })

  it('told to stop, begins nothing more and takes the round it cuts off for no failure', async () => {
    let [begun, fail] = [0, (): void => undefined]
    const said = observe(() => {
      begun += 1
      return new Promise((_, reject) => (fail = () => reject(new StoreFailure(new Error('closed')))))
    })
    await hours(0)
    stop()
    fail()
    await hours(2)
    expect([begun, said]).toEqual([1, []])
  })
})
