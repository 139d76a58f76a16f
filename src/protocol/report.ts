// What a person tells, before it is addressed to anyone. It exists only on the phone, in the workspace and inside ciphertext.
import * as v from 'valibot'
import { DEPARTEMENT_CODES } from './departements.ts'
import { MAX_IDENTIFIERS, MAX_NARRATIVE_CHARS, MAX_NOTE_CHARS, MAX_SHORT_TEXT_CHARS } from './limits.ts'
import {
  ACTS,
  ATTACKER_AGES,
  ATTACKER_COUNTS,
  CHANNELS,
  CONTACT_CHANNELS,
  IDENTIFIER_TYPES,
  LOCALES,
  LURES,
  NEEDS,
  OPEN_ANSWERS,
  PLACES,
  ROLES,
  TIME_BANDS,
  WEEKDAYS,
} from './vocabulary.ts'

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  v.optional(v.picklist([...values, ...OPEN_ANSWERS] as [...Values, ...typeof OPEN_ANSWERS]))

const severalOf = <const Values extends readonly string[]>(values: Values) =>
  v.optional(
    v.pipe(
      v.array(v.picklist([...values, ...OPEN_ANSWERS] as [...Values, ...typeof OPEN_ANSWERS])),
      v.check((answers) => new Set(answers).size === answers.length),
    ),
  )

const shortText = v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_CHARS))

/** The answers to the questions. Every one may be left out. */
export const Account = v.strictObject({
  role: oneOf(ROLES),
  channel: oneOf(CHANNELS),
  platform: v.optional(shortText),
  lure: oneOf(LURES),
  place: oneOf(PLACES),
  departement: oneOf([...DEPARTEMENT_CODES, 'elsewhere'] as [...typeof DEPARTEMENT_CODES, 'elsewhere']),
  month: v.optional(v.pipe(v.string(), v.isoDate(), v.regex(/-01$/))),
  weekday: oneOf(WEEKDAYS),
  timeBand: oneOf(TIME_BANDS),
  attackers: oneOf(ATTACKER_COUNTS),
  attackerAges: oneOf(ATTACKER_AGES),
  acts: severalOf(ACTS),
  needs: severalOf(NEEDS),
})
export type Account = v.InferOutput<typeof Account>

/** How the person may be reached without danger, in their own words. */
export const SafeContact = v.strictObject({
  channel: v.picklist(CONTACT_CHANNELS),
  value: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SHORT_TEXT_CHARS)),
  note: v.optional(v.pipe(v.string(), v.maxLength(MAX_NOTE_CHARS))),
})
export type SafeContact = v.InferOutput<typeof SafeContact>

/** Something that points to an attacker: a pseudonym on a platform, a phone number, who was paid, a plate. */
export const Identifier = v.strictObject({
  type: v.picklist(IDENTIFIER_TYPES),
  platform: v.optional(shortText),
  value: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SHORT_TEXT_CHARS)),
})
export type Identifier = v.InferOutput<typeof Identifier>

/** A whole report. `{}` is valid: someone may only want to be contacted, or to be counted. */
export const Report = v.strictObject({
  locale: v.optional(v.picklist(LOCALES), 'fr'),
  account: v.optional(Account, {}),
  narrative: v.optional(v.pipe(v.string(), v.maxLength(MAX_NARRATIVE_CHARS)), ''),
  identifiers: v.optional(v.pipe(v.array(Identifier), v.maxLength(MAX_IDENTIFIERS)), []),
  contact: v.optional(SafeContact),
})
export type Report = v.InferOutput<typeof Report>
