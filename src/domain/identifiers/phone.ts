// Telephone numbers in international form (E.164). The reading itself is the caller's: libraries stay out of here.

export interface Phones {
  /** E.164, or null when it is no number of a country it knows. Without a country, a number is French. */
  read: (text: string) => string | null
  /** The countries it knows, by their calling codes. */
  callingCodes: readonly string[]
}

/**
 * France overseas shares the ten digits of France and not its calling code: 0692 12 34 56 is +262 692 12 34 56 (ARCEP's plan
 * of 2001, Mayotte's of 2007).
 */
const OVERSEAS: readonly (readonly [code: string, numbers: RegExp])[] = [
  ['262', /^\+33(?=262|263|269|639|692|693)/],
  ['590', /^\+33(?=590|690|691)/],
  ['594', /^\+33(?=594|694)/],
  ['596', /^\+33(?=596|696|697)/],
]

export function readPhone(text: string, { read, callingCodes }: Phones): string | null {
  const known = read(text)
  if (known === null) return elsewhere(text, callingCodes)
  const [code, numbers] = OVERSEAS.find(([, each]) => each.test(known)) ?? []
  return code && numbers ? known.replace(numbers, `+${code}`) : known
}

/** A number of a country that is not known here: only its shape can be told. */
function elsewhere(text: string, callingCodes: readonly string[]): string | null {
  const digits = text.replaceAll(/[\s().·/-]+/g, '').replace(/^00/, '+')
  return /^\+[1-9]\d{7,14}$/.test(digits) && !callingCodes.some((code) => digits.startsWith(`+${code}`))
    ? digits
    : null
}
