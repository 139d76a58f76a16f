// The two languages, French first. French is the source of the keys; every other language is typed from it.
import type { Locale } from '../protocol/vocabulary.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>
}

export type Messages = Translated<typeof fr>

export const MESSAGES: Record<Locale, Messages> = { fr, en }
