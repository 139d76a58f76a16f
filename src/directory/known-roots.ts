// `roots.txt`: the federation's three root keys as their keepers told them, apart from any directory. A directory can then be
// held against them; one that vouches for itself proves nothing.
import * as v from 'valibot'
import { Roots } from './directory.ts'

/** One key a line, and a newline at the end. */
export const rootsText = (roots: readonly string[]): string => roots.map((root) => `${root}\n`).join('')

/** The three keys, one a line in 64 lower-case hexadecimal digits; null when the text is anything else. */
export function parseRoots(text: string): string[] | null {
  const parsed = v.safeParse(Roots, text.trim().split(/\s*\n\s*/))
  return parsed.success ? parsed.output : null
}
