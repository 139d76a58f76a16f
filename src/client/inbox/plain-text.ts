// What a stranger typed, made safe to read: characters that hide or rearrange text are found, so that the page can isolate and show them.
// It never drops or changes a character: joining the runs gives the text back.

/**
 * `text`: shown as it is. `direction`: an invisible mark that turns writing around; legitimate in Arabic or Hebrew, so it is only
 * isolated, which leaves it nothing to turn. `unseen`: has no honest use in a message; isolated, and its code is shown.
 */
export interface Run {
  kind: 'text' | 'direction' | 'unseen'
  text: string
}

/** Bidirectional formatting (Unicode UAX 9 §2), apart from the two overrides. */
const DIRECTION = '\\u061C\\u200E\\u200F\\u202A-\\u202C\\u2066-\\u2069'

/** Overrides; controls except tab and line ends; zero-width space, word joiner and its kin, byte order mark. Emoji joiners stay. */
const UNSEEN =
  '\\u202D\\u202E\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u200B\\u2060-\\u2064\\uFEFF'

const MARKS = new RegExp(`([${DIRECTION}]+|[${UNSEEN}]+)`, 'u')
const ONLY_DIRECTION = new RegExp(`^[${DIRECTION}]`, 'u')

/** Runs in order. Neighbouring marks of one kind share a run. */
export function runsOf(text: string): Run[] {
  return text
    .split(MARKS)
    .map((part, index): Run => ({ kind: index % 2 === 0 ? 'text' : kindOfMark(part), text: part }))
    .filter((run) => run.text !== '')
}

const kindOfMark = (marks: string): Run['kind'] => (ONLY_DIRECTION.test(marks) ? 'direction' : 'unseen')

/** The distinct code points of a run as the Unicode Standard writes them: `U+202E U+0007`. */
export const codesOf = (marks: string): string =>
  [...new Set(marks)]
    .map((mark) => `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
