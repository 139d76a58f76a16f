// Finds one's own envelopes again by the tokens that a code derives, erases them, ties them to another code. Every request has one
// size: what is missing is filled with random tokens. No request names an association, and none carries a cookie.
import type { Bytes } from '../../crypto/encoding.ts'
import { tokenOf } from '../../crypto/links.ts'
import { randomHex } from '../../crypto/random.ts'
import type { Erasure, StatusQuestion, TokenChange } from '../../protocol/envelope-status.ts'
import { MAX_THREAD_ENVELOPES, STATUS_TOKENS } from '../../protocol/limits.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { ENVELOPE_STATUSES, type EnvelopeStatus } from '../../protocol/status-letters.ts'
import { tokenHashOf } from '../../sealing/token-hash.ts'
import { call, type CallFault } from '../api.ts'

/** Where one's `number`th envelope to an association stands, the report being 0. `status` is never `none`. */
export interface OwnEnvelope {
  number: number
  status: EnvelopeStatus
}

/** Which envelopes, by association: what was found, or a part of it. */
export type OwnEnvelopes = ReadonlyMap<string, readonly Pick<OwnEnvelope, 'number'>[]>

/**
 * `likely`: the first numbers, and those after them while there are some: enough to show where things stand. `all`: every number of every
 * association, where nothing may be left behind.
 */
export type Numbers = 'likely' | 'all'

/** An author who withdrew may have erased the first ones: so many are looked at for every association, found or not. */
const FIRST_NUMBERS = 4

interface Place {
  association: string
  number: number
}

/**
 * Every envelope that is held or expired, by association in the order given; an association without one is not in the map. Of the
 * `likely` numbers it looks on, for those that have some, until a whole batch of numbers holds none.
 */
export async function findEnvelopes(
  links: Bytes,
  associations: readonly string[],
  asked: Numbers = 'likely',
): Promise<Result<Map<string, OwnEnvelope[]>, CallFault>> {
  const found = new Map<string, OwnEnvelope[]>(associations.map((each) => [each, []]))
  let looking = [...associations]
  for (let start = 0; looking.length > 0 && start < MAX_THREAD_ENVELOPES;) {
    const likely = Math.max(FIRST_NUMBERS, Math.floor(STATUS_TOKENS / looking.length))
    const each = asked === 'all' ? MAX_THREAD_ENVELOPES : likely
    const end = Math.min(start + each, MAX_THREAD_ENVELOPES)
    const numbers = Array.from({ length: end - start }, (_, place) => start + place)
    const places = looking.flatMap((association) => numbers.map((number) => ({ association, number })))
    const statuses = await ask(links, places)
    if (!statuses.ok) return statuses
    const here = new Set<string>()
    for (const [place, { association, number }] of places.entries()) {
      const status = statuses.value[place]
      if (status === undefined || status === 'none') continue
      found.get(association)?.push({ number, status })
      here.add(association)
    }
    looking = looking.filter((association) => here.has(association))
    start = end
  }
  return accept(new Map([...found].filter(([, envelopes]) => envelopes.length > 0)))
}

/** The number of the next envelope to an association; null when it can take no more. */
export function nextNumber(found: readonly Pick<OwnEnvelope, 'number'>[] = []): number | null {
  const next = Math.max(-1, ...found.map(({ number }) => number)) + 1
  return next < MAX_THREAD_ENVELOPES ? next : null
}

/** All that there could be at these associations. */
export const everyNumber = (associations: readonly string[]): OwnEnvelopes =>
  new Map(associations.map((association) => [association, numbersUpTo(MAX_THREAD_ENVELOPES)]))

/** What is there, what was before it, and the one that a sending which came to nothing may have prepared. */
export const everSent = (found: OwnEnvelopes): OwnEnvelopes =>
  new Map(
    [...found].map(([association, envelopes]) => [
      association,
      numbersUpTo((nextNumber(envelopes) ?? MAX_THREAD_ENVELOPES - 1) + 1),
    ]),
  )

const numbersUpTo = (count: number): { number: number }[] =>
  Array.from({ length: count }, (_, number) => ({ number }))

/** Deletes these envelopes, or only those of them that nobody opened. Asked again after a fault, it does the rest. */
export async function eraseEnvelopes(
  links: Bytes,
  which: OwnEnvelopes,
  only: Erasure['only'],
): Promise<Result<null, CallFault>> {
  for (const tokens of inBatches(await tokensOf(links, placesOf(which)))) {
    const erased = await post('/api/erasures', { version: 1, tokens: padded(tokens), only })
    if (!erased.ok) return erased
  }
  return accept(null)
}

/** Ties these envelopes to the tokens of another code. Asked again after a fault, it does the rest. */
export async function moveEnvelopes(
  oldLinks: Bytes,
  newLinks: Bytes,
  which: OwnEnvelopes,
): Promise<Result<null, CallFault>> {
  for (const places of inBatches(placesOf(which))) {
    const newHashes = await Promise.all((await tokensOf(newLinks, places)).map(tokenHashOf))
    const moved = await post('/api/token-changes', {
      version: 1,
      tokens: padded(await tokensOf(oldLinks, places)),
      newHashes: padded(newHashes),
    })
    if (!moved.ok) return moved
  }
  return accept(null)
}

/** The status of each place, in order. */
async function ask(links: Bytes, places: readonly Place[]): Promise<Result<EnvelopeStatus[], CallFault>> {
  const statuses: EnvelopeStatus[] = []
  for (const tokens of inBatches(await tokensOf(links, places))) {
    const answer = await post('/api/envelope-status', { version: 1, tokens: padded(tokens) })
    if (!answer.ok) return answer
    const told = readStatuses(answer.value)
    if (!told) return decline('unexpected')
    statuses.push(...told.slice(0, tokens.length))
  }
  return accept(statuses)
}

const BY_LETTER: ReadonlyMap<string, EnvelopeStatus> = new Map(
  (Object.keys(ENVELOPE_STATUSES) as EnvelopeStatus[]).map((status) => [ENVELOPE_STATUSES[status], status]),
)

/** As many statuses as were asked for; null for anything else. Read by hand: the schema library would weigh more than the page. */
function readStatuses(answer: unknown): EnvelopeStatus[] | null {
  if (typeof answer !== 'object' || answer === null || !('statuses' in answer)) return null
  const letters = typeof answer.statuses === 'string' ? [...answer.statuses] : []
  const statuses = letters.flatMap((letter) => BY_LETTER.get(letter) ?? [])
  return statuses.length === STATUS_TOKENS && letters.length === STATUS_TOKENS ? statuses : null
}

const post = (
  path: `/api/${string}`,
  body: StatusQuestion | Erasure | TokenChange,
): Promise<Result<unknown, CallFault>> => call(path, { method: 'POST', body: JSON.stringify(body) })

const placesOf = (which: OwnEnvelopes): Place[] =>
  [...which].flatMap(([association, envelopes]) => envelopes.map(({ number }) => ({ association, number })))

const tokensOf = (links: Bytes, places: readonly Place[]): Promise<string[]> =>
  Promise.all(places.map(({ association, number }) => tokenOf(links, association, number)))

/** Parts that each fill a request, or less; one that is empty when there is nothing, so that a request leaves in any case. */
function inBatches<Item>(items: readonly Item[]): Item[][] {
  const count = Math.max(1, Math.ceil(items.length / STATUS_TOKENS))
  return Array.from({ length: count }, (_, batch) =>
    items.slice(batch * STATUS_TOKENS, (batch + 1) * STATUS_TOKENS),
  )
}

/** Random where nothing is meant: neither token nor hash can be told from another. */
const padded = (hexadecimal: readonly string[]): string[] =>
  Array.from({ length: STATUS_TOKENS }, (_, place) => hexadecimal[place] ?? randomHex(32))
