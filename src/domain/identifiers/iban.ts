// Bank accounts by their IBAN (ISO 13616): length by country and check digits. It says that a form is right, never whose it is.

/** Characters in an IBAN, for the countries of SEPA (registry of ISO 13616, kept by SWIFT). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AL: 28,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
}

const SHORTEST = 15
const LONGEST = 34
/** Enough of them that it can only be meant as an account number. */
const LIKELY_DIGITS = 8

/** Capitals without spaces, dots or dashes, nor the word itself before them. */
const compact = (text: string): string =>
  text
    .replaceAll(/[\s.:-]+/g, '')
    .toUpperCase()
    .replace(/^IBAN/, '')

/** Whether someone who wrote this meant an IBAN, right or not. */
export const looksLikeIban = (text: string): boolean => {
  const account = compact(text)
  return /^[A-Z]{2}\d{2}[A-Z\d]+$/.test(account) && account.replaceAll(/\D/g, '').length >= LIKELY_DIGITS
}

/** The IBAN without spaces, or null when its length or its check digits are wrong. */
export function readIban(text: string): string | null {
  const account = compact(text)
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(account)) return null
  const length = LENGTHS[account.slice(0, 2)]
  const fits = length ? account.length === length : account.length >= SHORTEST && account.length <= LONGEST
  return fits && remainder(account) === 1 ? account : null
}

/** ISO 7064 MOD 97-10 of the account moved before its country and check digits, letters as 10 to 35. */
function remainder(account: string): number {
  let rest = 0
  for (const character of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97
  }
  return rest
}
