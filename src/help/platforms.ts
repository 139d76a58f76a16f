// Sites and applications where a contact may begin, as people name them: the rows of platforms.json, which the build checks. A site
// that closes keeps its row with the month it closed, since people write about what happened before; none is ever renumbered.
import type { CHANNELS } from '../protocol/vocabulary.ts'
import rows from './platforms.json' with { type: 'json' }

export interface Platform {
  /** What a counted card carries instead of the name. It never changes, and never comes to mean another platform. */
  id: string
  /** Sent as it is in the account. */
  name: string
  channel: (typeof CHANNELS)[number]
  /** Month it closed, `YYYY-MM`. */
  closedOn?: string
  /** The platform's own address, or where its closing was read. */
  source: string
  /** Day the row was written down, `YYYY-MM-DD`. */
  recordedOn: string
}

/** As the build checks them: src/build/check-help.ts. */
export const PLATFORMS = rows as readonly unknown[] as readonly Platform[]
