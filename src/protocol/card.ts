// A card: the few coarse words by which one report is counted. No text, no identifier, no day, no role. It lies inside the
// ciphertext that the observatory alone opens; the server sees only `SealedCard`.
import * as v from 'valibot'
import { Sha256 } from './shapes.ts'
import { QUESTIONS } from './questions.ts'
import { ACTS } from './vocabulary.ts'

/** Of every facet: not known, not said, or not asked. */
const UNKNOWN = 'unknown'

/** Where a complaint stands. One only thought of is none yet: a thought is not a state, and counting it apart would say more than it tells. */
export const CARD_COMPLAINTS = ['none', 'filed', 'refused-at-desk', 'closed', 'judged'] as const

const facet = <const Codes extends readonly string[]>(codes: Codes) => v.picklist([...codes, UNKNOWN])

/**
 * `quarter` is of what happened; `platform` the slug of a listed one, `other` or `unknown` (whoever counts drops slugs that are
 * not of the list); `act` the most serious one alone, so that a report moves one cell of a table.
 */
export const Card = v.strictObject({
  version: v.literal(1),
  departement: facet(QUESTIONS.departement.values),
  quarter: v.union([v.pipe(v.string(), v.regex(/^\d{4}-Q[1-4]$/)), v.literal(UNKNOWN)]),
  weekday: facet(QUESTIONS.weekday.values),
  timeBand: facet(QUESTIONS.timeBand.values),
  channel: facet(QUESTIONS.channel.values),
  platform: v.pipe(v.string(), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)),
  place: facet(QUESTIONS.place.values),
  lure: facet(QUESTIONS.lure.values),
  attackers: facet(QUESTIONS.attackers.values),
  act: facet(ACTS),
  complaint: facet(CARD_COMPLAINTS),
})
export type Card = v.InferOutput<typeof Card>
export type Facet = Exclude<keyof Card, 'version'>

/** POST /api/cards: one sealed card (base64), and nothing that a submission carries too. */
export const SealedCard = v.strictObject({
  version: v.literal(1),
  sealed: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
})
export type SealedCard = v.InferOutput<typeof SealedCard>

/** The answer: SHA-256 of the exact body received. */
export const CardAccepted = v.strictObject({ accepted: Sha256 })

/** GET /api/card-challenge: what to solve. No day: a card holds none. */
export const CardChallengeAnswer = v.strictObject({ challenge: v.string() })
export type CardChallengeAnswer = v.InferOutput<typeof CardChallengeAnswer>
