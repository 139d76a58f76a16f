// What the page and the identifying Worker say to one another. Plain data only.
import type { Identified, IdentifierType } from '../../domain/identifiers.ts'

/** `turn` numbers a request and comes back in its answer. */
export interface IdentifyRequest {
  turn: number
  type: IdentifierType
  value: string
}

export type IdentifyAnswer = Identified & { turn: number }
