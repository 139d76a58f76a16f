// Thousands of envelopes are opened by several Workers. Whichever of them fails, and whenever, each envelope is opened, and once told.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Opened } from '../../src/client/inbox/inbox-items.ts'
import { makeOpenPool } from '../../src/client/inbox/open-pool.ts'
import type { OpeningKeys } from '../../src/client/inbox/open-sealed.ts'
import type {
  OpenerEvents,
  OpenerJob,
  OpenerKeys,
  OpenerLine,
} from '../../src/client/inbox/opener-messages.ts'
import { fingerprintOf, readOpenKeys } from '../../src/crypto/openpgp.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

const { key } = await makeHolder('ecoute-sud')
const { key: laterKey } = await makeHolder('ecoute-sud')

const DAMAGED: Opened = { ok: false, reason: 'damaged' }
const NOT_MINE: Opened = { ok: false, reason: 'not-mine' }

/** An opener that says what the test has it say. */
class Opener implements OpenerLine {
  readonly #events: OpenerEvents
  keys: OpenerKeys | null = null
  jobs: OpenerJob[] = []
  ended = false

  constructor(events: OpenerEvents) {
    this.#events = events
  }
  give(keys: OpenerKeys): void {
    this.keys = keys
  }
  tell(job: OpenerJob): void {
    this.jobs.push(job)
  }
  end(): void {
    this.ended = true
  }
  arrive(): void {
    this.#events.onWord({ ready: true })
  }
  say(number: number): void {
    this.#events.onWord({ ready: false, number, opened: NOT_MINE })
  }
  /** Answers the oldest thing it was asked: what it opens reads as not the association's. */
  answer(): void {
    const job = this.jobs.shift()
    if (!job) throw new Error('nothing was asked')
    this.say(job.number)
  }
  fail(): void {
    this.#events.onFail()
  }
}

/** A pool whose own Worker opens one envelope when told to; what it opens reads as damaged. */
function makePool({ processors = 2, refusesWorkers = false } = {}) {
  const openers: Opener[] = []
  const own: { sealed: string; done: () => void }[] = []
  const told: string[] = []
  let held: OpeningKeys = { association: 'ecoute-sud', keys: [key] }
  const pool = makeOpenPool({
    keys: () => held,
    openHere: (sealed) => new Promise((resolve) => own.push({ sealed, done: () => resolve(DAMAGED) })),
    soon: (turn) => queueMicrotask(turn),
    startOpener: (events) => {
      if (refusesWorkers) throw new Error('no Workers here')
      const opener = new Opener(events)
      openers.push(opener)
      return opener
    },
    processors,
  })
  return {
    openers,
    own,
    told,
    ask: async (count: number, from = 1): Promise<void> => {
      for (let at = from; at < from + count; at++) {
        void pool
          .open(String(at))
          .then(({ ok, ...rest }) => told.push(`${at} ${ok ? '' : 'reason' in rest && rest.reason}`))
      }
      await settled()
    },
    takeUp: (keys: OpeningKeys['keys']) => (held = { ...held, keys }),
    /** The own Worker opens all that it is given, to the end. */
    finishOwn: async (): Promise<void> => {
      for (await settled(); own.length > 0; await settled()) own.shift()?.done()
    },
  }
}

/** All that was put off has had its turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve()
}

/** An opener opens all that it is given, to the end. */
async function answerAll(opener: Opener | undefined): Promise<void> {
  for (await settled(); opener && opener.jobs.length > 0; await settled()) opener.answer()
}

const numbersOf = (told: readonly string[]): number[] =>
  told.map((each) => Number.parseInt(each, 10)).toSorted((a, b) => a - b)
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a few envelopes', () => {
  test('are opened by the key Worker itself, in their order: no opener is started, no key goes anywhere', async () => {
    const { ask, openers, told, finishOwn } = makePool({ processors: 8 })
    await ask(16)
    await finishOwn()
    expect(told).toEqual(upTo(16).map((at) => `${at} damaged`))
    expect(openers).toHaveLength(0)
  })
})

describe('many envelopes', () => {
  test.each([
    [1, 0],
    [2, 1],
    [4, 3],
    [64, 3],
  ])('on %i processors have %i openers beside the key Worker', async (processors, expected) => {
    const { ask, openers } = makePool({ processors })
    await ask(100)
    expect(openers).toHaveLength(expected)
  })

  test('go to an opener once it has arrived, those asked first first, each to one Worker alone', async () => {
    const { ask, openers, own, told, finishOwn } = makePool()
    await ask(40)
    const [opener] = openers
    expect(opener?.jobs).toEqual([])
    expect(own.map(({ sealed }) => sealed)).toEqual(['1', '2', '3', '4'])
    opener?.arrive()
    await settled()
    expect(opener?.jobs.map(({ sealed }) => sealed)).toEqual(['5', '6', '7', '8'])
    opener?.answer()
    await settled()
    expect(told).toEqual(['5 not-mine'])
    expect(opener?.jobs.map(({ sealed }) => sealed)).toEqual(['6', '7', '8', '9'])
    await answerAll(opener)
    await finishOwn()
    expect(numbersOf(told)).toEqual(upTo(40))
    expect(told.filter((each) => each.endsWith('damaged'))).toHaveLength(4)
    expect(new Set(numbersOf(told)).size).toBe(40)
  })

  test('have openers that hold the very keys of the key Worker', async () => {
    const { ask, openers } = makePool()
    await ask(40)
    const { association, keys } = openers[0]?.keys ?? { association: '', keys: new Uint8Array() }
    const read = await readOpenKeys(keys)
    expect([association, ...read.map(fingerprintOf)]).toEqual(['ecoute-sud', fingerprintOf(key)])
  })

  test('are all opened by the key Worker where no opener arrives, or none may start', async () => {
    for (const pool of [
      makePool(),
      makePool({ refusesWorkers: true }),
      makePool({ processors: Number.NaN }),
    ]) {
      await pool.ask(60)
      await pool.finishOwn()
      expect(pool.told).toEqual(upTo(60).map((at) => `${at} damaged`))
    }
  })

  test('lose nothing when an opener fails midway: what it had is opened by the key Worker, and it is not heard again', async () => {
    const { ask, openers, told, finishOwn } = makePool({ processors: 3 })
    await ask(60)
    const [failing, lasting] = openers
    failing?.arrive()
    lasting?.arrive()
    await settled()
    failing?.answer()
    await settled()
    const had = failing?.jobs.map(({ number }) => number) ?? []
    expect(had).toHaveLength(4)
    failing?.fail()
    expect(failing?.ended).toBe(true)
    for (const number of had) failing?.say(number)
    await answerAll(lasting)
    await finishOwn()
    expect(numbersOf(told)).toEqual(upTo(60))
  })

  test('lose nothing when an opener falls silent: it is ended, and the key Worker opens what it had', async () => {
    const { ask, openers, told, finishOwn } = makePool()
    await ask(40)
    openers[0]?.arrive()
    await finishOwn()
    expect(told).toHaveLength(36)
    vi.advanceTimersByTime(10_000)
    await finishOwn()
    expect(numbersOf(told)).toEqual(upTo(40))
    expect(openers[0]?.ended).toBe(true)
  })
})

describe('openers', () => {
  test('end when nothing was left to open for a while, and others start for the next many', async () => {
    const { ask, openers, told, finishOwn } = makePool()
    await ask(40)
    openers[0]?.arrive()
    await answerAll(openers[0])
    await finishOwn()
    vi.advanceTimersByTime(4_000)
    expect(openers[0]?.ended).toBe(false)
    vi.advanceTimersByTime(6_000)
    expect(openers[0]?.ended).toBe(true)
    await ask(40, 41)
    expect(openers).toHaveLength(2)
    await finishOwn()
    expect(numbersOf(told)).toEqual(upTo(80))
  })

  test('end when another key is taken up: nothing that is asked from then on is tried with the key before it', async () => {
    const { ask, openers, told, takeUp, finishOwn } = makePool()
    await ask(40)
    openers[0]?.arrive()
    takeUp([key, laterKey])
    await ask(1, 41)
    expect(openers.map(({ ended }) => ended)).toEqual([true, false])
    expect((await readOpenKeys(openers[1]?.keys?.keys ?? new Uint8Array())).length).toBe(2)
    await finishOwn()
    expect(numbersOf(told)).toEqual(upTo(41))
  })
})
