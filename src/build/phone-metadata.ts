// Cuts what libphonenumber-js knows of numbers down to what a form is told by: code, pattern, lengths and prefixes of the
// countries where a reporter's number may come from. The same library always gives the same cut.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Plugin } from 'esbuild'

/** One country a calling code: those that share it (Mayotte, Saint-Martin, Guernsey…) share its pattern or come close. */
const COUNTRIES = 'FR GP MQ GF RE PM NC PF WF BE CH LU MC AD DE ES IT GB NL PT IE MA DZ TN SN CI CM RO'.split(
  ' ',
)

/** Of a country's row: calling code, prefix for abroad, pattern, lengths, (formats), national prefix and how it is told. */
const FORMATS = 4
const LAST_FIELD = 9

type Row = unknown[]

export interface PhoneMetadata {
  version: number
  country_calling_codes: Record<string, string[]>
  countries: Record<string, Row>
}

export function cutMetadata(whole: PhoneMetadata): PhoneMetadata {
  const countries: Record<string, Row> = {}
  const codes: Record<string, string[]> = {}
  for (const country of COUNTRIES) {
    const row = whole.countries[country]
    if (!row) throw new Error(`libphonenumber-js no longer knows ${country}`)
    const cut = row.slice(0, LAST_FIELD + 1).map((field, index) => (index === FORMATS ? [] : field))
    while (cut.length > FORMATS + 1 && cut.at(-1) === 0) cut.pop()
    countries[country] = cut
    codes[String(row[0])] = [country]
  }
  return { version: whole.version, country_calling_codes: codes, countries }
}

export async function readPhoneMetadata(): Promise<PhoneMetadata> {
  const path = createRequire(import.meta.url).resolve('libphonenumber-js/metadata.min.json')
  return JSON.parse(await readFile(path, 'utf8')) as PhoneMetadata
}

/** Gives the cut in place of `libphonenumber-js/metadata.min.json`. */
export const cutPhoneMetadata = (): Plugin => ({
  name: 'cut-phone-metadata',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^libphonenumber-js\/metadata\.min\.json$/ }, ({ path }) => ({
      path,
      namespace: 'phone-metadata',
    }))
    onLoad({ filter: /.*/, namespace: 'phone-metadata' }, async () => ({
      contents: JSON.stringify(cutMetadata(await readPhoneMetadata())),
      loader: 'json',
    }))
  },
})
