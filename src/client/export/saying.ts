// How the page says what an export writes. The page's words are an argument, so that what builds an export is pure.
import type { Speech } from '../inbox/search-text.ts'

export interface Saying extends Speech {
  /** The language of the words. */
  lang: string
  /** A word of the page by its key. */
  word: (key: string) => string
  /** A day in full. */
  day: (day: string) => string
  /** A length in bytes. */
  size: (bytes: number) => string
}
