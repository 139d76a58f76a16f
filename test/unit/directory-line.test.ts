// A page and a Worker that holds the directory: what is asked of one directory is never answered by another.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

interface Line {
  offers: () => Promise<readonly unknown[] | null>
  restart: () => Promise<readonly unknown[] | null>
  ask: (asked: object, read: (answer: { turn: number }) => unknown) => Promise<unknown>
  close: () => void
}

const CLIENT: string = '../../src/client'
let line: Line

/** Workers that were started, in order. */
let started: StandIn[] = []
class StandIn extends EventTarget {
  ended = false
  readonly heard: { turn: number }[] = []
  constructor() {
    super()
    started.push(this)
  }
  postMessage(data: { turn: number }): void {
    this.heard.push(data)
  }
  tell(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }))
  }
  terminate(): void {
    this.ended = true
  }
}

const ready = (...names: string[]) => ({ type: 'ready', entries: names.map((name) => ({ name })) })
const [OLD, NEW] = [[{ name: 'before' }], [{ name: 'after' }]]
const FAILED = { ok: false, reason: 'failed' }

beforeEach(async () => {
  started = []
  vi.stubGlobal('Worker', StandIn)
  const { DirectoryLine } = (await import(`${CLIENT}/report/directory-line.ts`)) as {
    DirectoryLine: new (name: string) => Line
  }
  line = new DirectoryLine('seal')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the directory is waited for once, however often it is asked for', async () => {
  const both = Promise.all([line.offers(), line.offers()])
  started[0]?.tell(ready('before'))
  expect(await both).toEqual([OLD, OLD])
  expect(await line.offers()).toEqual(OLD)
  expect(started).toHaveLength(1)
})

test('started again, whoever waited on the one before hears that it failed, and the new one answers', async () => {
  const before = line.offers()
  started[0]?.tell(ready('before'))
  await before
  const asked = line.ask({}, () => 'an answer')
  const after = line.restart()
  expect(await asked).toEqual(FAILED)
  expect(started[0]?.ended).toBe(true)
  started[1]?.tell(ready('after'))
  expect(await after).toEqual(NEW)
  expect(await line.offers()).toEqual(NEW)
})

test('a directory that did not come before another was asked for is not remembered in its place', async () => {
  const before = line.offers()
  const after = line.restart()
  expect(await before).toBeNull()
  started[1]?.tell(ready('after'))
  expect(await after).toEqual(NEW)
  expect(await line.offers()).toEqual(NEW)
  expect(started).toHaveLength(2)
})

test.each(['throws', 'falls silent'])(
  'one that %s is ended, and the next question starts another',
  async (how) => {
    vi.useFakeTimers()
    const before = line.offers()
    if (how === 'throws') started[0]?.dispatchEvent(new Event('error'))
    else await vi.advanceTimersByTimeAsync(60_000)
    expect(await before).toBeNull()
    expect(started[0]?.ended).toBe(true)
    const after = line.offers()
    started[1]?.tell(ready('after'))
    expect(await after).toEqual(NEW)
  },
)

test('one that breaks while nobody waits on it is not asked again', async () => {
  const before = line.offers()
  started[0]?.tell(ready('before'))
  await before
  started[0]?.dispatchEvent(new Event('error'))
  const after = line.offers()
  started[1]?.tell(ready('after'))
  expect(await after).toEqual(NEW)
})

test('a browser that starts no Worker is no directory, and may be asked again', async () => {
  vi.stubGlobal('Worker', function () {
    throw new TypeError('no Worker here')
  })
  expect(await line.offers()).toBeNull()
  vi.stubGlobal('Worker', StandIn)
  const after = line.offers()
  started[0]?.tell(ready('after'))
  expect(await after).toEqual(NEW)
})

test('nothing is asked of a Worker that is not there, and only the answer to a question is taken for it', async () => {
  expect(await line.ask({}, () => 'an answer')).toEqual(FAILED)
  expect(started).toHaveLength(0)
  void line.offers()
  const both = Promise.all([line.ask({ of: 1 }, ({ turn }) => turn), line.ask({ of: 2 }, ({ turn }) => turn)])
  const [first, second] = started[0]?.heard ?? []
  started[0]?.tell(ready('before'))
  started[0]?.tell({ turn: second?.turn })
  started[0]?.tell({ turn: first?.turn })
  expect(await both).toEqual([
    { ok: true, value: first?.turn },
    { ok: true, value: second?.turn },
  ])
  expect(first?.turn).not.toBe(second?.turn)
})
