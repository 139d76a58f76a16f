// Opens the cards of some quarters once, page by page, and folds them into every table that is due. True counts are in memory here and
// nowhere else: they are never kept, shown or logged. One sealed card counts once, in however many rows it lies.
import { readEncryptedData } from '../crypto/packets.ts'
import type { PrivateKey } from '../crypto/openpgp.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import { readBatches, readCards, type BatchedCard } from '../db/statistics/batches.ts'
import type { Store } from '../db/store.ts'
import { cellIndexOf, cellsOf } from '../domain/cells.ts'
import type { DueRelease } from './due-releases.ts'
import { openCard } from './open-card.ts'

/** Cards in memory at a time, however many there are. */
const PAGE = 500

/** For each release, in their order, a count for each of its cells. Their quarters are settled. Throws `StoreFailure`. */
export async function countCards(
  store: Store,
  keys: readonly PrivateKey[],
  due: readonly DueRelease[],
): Promise<number[][]> {
  const tables = due.map(({ rung, quarters }) => ({
    rung,
    quarters,
    counts: cellsOf(rung).map(() => 0),
  }))
  const isNew = newcomers()
  for (const quarter of await waitingQuarters(store, due)) {
    const own = tables.filter(({ quarters }) => quarters.includes(quarter))
    for await (const page of pagesOf(store, quarter)) {
      const first = page.filter(({ sealed }) => isNew(sealed))
      // Of a quarter that is not due, it is enough to know again what lies there.
      if (own.length === 0) continue
      for (const card of await Promise.all(first.map(({ sealed }) => openCard(sealed, keys)))) {
        if (!card) continue
        for (const { rung, counts } of own) {
          const cell = cellIndexOf(rung, card)
          counts[cell] = (counts[cell] ?? 0) + 1
        }
      }
    }
  }
  return tables.map(({ counts }) => counts)
}

/**
 * The quarters that are due and those before them whose cards still wait, from the earliest: a copy of a card that was counted is known
 * for as long as that card is there.
 */
async function waitingQuarters(store: Store, due: readonly DueRelease[]): Promise<string[]> {
  const last =
    due
      .flatMap(({ quarters }) => quarters)
      .toSorted()
      .at(-1) ?? ''
  const batches = await readBatches(store)
  return batches.filter(({ quarter, counted }) => !counted && quarter <= last).map(({ quarter }) => quarter)
}

async function* pagesOf(store: Store, quarter: string): AsyncGenerator<BatchedCard[]> {
  for (let after: number | null = null; ;) {
    const page = await readCards(store, quarter, after, PAGE)
    const last = page.at(-1)
    if (!last) return
    yield page
    after = last.id
  }
}

/**
 * Tells a sealed card from one that was met before. Whoever may write in the store could lay one card in a hundred rows, and its report
 * would cost a hundred times its budget. It is known by its encrypted data, under which it cannot be laid in another spelling without
 * its session key; around that, lengths can be written in several ways, and other packets put beside it. What is not of the profile
 * is no card: the app takes none. A digest is kept for each card, some 110 bytes: 11 MB for 100,000.
 */
function newcomers(): (sealed: Uint8Array) => boolean {
  const met = new Set<string>()
  return (sealed) => {
    const data = readEncryptedData(sealed)
    if (!data) return false
    const digest = sha256Hex(data)
    if (met.has(digest)) return false
    met.add(digest)
    return true
  }
}
