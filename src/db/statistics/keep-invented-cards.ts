// Keeps cards that nobody sent: a demonstration's invented ones. They come by no request, so there is no proof to spend; a row is otherwise
// as `keepCard` leaves it. The server never calls this.
import { eq } from 'drizzle-orm'
import type { Store } from '../store.ts'
import type { KeptCard } from './keep-card.ts'
import { cards } from './schema.ts'

/** One transaction. A card whose key is kept already stays as it is. Throws `StoreFailure`. */
export async function keepInventedCards(store: Store, rows: readonly KeptCard[]): Promise<void> {
  if (rows.length === 0) return
  await store.write((database) => [
    database
      .insert(cards)
      .values([...rows])
      .onConflictDoNothing({ target: cards.id }),
  ])
}

/** Keys of the cards that were collected in a quarter. */
export async function readCardKeys(store: Store, window: string): Promise<Set<number>> {
  const rows = await store.read((database) =>
    database.select({ id: cards.id }).from(cards).where(eq(cards.window, window)),
  )
  return new Set(rows.map(({ id }) => id))
}
