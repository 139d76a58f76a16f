// What a person tells, before it is addressed to anyone. It exists only on the phone, in the workspace and inside ciphertext.
import * as v from 'valibot'
import { MAX_IDENTIFIERS, MAX_NARRATIVE_CHARS, MAX_NOTE_CHARS, MAX_SHORT_TEXT_CHARS } from './limits.ts'
import { QUESTION_NAMES, questionOf, QUESTIONS, type QuestionName, type ValueOf } from './questions.ts'
import { CONTACT_CHANNELS, IDENTIFIER_TYPES, LOCALES, OPEN_ANSWERS, YES_NO } from './vocabulary.ts'

type OpenAnswer = (typeof OPEN_ANSWERS)[number]
type AnswerTo<Name extends QuestionName> = (typeof QUESTIONS)[Name]['answers'] extends 'several'
  ? (ValueOf<Name> | OpenAnswer)[]
  : ValueOf<Name> | OpenAnswer

type KeptName = {
  [Name in QuestionName]: (typeof QUESTIONS)[Name] extends { kept: true } ? Name : never
}[QuestionName]
type SentName = Exclude<QuestionName, KeptName>

type AnswerSchemas<Name extends QuestionName> = {
  [Each in Name]: v.OptionalSchema<v.GenericSchema<AnswerTo<Each>>, undefined>
}

/** One schema a question, optional, under the question's own name. */
function answerSchemas<Name extends QuestionName>(names: readonly Name[]): AnswerSchemas<Name> {
  const schemas = names.map((name) => {
    const { values, answers } = questionOf(name)
    const one = v.picklist([...values, ...OPEN_ANSWERS])
    const several = v.pipe(
      v.array(one),
      v.check((given) => new Set(given).size === given.length),
    )
    return [name, v.optional(answers === 'several' ? several : one)]
  })
  return Object.fromEntries(schemas) as AnswerSchemas<Name>
}

const isKept = (name: QuestionName): name is KeptName => questionOf(name).kept === true

const shortText = v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_CHARS))

/** What someone said of themselves, and ticked that it may travel. */
export const About = v.strictObject(answerSchemas(QUESTION_NAMES.filter(isKept)))
export type About = v.InferOutput<typeof About>

/** The answers to the questions. Every one may be left out. */
export const Account = v.strictObject({
  ...answerSchemas(QUESTION_NAMES.filter((name): name is SentName => !isKept(name))),
  platform: v.optional(shortText),
  month: v.optional(v.pipe(v.string(), v.isoDate(), v.regex(/-01$/))),
})
export type Account = v.InferOutput<typeof Account>

/** How the person may be reached without danger, in their own words. */
export const SafeContact = v.strictObject({
  channel: v.picklist(CONTACT_CHANNELS),
  value: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SHORT_TEXT_CHARS)),
  /** When it is safe. */
  hours: v.optional(shortText),
  /** Whether a message may be left. */
  voicemail: v.optional(v.picklist(YES_NO)),
  /** Whom to ask for. */
  askFor: v.optional(shortText),
  /** What to say first, and what never to say. */
  say: v.optional(v.pipe(v.string(), v.maxLength(MAX_NOTE_CHARS))),
})
export type SafeContact = v.InferOutput<typeof SafeContact>

/** Something that points to an attacker: a pseudonym on a platform, a phone number, who was paid, a plate. */
export const Identifier = v.strictObject({
  type: v.picklist(IDENTIFIER_TYPES),
  platform: v.optional(shortText),
  /** In its normal form when it was recognised (E.164, IBAN without spaces, AA-123-AA …), else as it was written. */
  value: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SHORT_TEXT_CHARS)),
  /** Whether its form was recognised on the phone. Nobody has checked whose it is. */
  recognised: v.boolean(),
})
export type Identifier = v.InferOutput<typeof Identifier>

/** A whole report. `{}` is valid: someone may only want to be contacted, or to be counted. */
export const Report = v.strictObject({
  locale: v.optional(v.picklist(LOCALES), 'fr'),
  account: v.optional(Account, {}),
  about: v.optional(About),
  narrative: v.optional(v.pipe(v.string(), v.maxLength(MAX_NARRATIVE_CHARS)), ''),
  identifiers: v.optional(v.pipe(v.array(Identifier), v.maxLength(MAX_IDENTIFIERS)), []),
  contact: v.optional(SafeContact),
})
export type Report = v.InferOutput<typeof Report>
