// Words that an editor may change without touching code: the labels of the vocabulary and the questions, as data. Their keys are
// those of the model, in every language: a missing or extra one fails the build.
import type { QuestionName, ValueOf } from '../protocol/questions.ts'
import type * as codes from '../protocol/vocabulary.ts'

type Labels<Codes extends string> = Readonly<Record<Codes, string>>

/** How a question is put. `askedOfOthers` is for a witness or a relative, empty when the words are the same; so is `hint`. */
export interface AskedQuestion {
  asked: string
  askedOfOthers: string
  hint: string
  /** What the answer is for. */
  why: string
}

export type Questions = Readonly<Record<QuestionName, AskedQuestion>>

/** Field → code → words. Plain words, never a verdict on anyone's case. */
export type Vocabulary = Readonly<{
  [Name in Exclude<QuestionName, 'departement'>]: Labels<ValueOf<Name>>
}> & {
  readonly fields: Labels<QuestionName | 'platform' | 'month' | 'narrative' | 'contact' | 'identifiers'>
  /** Départements are named by themselves; only what lies outside them needs words. */
  readonly departement: Labels<'elsewhere'>
  readonly contactChannel: Labels<(typeof codes.CONTACT_CHANNELS)[number]>
  readonly identifierType: Labels<(typeof codes.IDENTIFIER_TYPES)[number]>
  readonly purposes: Labels<(typeof codes.PURPOSES)[number]>
  readonly open: Labels<(typeof codes.OPEN_ANSWERS)[number]>
}
