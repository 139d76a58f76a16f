// The inbox as it arrives: letters are opened several at once and shown in their order, and none hides those before it.
import { describe, expect, test } from 'vitest'
import type { InboxItem, Opened } from '../../src/sealing/inbox-items.ts'
import { makeLoader, type InboxSource } from '../../src/client/inbox/inbox-loader.ts'
import type { InboxPage } from '../../src/protocol/inbox.ts'
import { accept, decline, type Result } from '../../src/protocol/result.ts'

const DAMAGED: Result<Opened, 'broken'> = accept(decline('damaged'))

/** Pages of envelopes whose sealed text is their id. */
const pageOf = (next: string | null, ...ids: string[]): InboxPage => ({
  envelopes: ids.map((id) => ({
    id,
    receivedOn: '2026-11-03',
    acknowledgedOn: null,
    touchedOn: null,
    standing: 'received',
    keyFingerprint: 'A'.repeat(40),
    sealed: id,
  })),
  next,
  total: null,
})

function makeSource(open: InboxSource['open'] = async () => DAMAGED) {
  const pages: Record<string, InboxPage> = {
    newest: pageOf('older', '1', '2', '3'),
    older: pageOf(null, '4'),
  }
  const fetched: string[] = []
  const tried: string[] = []
  const source: InboxSource = {
    fetchPage: async (before) => {
      fetched.push(before ?? 'newest')
      const page = pages[before ?? 'newest']
      return page ? accept(page) : decline('unexpected')
    },
    open: (sealed) => {
      tried.push(sealed)
      return open(sealed)
    },
  }
  return { source, pages, fetched, tried }
}

/** All that was promised has come. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve()
}

const idsOf = (items: readonly InboxItem[]): string[] => items.map(({ id }) => id)

describe('an inbox', () => {
  test('shows each letter as soon as those before it are open, even beside one that never opens', async () => {
    const shown: string[] = []
    const { source } = makeSource((sealed) =>
      sealed === '3' ? new Promise(() => {}) : Promise.resolve(DAMAGED),
    )
    const loader = makeLoader(source, ({ id }) => shown.push(id))
    void loader.restart()
    await expect.poll(() => shown).toEqual(['1', '2'])
    expect(idsOf(loader.items())).toEqual(['1', '2'])
  })

  test('shows letters in the order of their pages, in whatever order they open', async () => {
    const shown: string[] = []
    const opening: (() => void)[] = []
    const { source, tried } = makeSource(() => new Promise((resolve) => opening.push(() => resolve(DAMAGED))))
    const loader = makeLoader(source, ({ id }) => shown.push(id))
    const ended = loader.restart()
    // The next page was fetched, and its letter is being opened, before any of the first page is open.
    await expect.poll(() => tried).toEqual(['1', '2', '3', '4'])
    for (const open of opening.toReversed()) open()
    expect(await ended).toBe('done')
    expect(shown).toEqual(['1', '2', '3', '4'])
  })

  test('gives Workers no more than they can have in hand, and stops at once, whatever they still hold', async () => {
    const opening: (() => void)[] = []
    const shown: string[] = []
    const { source, pages, tried } = makeSource(
      () => new Promise((resolve) => opening.push(() => resolve(DAMAGED))),
    )
    const many = Array.from({ length: 60 }, (_, index) => String(index + 1))
    pages['newest'] = pageOf(null, ...many)
    const loader = makeLoader(source, ({ id }) => shown.push(id))
    const ended = loader.restart()
    await expect.poll(() => tried.length).toBe(24)
    opening[0]?.()
    await expect.poll(() => [tried.length, ...shown]).toEqual([25, '1'])
    loader.stop()
    expect(await ended).toBe('stopped')
    opening[1]?.()
    await settled()
    expect(tried).toHaveLength(25)
    // What Workers still hold is not given to them again.
    const resumed = loader.resume()
    await settled()
    for (let at = 2; at < many.length; at++) {
      await expect.poll(() => opening.length).toBeGreaterThan(at)
      opening[at]?.()
    }
    expect(await resumed).toBe('done')
    expect(shown).toEqual(many)
    expect(tried).toEqual(many)
  })

  test('knows from its first page how many there will be', async () => {
    const { source, pages } = makeSource()
    pages['newest'] = { ...pageOf('older', '1', '2', '3'), total: 4 }
    const loader = makeLoader(source, () => {})
    expect(loader.total()).toBeNull()
    await loader.restart()
    expect(loader.total()).toBe(4)
  })

  test('goes on within a page where it was stopped, and shows nothing twice', async () => {
    const shown: string[] = []
    const { source, tried } = makeSource()
    const loader = makeLoader(source, ({ id }) => {
      shown.push(id)
      if (id === '1') loader.stop()
    })
    expect(await loader.restart()).toBe('stopped')
    expect(await loader.resume()).toBe('done')
    expect(shown).toEqual(['1', '2', '3', '4'])
    expect(tried.filter((id) => id === '1' || id === '4')).toEqual(['1', '4'])
  })

  test('begun again, lists what is new and opens nothing it had opened', async () => {
    const { source, pages, tried } = makeSource()
    const loader = makeLoader(source, () => {})
    expect(await loader.restart()).toBe('done')
    pages['newest'] = pageOf('older', '5', '1', '2', '3')
    expect(await loader.restart()).toBe('done')
    expect(idsOf(loader.items())).toEqual(['5', '1', '2', '3', '4'])
    expect(tried).toEqual(['1', '2', '3', '4', '5'])
  })

  test('renewed, adds what came since and reads no further than the day it knew', async () => {
    const { source, pages, fetched, tried } = makeSource()
    const loader = makeLoader(source, () => {})
    await loader.restart()
    const came = pageOf('older', '6')
    const known = pageOf(null, '1')
    const before = pageOf(null, '7').envelopes.map((each) => ({ ...each, receivedOn: '2026-11-02' }))
    pages['newest'] = { ...came, envelopes: [...came.envelopes, ...known.envelopes, ...before] }
    expect(await loader.renew()).toBe('done')
    expect(idsOf(loader.items()).slice(0, 2)).toEqual(['6', '7'])
    expect(fetched).toEqual(['newest', 'older', 'newest'])
    expect(tried).toEqual(['1', '2', '3', '4', '6', '7'])
  })

  test('ends as broken when the key is gone, and as the server said when it refuses', async () => {
    const gone = makeSource(async () => decline('broken'))
    expect(await makeLoader(gone.source, () => {}).restart()).toBe('broken')
    const refusing = makeSource()
    delete refusing.pages['older']
    const loader = makeLoader(refusing.source, () => {})
    expect(await loader.restart()).toBe('unexpected')
    expect(idsOf(loader.items())).toEqual(['1', '2', '3'])
    refusing.pages['older'] = pageOf(null, '4')
    expect(await loader.resume()).toBe('done')
    expect(refusing.fetched).toEqual(['newest', 'older', 'older'])
  })
})
