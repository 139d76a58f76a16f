// Cards that tests count: sealed as a phone seals them, put in a store as if they had come in some quarter. Tests only.
import { padText } from '../../../src/crypto/padding.ts'
import { utf8, type Bytes } from '../../../src/crypto/encoding.ts'
import { encryptTo, type Certificate } from '../../../src/crypto/openpgp.ts'
import { randomKey } from '../../../src/crypto/random.ts'
import { cards } from '../../../src/db/statistics/schema.ts'
import type { Store } from '../../../src/db/store.ts'
import type { RandomSource } from '../../../src/observatory/laplace.ts'
import type { Card } from '../../../src/protocol/card.ts'
import { CARD_PLAINTEXT_BYTES } from '../../../src/protocol/limits.ts'

export const LILLE: Card = {
  version: 1,
  departement: '59',
  quarter: '2026-Q1',
  weekday: 'saturday',
  timeBand: 'night',
  channel: 'chat-without-account',
  platform: 'coco',
  place: 'car-park',
  lure: 'gay-or-bi-man',
  attackers: '3',
  act: 'violence',
  complaint: 'refused-at-desk',
}

export const MARSEILLE: Card = {
  ...LILLE,
  departement: '13',
  weekday: 'monday',
  timeBand: 'morning',
  channel: 'gay-dating-app',
  platform: 'grindr',
  place: 'own-home',
  act: 'theft',
}

/** Of the one size, unless said otherwise. */
export async function sealCardTo(
  certificate: Certificate,
  card: object,
  bytes = CARD_PLAINTEXT_BYTES,
): Promise<Bytes> {
  const plaintext = padText(utf8(JSON.stringify(card)), [bytes])
  if (!plaintext) throw new Error('a card fits')
  return encryptTo(certificate, plaintext)
}

/** The same words of so many people: each card is sealed by itself, about a millisecond each. */
export async function sealCards(certificate: Certificate, card: object, count: number): Promise<Bytes[]> {
  const sealed: Bytes[] = []
  while (sealed.length < count) sealed.push(await sealCardTo(certificate, card))
  return sealed
}

/** Puts sealed bytes in the store, each a row of its own, as cards that came in a quarter. */
export async function putCards(store: Store, window: string, sealed: readonly Uint8Array[]): Promise<void> {
  const rows = sealed.map((bytes) => ({ id: randomKey(), window, sealed: bytes }))
  for (let start = 0; start < rows.length; start += 500) {
    const chunk = rows.slice(start, start + 500)
    await store.write((database) => [database.insert(cards).values(chunk)])
  }
}

/**
 * A generator of which every draw is 0, so that a test sees what was counted: u = 0, accepted; no further step; plus.
 * It must be asked by one draw after the other.
 */
export function silentSource(): RandomSource {
  const draw = [0, 0, 0, 0x80, 0]
  let at = 0
  return (length) => Uint8Array.from({ length }, () => draw[at++ % draw.length] ?? 0)
}
