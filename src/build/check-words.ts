// Whether the words of every language are whole: the keys of French, the codes of the model, nothing empty. Editors change them by
// hand, so it says the first thing that is wrong, naming the key; it never repairs anything.
import { MESSAGES } from '../i18n/messages.ts'
import { QUESTION_NAMES, questionOf } from '../protocol/questions.ts'
import {
  CONTACT_CHANNELS,
  IDENTIFIER_TYPES,
  LANGUAGES,
  OPEN_ANSWERS,
  PURPOSES,
} from '../protocol/vocabulary.ts'

type Words = Readonly<Record<string, unknown>>

/** Said only where there is something to say: help under a question, its other wording, what one language alone needs. */
const MAY_BE_EMPTY: readonly string[] = ['hint', 'askedOfOthers', 'french', 'reading']

/** Named in the review and by the association, without being questions answered by touching. */
const OTHER_FIELDS = ['platform', 'month', 'narrative', 'contact', 'identifiers']

/** Group of the vocabulary → its codes. Départements are named by themselves; only what lies outside them needs words. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(QUESTION_NAMES.map((name) => [name, questionOf(name).values])),
  fields: [...QUESTION_NAMES, ...OTHER_FIELDS],
  departement: ['elsewhere'],
  language: LANGUAGES,
  contactChannel: CONTACT_CHANNELS,
  identifierType: IDENTIFIER_TYPES,
  purposes: PURPOSES,
  open: OPEN_ANSWERS,
}

const QUESTION_PARTS = ['asked', 'askedOfOthers', 'hint', 'why']

/** The first thing that is wrong, in words an editor can act on; null when nothing is. */
export function faultInWords(languages: Readonly<Record<string, unknown>> = MESSAGES): string | null {
  for (const [locale, words] of Object.entries(languages)) {
    const { vocabulary, questions } = words as { vocabulary: Words; questions: Words }
    const fault =
      faultInKeys(`${locale}.vocabulary`, vocabulary, Object.keys(GROUPS)) ??
      firstFault(GROUPS, (group, codes) =>
        faultInKeys(`${locale}.vocabulary.${group}`, vocabulary[group], codes),
      ) ??
      faultInKeys(`${locale}.questions`, questions, QUESTION_NAMES) ??
      firstFault(questions, (name, parts) =>
        faultInKeys(`${locale}.questions.${name}`, parts, QUESTION_PARTS),
      ) ??
      faultBeside(locale, words, languages['fr'])
    if (fault !== null) return fault
  }
  return null
}

function firstFault<Value>(
  record: Readonly<Record<string, Value>>,
  faultIn: (key: string, value: Value) => string | null,
): string | null {
  for (const [key, value] of Object.entries(record)) {
    const fault = faultIn(key, value)
    if (fault !== null) return fault
  }
  return null
}

function faultInKeys(path: string, words: unknown, wanted: readonly string[]): string | null {
  if (typeof words !== 'object' || words === null) return `${path}: it is missing`
  const missing = wanted.find((key) => !(key in words))
  if (missing !== undefined) return `${path}.${missing}: it is missing`
  const extra = Object.keys(words).find((key) => !wanted.includes(key))
  return extra === undefined ? null : `${path}.${extra}: nothing asks for it`
}

/** What differs from French: a key, or words where French has a group. Then what is empty, or is not words. */
function faultBeside(path: string, words: unknown, french: unknown): string | null {
  if (typeof french !== 'object' || french === null) {
    if (typeof words !== 'string') return `${path}: it is not words`
    const name = path.split('.').at(-1) ?? ''
    return words.trim() === '' && !MAY_BE_EMPTY.includes(name) ? `${path}: it is empty` : null
  }
  return (
    faultInKeys(path, words, Object.keys(french)) ??
    firstFault(french as Words, (key, value) => faultBeside(`${path}.${key}`, (words as Words)[key], value))
  )
}
