// Thousands of envelopes are opened by several Workers. Whichever of them fails, and whenever, each envelope is opened, and told once.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeOpenPool, type OpenerLine } from '../../src/client/inbox/open-pool.ts'
import type { OpenerJob, OpenerWord } from '../../src/client/inbox/opener-messages.ts'
import { accept, decline } from '../../src/protocol/result.ts'

/** The page's line to an opener that says what the test has it say: what it opens reads as not the association's. */
class Opener implements OpenerLine {
  #onWord: (word: OpenerWord) => void = () => {}
  jobs: OpenerJob[] = []
  ended = false

  tell(job: OpenerJob): void {
    this.jobs.push(job)
  }
  hear(onWord: (word: OpenerWord) => void): void {
    this.#onWord = onWord
  }
  close(): void {
    this.ended = true
  }
  say(word: OpenerWord): void {
    this.#onWord(word)
  }
  opened(number: number): void {
    this.say({ number, opened: decline('not-mine') })
  }
  /** Answers the oldest thing it was asked. */
  answer(): void {
    const job = this.jobs.shift()
    if (!job) throw new Error('nothing was asked')
    this.opened(job.number)
  }
}

/** All that was promised has come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** `openers` are those that each start gives. What the key Worker opens reads as damaged; it opens one when it is told to. */
function makePool(crews: Opener[][] = [], keyWorker: 'holds' | 'is gone' = 'holds') {
  const there: { sealed: string; done: () => void }[] = []
  const told: string[] = []
  const counts = { starts: 0, ends: 0 }
  const pool = makeOpenPool({
    openThere: (sealed) =>
      keyWorker === 'is gone'
        ? Promise.resolve(decline('broken'))
        : new Promise((resolve) => {
            there.push({ sealed, done: () => resolve(accept(decline('damaged'))) })
          }),
    startOpeners: async () => crews[counts.starts++] ?? [],
    endOpeners: () => void counts.ends++,
  })
  const tell = async (at: number): Promise<void> => {
    const answer = await pool.open(String(at))
    const opened = answer.ok ? answer.value : answer
    told.push(`${at} ${opened.ok ? 'opened' : opened.reason}`)
  }
  return {
    pool,
    there,
    told,
    counts,
    ask: async (count: number, from = 1): Promise<void> => {
      for (let at = from; at < from + count; at++) {
        void tell(at)
      }
      await settled()
    },
    /** The key Worker opens all that it is given, to the end. */
    finishThere: async (): Promise<void> => {
      for (await settled(); there.length > 0; await settled()) there.shift()?.done()
    },
  }
}

async function answerAll(...openers: Opener[]): Promise<void> {
  for (await settled(); openers.some(({ jobs }) => jobs.length > 0); await settled()) {
    for (const opener of openers) if (opener.jobs.length > 0) opener.answer()
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const sealedIn = (jobs: readonly { sealed: string }[]): string[] => jobs.map(({ sealed }) => sealed)
const numbersOf = (told: readonly string[]): number[] =>
  told.map((each) => Number.parseInt(each, 10)).toSorted((a, b) => a - b)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a few envelopes', () => {
  test('are opened by the key Worker itself, in their order: no opener is started', async () => {
    const { ask, counts, told, finishThere } = makePool([[new Opener()]])
    await ask(16)
    await finishThere()
    expect(told).toEqual(upTo(16).map((at) => `${at} damaged`))
    expect(counts.starts).toBe(0)
  })
})

describe('many envelopes', () => {
  test('go to an opener once it has come, those asked first first, and to one Worker alone', async () => {
    const opener = new Opener()
    const { ask, there, told, finishThere } = makePool([[opener]])
    await ask(40)
    expect([opener.jobs, sealedIn(there)]).toEqual([[], ['1', '2', '3', '4']])
    opener.say('ready')
    expect(sealedIn(opener.jobs)).toEqual(['5', '6', '7', '8'])
    opener.answer()
    await settled()
    expect(told).toEqual(['5 not-mine'])
    expect(sealedIn(opener.jobs)).toEqual(['6', '7', '8', '9'])
    await answerAll(opener)
    await finishThere()
    expect(numbersOf(told)).toEqual(upTo(40))
    expect(told.filter((each) => each.endsWith('damaged'))).toHaveLength(4)
  })

  test('are shared among openers as each has done what it had', async () => {
    const [quick, slow] = [new Opener(), new Opener()]
    const { ask, told, finishThere } = makePool([[quick, slow]])
    await ask(40)
    quick.say('ready')
    slow.say('ready')
    await answerAll(quick)
    expect(told).toHaveLength(32)
    await answerAll(slow)
    await finishThere()
    expect(numbersOf(told)).toEqual(upTo(40))
  })

  test('are all opened by the key Worker where none may start, and where one never comes', async () => {
    for (const { ask, told, finishThere } of [makePool(), makePool([[new Opener()]])]) {
      await ask(60)
      await finishThere()
      expect(told).toEqual(upTo(60).map((at) => `${at} damaged`))
    }
  })

  test('lose nothing when an opener fails midway: what it had goes to the key Worker, and it is heard no more', async () => {
    const [failing, lasting] = [new Opener(), new Opener()]
    const { ask, told, there, finishThere } = makePool([[failing, lasting]])
    await ask(60)
    failing.say('ready')
    lasting.say('ready')
    failing.answer()
    const had = sealedIn(failing.jobs)
    expect(had).toHaveLength(4)
    failing.say('failed')
    expect(failing.ended).toBe(true)
    expect(sealedIn(there)).toEqual(expect.arrayContaining(had))
    for (const { number } of failing.jobs) failing.opened(number)
    await answerAll(lasting)
    await finishThere()
    expect(numbersOf(told)).toEqual(upTo(60))
    for (const sealed of had) expect(told).toContain(`${sealed} damaged`)
  })

  test('lose nothing when an opener falls silent: the key Worker opens all, and no other opener is tried', async () => {
    const opener = new Opener()
    const { ask, told, counts, finishThere } = makePool([[opener], [new Opener()]])
    await ask(40)
    opener.say('ready')
    await finishThere()
    expect(told).toHaveLength(4)
    vi.advanceTimersByTime(10_000)
    await finishThere()
    expect(numbersOf(told)).toEqual(upTo(40))
    expect([opener.ended, counts.starts, counts.ends]).toEqual([true, 1, 1])
  })

  test('are told to be lost when the key Worker is gone', async () => {
    const { ask, told } = makePool([[]], 'is gone')
    await ask(40)
    expect(told).toEqual(upTo(40).map((at) => `${at} broken`))
  })
})

describe('openers', () => {
  test('end when nothing was left to open for a while, and others start for the next many', async () => {
    const [first, second] = [new Opener(), new Opener()]
    const { ask, told, counts, finishThere } = makePool([[first], [second]])
    await ask(40)
    first.say('ready')
    await answerAll(first)
    await finishThere()
    vi.advanceTimersByTime(4_000)
    expect(counts.ends).toBe(0)
    vi.advanceTimersByTime(6_000)
    expect([first.ended, counts.ends]).toEqual([true, 1])
    await ask(40, 41)
    second.say('ready')
    await answerAll(second)
    await finishThere()
    expect(numbersOf(told)).toEqual(upTo(80))
    expect(counts.starts).toBe(2)
  })

  test('end with the session, also those that were only just starting', async () => {
    const opener = new Opener()
    const { ask, pool, counts } = makePool([[opener]])
    void ask(40)
    pool.end()
    await settled()
    opener.say('ready')
    expect([opener.jobs, opener.ended, counts.ends]).toEqual([[], true, 1])
  })
})
