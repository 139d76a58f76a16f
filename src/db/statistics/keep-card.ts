// Keeps one sealed card against one proof. No day, no order, no sender: the collection window is all that stands beside it.
import { sql } from 'drizzle-orm'
import { keepOnce, type KeepOutcome } from '../keep-once.ts'
import type { Spending } from '../spent-proofs.ts'
import type { Store } from '../store.ts'
import { cards } from './schema.ts'

/** A row to keep. `id` is drawn from the sealed bytes, `sealed` is as it arrived, `window` is `YYYY-Qn`. */
export interface KeptCard {
  id: number
  window: string
  sealed: Uint8Array
}

/** A card that is kept already is recognised by its key, whatever proof it comes under. Throws `StoreFailure`. */
export const keepCard = (
  store: Store,
  spending: Spending,
  { id, window, sealed }: KeptCard,
): Promise<KeepOutcome> =>
  keepOnce(store, spending, (database, condition) => [
    database
      .insert(cards)
      .select(sql`select ${id}, ${window}, ${sealed}, null where ${condition}`)
      .onConflictDoNothing({ target: cards.id }),
  ])
