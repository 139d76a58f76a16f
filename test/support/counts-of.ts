// How many cards lie in each cell of a table: the true counts, which only whoever invented the cards knows.
import { cellIndexOf, cellsOf } from '../../src/domain/cells.ts'
import type { Card } from '../../src/protocol/card.ts'
import type { Rung } from '../../src/protocol/families.ts'

/** One for each of `cellsOf(rung)`, in that order. */
export function countsOf(rung: Rung, cards: readonly Card[]): number[] {
  const counts = cellsOf(rung).map(() => 0)
  for (const card of cards) {
    const cell = cellIndexOf(rung, card)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return counts
}
