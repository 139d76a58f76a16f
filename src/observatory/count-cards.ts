// Opens the cards of some quarters once, page by page, and folds them into every table that is due. True counts are in memory here and
// nowhere else: they are never kept, shown or logged.
import { readCards, type BatchedCard } from '../db/statistics/batches.ts'
import type { Store } from '../db/store.ts'
import { cellIndexOf, cellsOf } from '../domain/cells.ts'
import type { PrivateKey } from '../crypto/openpgp.ts'
import type { DueRelease } from './due-releases.ts'
import { openCard } from './open-card.ts'

/** Cards in memory at a time, however many there are. */
const PAGE = 500

/** For each release, in their order, a count for each of its cells. Throws `StoreFailure`. */
export async function countCards(
  store: Store,
  keys: PrivateKey | readonly PrivateKey[],
  due: readonly DueRelease[],
): Promise<number[][]> {
  const tables = due.map(({ rung, quarters }) => ({
    rung,
    quarters,
    counts: cellsOf(rung).map(() => 0),
  }))
  const quarters = [...new Set(due.flatMap((each) => each.quarters))]
  let after: number | null = null
  for (;;) {
    const page: BatchedCard[] = await readCards(store, quarters, after, PAGE)
    const cards = await Promise.all(page.map(({ sealed }) => openCard(sealed, keys)))
    for (const [index, { batch }] of page.entries()) {
      const card = cards[index]
      if (!card) continue
      for (const { rung, quarters: own, counts } of tables) {
        if (!own.includes(batch)) continue
        const cell = cellIndexOf(rung, card)
        counts[cell] = (counts[cell] ?? 0) + 1
      }
    }
    const last = page.at(-1)
    if (!last) return tables.map(({ counts }) => counts)
    after = last.id
  }
}
