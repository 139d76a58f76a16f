// Makes what anyone typed inert in a file that other programs will open: no half character, no character that hides or turns text around.
// Pure. Nothing is dropped without a trace: a code stands where a mark was.
import { codesOf, runsOf, type Run } from '../inbox/plain-text.ts'

/** Half of a pair that has no other half: no encoding has room for it. */
const LONE_SURROGATE = /\p{Surrogate}/gu
const LINE_END = /\r\n?|\u2028|\u2029/g

/** Whole characters and one kind of line end; marks are still there. */
export const soundText = (text: string): string =>
  text.replaceAll(LONE_SURROGATE, '\uFFFD').replaceAll(LINE_END, '\n')

/** What stands in the place of a run of marks: `[U+202E]`. */
export const codeOf = ({ text }: Run): string => `[${codesOf(text)}]`

/** Plain text in which every mark has become its code. */
export const inertText = (text: string): string =>
  runsOf(soundText(text))
    .map((run) => (run.kind === 'text' ? run.text : codeOf(run)))
    .join('')

/** What JSON leaves as it is, and no text viewer should meet. */
const LINE_SEPARATOR = /[\u2028\u2029]/g

/** JSON that reads back as exactly `value`, half characters included, and holds no mark as such: they are written `\u202e`. */
export const inertJson = (value: unknown): string =>
  `${runsOf(JSON.stringify(value, null, 2))
    .map((run) =>
      run.kind === 'text'
        ? run.text.replaceAll(LINE_SEPARATOR, escaped)
        : [...run.text].map(escaped).join(''),
    )
    .join('')}\n`

const escaped = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`
