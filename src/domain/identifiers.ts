// What points to an attacker, in one form whoever copies it, so that it can be compared. It never refuses: what is not
// recognised stays as it was written. Pure.
import { MAX_SHORT_TEXT_CHARS } from '../protocol/limits.ts'
import type { Identifier } from '../protocol/report.ts'
import { looksLikeIban, readIban } from './identifiers/iban.ts'
import { readEmail, readLink } from './identifiers/link.ts'
import { readPhone, type Phones } from './identifiers/phone.ts'
import { readPlate } from './identifiers/plate.ts'
import { tidy, tidyForm } from './identifiers/tidy.ts'

export type IdentifierType = Identifier['type']

export type Identified = Pick<Identifier, 'recognised' | 'value'>

/** The normal form of what was written, or what was written when it has none. Empty when nothing of it can be seen. */
export function identify(type: IdentifierType, written: string, phones: Phones): Identified {
  const text = written.slice(0, MAX_SHORT_TEXT_CHARS)
  const found = READERS[type](text, phones)
  if (found !== null && found !== '' && found.length <= MAX_SHORT_TEXT_CHARS)
    return { recognised: true, value: found }
  const plain = type === 'plate' ? tidyForm(text).toUpperCase().normalize('NFKC') : tidy(text)
  return { recognised: false, value: plain.length <= MAX_SHORT_TEXT_CHARS ? plain : text.trim() }
}

type Reader = (text: string, phones: Phones) => string | null

const READERS: Readonly<Record<IdentifierType, Reader>> = {
  pseudonym: (text) => tidy(text).replace(/^[@\s]+/, ''),
  phone: (text, phones) => readPhone(tidyForm(text).replace(/^tel:/i, ''), phones),
  email: (text) => readEmail(tidyForm(text)),
  plate: (text) => readPlate(tidyForm(text)),
  'profile-link': (text) => readLink(tidy(text)),
  payee: (text, phones) => {
    const form = tidyForm(text)
    if (looksLikeIban(form)) return readIban(form)
    // PayPal is paid by address or link, Lydia and Wero by telephone; anything else is a name.
    const web = /^(?:https?:|[\w-]+(?:\.[\w-]+)+\/)/i.test(form) ? readLink(tidy(text)) : null
    return readEmail(form) ?? web ?? readPhone(form, phones) ?? tidy(text)
  },
}
