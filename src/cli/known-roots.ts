// `--roots FILE`, for every command that believes a directory: the federation's three roots, held by whoever runs the command
// and never fetched with the directory itself.
import { parseRoots } from '../directory/known-roots.ts'
import { readText } from './files.ts'
import { done, refused, type Outcome } from './outcome.ts'

export const ROOTS_OPTION = {
  value: 'FILE',
  about: "The federation's roots.txt: two of these three keys must have signed the directory.",
} as const

export const ROOTS_NOTE =
  'roots.txt holds the three root keys in hexadecimal, one a line. Have it from a root keeper, not from the site. Without --roots the directory vouches for its own roots.'

/** The three public keys; undefined when the option was not given. */
export async function readKnownRoots(path: string | undefined): Promise<Outcome<string[] | undefined>> {
  if (path === undefined) return done(undefined)
  const text = await readText(path, 'the list of roots')
  if (!text.ok) return text
  const roots = parseRoots(text.value)
  return roots
    ? done(roots)
    : refused(`${path} is not a list of roots: three different keys of 64 hexadecimal digits, one a line.`)
}
