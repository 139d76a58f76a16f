// Settings that both entries read alike, whatever names and secrets each has besides.
import { USUAL_NOTICE_HOUR } from '../domain/notices.ts'
import { MAX_PUZZLE_BITS, USUAL_PUZZLE_BITS } from '../protocol/limits.ts'

/** Whether a text is exactly an origin: scheme, host and port, and nothing after. */
export const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text

/** A decimal number from 0 to `most`; null for anything else, the empty text included. */
export function wholeNumber(text: string, most: number): number | null {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Infinity
  return number <= most ? number : null
}

/** The difficulty of each puzzle in bits: the usual one when unset, null when it cannot be understood. */
export const readProofBits = (text: string | undefined): number | null =>
  text === undefined ? USUAL_PUZZLE_BITS : wholeNumber(text, MAX_PUZZLE_BITS)

const UNITS: Readonly<Record<string, number>> = { M: 1e6, G: 1e9, T: 1e12 }

/** `500M`, `20G` or `1T`, in bytes: Infinity when unset, null when it cannot be understood. */
export function readStorageLimit(text: string | undefined): number | null {
  if (text === undefined) return Infinity
  const [, count = '', unit = ''] = /^([1-9]\d{0,4})([MGT])$/.exec(text) ?? []
  return count === '' ? null : Number(count) * (UNITS[unit] ?? 1)
}

/** The hour (UTC) from which a day's notices go: the usual one when unset, null when it cannot be understood. */
export const readNoticeHour = (text: string | undefined): number | null =>
  text === undefined ? USUAL_NOTICE_HOUR : wholeNumber(text, 23)

/** Whether a host is this very machine, as URLs spell it: what goes there crosses no network. */
export const isThisMachine = (hostname: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
