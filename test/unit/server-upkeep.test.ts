// What a self-hosted server does by the clock, over a store that only remembers what was asked of it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FileStore } from '../../src/db/file-store.ts'
import { StoreFailure } from '../../src/db/store.ts'
import { rewriteAtStart, startUpkeep } from '../../src/server/node/upkeep.ts'

const EVENING = Date.UTC(2026, 10, 22, 21, 30)
const MEBIBYTE = 1024 * 1024

let endUpkeep = (): void => undefined
beforeEach(() => {
  vi.useFakeTimers({ now: EVENING })
})
afterEach(() => {
  endUpkeep()
  vi.useRealTimers()
})

function storeOf(sizeInBytes: number) {
  const asked: string[] = []
  const note = (what: string) => async () => void asked.push(what)
  const store: FileStore = {
    read: () => Promise.reject(new Error('nothing is read')),
    write: () => Promise.reject(new Error('nothing is written')),
    checkpoint: note('checkpoint'),
    vacuum: note('vacuum'),
    sizeInBytes: async () => sizeInBytes,
    close: async () => undefined,
  }
  return { store, asked }
}

/** When associations were told what waits. */
let notifiedAt: number[] = []

interface Kept {
  rewritten?: boolean
  statistics?: FileStore
  purge?: () => Promise<string | null>
}

/** `asked` also hears of each purge. */
function keepUp(
  { store, asked }: Pick<ReturnType<typeof storeOf>, 'store' | 'asked'>,
  { rewritten = true, statistics = storeOf(MEBIBYTE).store, purge = async () => null }: Kept = {},
): string[] {
  const said: string[] = []
  notifiedAt = []
  endUpkeep = startUpkeep({
    envelopes: store,
    statistics,
    rewritten,
    directory: { expiresOn: '2027-05-01' },
    purge: () => {
      asked.push('purge')
      return purge()
    },
    notify: async (now) => void notifiedAt.push(now),
    now: Date.now,
    log: (line) => said.push(line),
  })
  return said
}

const hours = (count: number) => vi.advanceTimersByTimeAsync(count * 3_600_000)
const PURGE = ['purge', 'checkpoint']
const REWRITE = ['vacuum', 'checkpoint']

describe('a server’s file', () => {
  it('is rewritten at start, so that where rows lie tells nothing of those before', async () => {
    const { store, asked } = storeOf(MEBIBYTE)
    expect(await rewriteAtStart(store)).toBe(true)
    expect(asked).toEqual(REWRITE)
  })

  it('is left to the first hour when that would take long', async () => {
    const { store, asked } = storeOf(65 * MEBIBYTE)
    expect(await rewriteAtStart(store)).toBe(false)
    expect(asked).toEqual([])
    keepUp({ store, asked }, { rewritten: false })
    await hours(1)
    expect(asked).toEqual([...PURGE, ...PURGE, ...REWRITE])
  })

  it('that cannot be rewritten does not keep the server from starting', async () => {
    const { store } = storeOf(MEBIBYTE)
    const full = { ...store, vacuum: () => Promise.reject(new StoreFailure(new Error('full'))) }
    expect(await rewriteAtStart(full)).toBe(false)
  })

  it('is rewritten once each night, after that night’s purge', async () => {
    const { store, asked } = storeOf(MEBIBYTE)
    keepUp({ store, asked })
    await hours(2)
    expect(asked).toEqual([...PURGE, ...PURGE, ...PURGE])
    await hours(1)
    expect(asked.slice(3 * PURGE.length)).toEqual([...PURGE, ...REWRITE])
    await hours(23)
    expect(asked.filter((what) => what === 'vacuum')).toHaveLength(1)
    await hours(1)
    expect(asked.filter((what) => what === 'vacuum')).toHaveLength(2)
  })
})

describe('the statistics file', () => {
  it('has its log emptied each hour, and is rewritten each night too: it keeps no order of cards', async () => {
    const { store, asked } = storeOf(MEBIBYTE)
    keepUp(storeOf(MEBIBYTE), { statistics: store })
    await hours(2)
    expect(asked).toEqual(['checkpoint', 'checkpoint', 'checkpoint'])
    await hours(1)
    expect(asked.slice(3)).toEqual(['checkpoint', ...REWRITE])
  })
})

describe('a file that someone else is writing to in the night', () => {
  it('is rewritten the next hour, and the other is not rewritten again', async () => {
    const [envelopes, statistics] = [storeOf(MEBIBYTE), storeOf(MEBIBYTE)]
    const busy = new StoreFailure(Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' }))
    const answers = [() => Promise.reject(busy)]
    const vacuum = () => (answers.shift() ?? statistics.store.vacuum)()
    const said = keepUp(envelopes, { statistics: { ...statistics.store, vacuum } })
    await hours(5)
    expect(said).toEqual(['purge-failed SQLITE_BUSY'])
    expect(envelopes.asked.filter((what) => what === 'vacuum')).toHaveLength(1)
    expect(statistics.asked.filter((what) => what === 'vacuum')).toHaveLength(1)
  })
})

describe('an operator', () => {
  it('reads nothing when nothing went', async () => {
    const said = keepUp(storeOf(MEBIBYTE))
    await hours(30)
    expect(said).toEqual([])
  })

  it('reads what went, when something did', async () => {
    const lines = ['purged proofs=2']
    const said = keepUp(storeOf(MEBIBYTE), { purge: async () => lines.shift() ?? null })
    await hours(30)
    expect(said).toEqual(['purged proofs=2'])
  })
})

describe('associations', () => {
  it('are told what waits at start and each hour, even where nothing could be purged', async () => {
    const said = keepUp(storeOf(MEBIBYTE), {
      purge: () => Promise.reject(new StoreFailure(new Error('full'))),
    })
    await hours(2)
    expect(notifiedAt).toEqual([0, 1, 2].map((hour) => EVENING + hour * 3_600_000))
    expect(said).toEqual(Array.from({ length: 3 }, () => 'purge-failed UNKNOWN'))
  })
})
