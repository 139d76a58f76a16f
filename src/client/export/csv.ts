// Rows as CSV (RFC 4180) that a spreadsheet opens as text: a byte order mark, semicolons, CRLF, every cell in quotes. No cell is ever a
// formula, whatever separator it is read with. Pure.
import { utf8, type Bytes } from '../../crypto/encoding.ts'
import { inertText } from './inert.ts'

/** French spreadsheet programs split at semicolons: in France a comma is the decimal sign. */
const SEPARATOR = ';'

/** A spreadsheet program's own limit is 32,767. */
const MAX_CELL_CHARS = 32_000
const CUT = ' […]'

/** What begins a formula somewhere: ASCII, full width, small forms, the true minus. */
const FORMULA = new Set('=+-@＝＋－＠﹦﹢﹣﹫−')
/** After these a program that splits or unquotes in another way may take what follows for a new cell. */
const OPENING = new Set('\n\t,;|"\'“”„«»‘’‚＂＇`')
const BLANK = new Set(' \u00A0\u3000')

/** The text of one cell, before its quotes: an apostrophe stands before all that could be read as the start of a formula. */
export function inertCell(text: string): string {
  let cell = ''
  let begins = true
  for (const each of inertText(text)) {
    if (begins && FORMULA.has(each)) cell += "'"
    // A leading tab or line end is trimmed by some, to what follows it.
    else if (cell === '' && (each === '\t' || each === '\n')) cell += "'"
    cell += each
    begins = OPENING.has(each) || (begins && BLANK.has(each))
    if (cell.length > MAX_CELL_CHARS) return `${cell}${CUT}`
  }
  return cell
}

/** The whole file. The first row is the heading. */
export const csvOf = (rows: readonly (readonly string[])[]): Bytes =>
  utf8(
    `\uFEFF${rows
      .map((row) => `${row.map((cell) => `"${inertCell(cell).replaceAll('"', '""')}"`).join(SEPARATOR)}\r\n`)
      .join('')}`,
  )
