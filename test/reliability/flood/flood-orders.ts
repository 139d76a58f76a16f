// What a flood is told, on its standard input, and what it says when it ends. One line of JSON each.
import type { SealedEnvelope } from '../../../src/protocol/envelope.ts'

export interface FloodOrders {
  origin: string
  /** The server's secret, in base64: some clients have machines so strong that a proof costs them nothing. */
  secret: string
  /** What each fake report holds, under a token of its own. */
  junk: SealedEnvelope
  clients: number
}

export interface FloodToll {
  seconds: number
  requests: number
  /** Fake reports that the server said it keeps. */
  accepted: number
  /** Requests to which no answer came: nobody knows what became of them. */
  unanswered: number
  /** Proofs solved for real, at whatever difficulty was asked. */
  solved: number
  /** Answers by status, or by the code of a refusal. */
  answers: Record<string, number>
}
