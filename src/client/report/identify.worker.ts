// The identifying Worker: puts a number, an account, a plate into its usual form. Too heavy for the page, so it is fetched only
// by whoever has something to write there. It keeps nothing, sends nothing, looks nothing up.
import { parsePhoneNumberFromString } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/metadata.min.json'
import { identify } from '../../domain/identifiers.ts'
import type { Phones } from '../../domain/identifiers/phone.ts'
import type { IdentifyAnswer, IdentifyRequest } from './identify-messages.ts'

const phones: Phones = {
  read: (text) => {
    const number = parsePhoneNumberFromString(text, { defaultCountry: 'FR', extract: false }, metadata)
    return number?.isValid() ? number.number : null
  },
  callingCodes: Object.keys(metadata.country_calling_codes),
}

addEventListener('message', ({ data: { turn, type, value } }: MessageEvent<IdentifyRequest>) => {
  const answer: IdentifyAnswer = { turn, ...identify(type, value, phones) }
  postMessage(answer)
})
