// Whatever somebody typed, each program that opens an export finds text: no markup, no formula, no character that hides or deceives.
import { fromUtf8 } from '../../src/crypto/encoding.ts'
import { unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import fc from 'fast-check'
import { caseArchive, dossierFor } from '../../src/client/export/case-archive.ts'
import { tableOf, COLUMNS } from '../../src/client/export/columns.ts'
import { csvOf, inertCell } from '../../src/client/export/csv.ts'
import { htmlFile } from '../../src/client/export/html-file.ts'
import { inertJson, inertText } from '../../src/client/export/inert.ts'
import { styleOf } from '../../src/client/export/paper-style.ts'
import { filesOf, reportOut } from '../../src/client/export/taken.ts'
import { textFile } from '../../src/client/export/text-file.ts'
import { anyText } from '../support/any-text.ts'
import { ALL_HOSTILE, HOSTILE, LONG_LINES, UNSOUND } from '../support/hostile-corpus.ts'
import { sayingKeys, takenWith, TAKER } from '../support/taken-case.ts'

/** Overrides, isolates, controls, zero widths, lone halves: what no exported plain text may hold. */
const MARKS: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
]
function holdsMark(text: string): boolean {
  for (const each of text) {
    const code = each.codePointAt(0) ?? 0
    if (MARKS.some(([from, to]) => code >= from && code <= to)) return true
  }
  return false
}

const paperWith = async (text: string) => {
  const taken = takenWith(text)
  return dossierFor(taken, TAKER, filesOf(taken), null, sayingKeys())
}

/** Reads a file of one table back as a spreadsheet does. */
function readCsv(bytes: Uint8Array, separator = ';'): string[][] {
  const text = fromUtf8(bytes).replace(/^\uFEFF/, '')
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const each = text.charAt(at)
    if (quoted) {
      if (each !== '"') cell += each
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at)
      else quoted = false
    } else if (each === '"' && cell === '') quoted = true
    else if (each === separator || each === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''))
      cell = ''
      if (each === '\n') rows.push([])
    } else cell += each
  }
  return rows.slice(0, -1)
}

/** What the program would take for the start of a formula, blanks and quotes before it or not. */
const IS_FORMULA = /^[\s"'“”«»‘’＂＇\u00A0\u3000]*[=+\-@＝＋－＠−]/u
const isFormula = (cell: string): boolean => !/^[\s\u00A0\u3000"“”«»]*'/u.test(cell) && IS_FORMULA.test(cell)

describe('a cell of a table', () => {
  it('never begins a formula, whatever blanks, quotes or unseen marks stand before it', () => {
    for (const text of ALL_HOSTILE) expect(isFormula(inertCell(text)), JSON.stringify(text)).toBe(false)
    fc.assert(fc.property(anyText(60), (text) => void expect(isFormula(inertCell(text))).toBe(false)))
    expect(inertCell('=1+1')).toBe("'=1+1")
    expect(inertCell(HOSTILE['plus'] ?? '')).toBe("'+33612345678")
    expect(inertCell(HOSTILE['fullWidth'] ?? '')).toBe("'＝1+1")
    expect(inertCell(HOSTILE['quoted'] ?? '')).toBe('"\'=1+1"')
    expect(inertCell(HOSTILE['tabbed'] ?? '')).toBe("'\t'=1+1")
  })

  it('is no formula either for a program that splits at commas or tabs', () => {
    const bytes = csvOf(ALL_HOSTILE.map((text) => ['a', text, 'b']))
    for (const separator of [';', ',', '\t', '|']) {
      const formulas = readCsv(bytes, separator).flat().filter(isFormula)
      expect(formulas, separator).toEqual([])
    }
  })

  it('leaves honest words as they are', () => {
    const text = 'Il a dit « non », puis c’est fini - vraiment. 06 12 34 56 78, été 👩‍👩‍👧 اتركوه'
    expect(inertCell(text)).toBe(text)
  })

  it('has no mark, no half character, and no more than a spreadsheet takes', () => {
    for (const text of [...ALL_HOSTILE, ...LONG_LINES]) {
      const cell = inertCell(text)
      expect(holdsMark(cell)).toBe(false)
      expect(cell.length).toBeLessThan(32_767)
    }
  })
})

test('a table begins with its byte order mark, ends its lines as the standard says, and reads back whole', () => {
  const rows = [
    ['Dossier', 'Récit'],
    ['n° 1', 'Un; deux, "trois"\nquatre'],
  ]
  const bytes = csvOf(rows)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(fromUtf8(bytes)).toBe('\uFEFF"Dossier";"Récit"\r\n"n° 1";"Un; deux, ""trois""\nquatre"\r\n')
  expect(readCsv(bytes)).toEqual(rows)
})

test('every case has one row, and every row as many cells, whatever is in them', () => {
  for (const text of ALL_HOSTILE) {
    const { each, report, work } = takenWith(text)
    const known = { each, report, work, reasons: [], nameOf: () => text }
    const read = readCsv(csvOf(tableOf([known, known], COLUMNS, sayingKeys())))
    expect(read.map((row) => row.length)).toEqual([COLUMNS.length, COLUMNS.length, COLUMNS.length])
  }
})

describe('the page of a dossier', () => {
  /** All that a document of ours is made of. */
  const OURS =
    /<(?:\/?(?:article|section|h1|h2|p|div|dl|dt|dd|code|bdi))(?: class="(?:paper|theirs|mark)")?(?: dir="auto" translate="no")?>/g

  it('holds no element and no attribute but its own, whatever was typed', async () => {
    for (const text of [...ALL_HOSTILE, ...LONG_LINES.slice(0, 2)]) {
      const html = fromUtf8(htmlFile(await paperWith(text), 'fr'))
      const body = html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>'))
      expect(body.replaceAll(OURS, '')).not.toMatch(/[<>]/)
      expect(html.slice(0, html.indexOf('<body>'))).toBe(
        fromUtf8(htmlFile(await paperWith(''), 'fr')).slice(0, html.indexOf('<body>')),
      )
      expect(html.indexOf('</body>')).toBe(html.lastIndexOf('</body>'))
    }
  })

  it('fetches nothing and runs nothing: its first lines say so to whatever opens it', async () => {
    const html = fromUtf8(htmlFile(await paperWith('x'), 'fr'))
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    )
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'))
    expect(html).not.toMatch(/\s(?:src|href|on\w+)=|@import|url\(/)
  })

  it('turns nothing around: an override becomes its code, other marks are closed in', async () => {
    const html = fromUtf8(htmlFile(await paperWith(`photo\u202Egpj.exe \u2067x`), 'fr'))
    expect(html).toContain('photo<bdi class="mark">[U+202E]</bdi>gpj.exe <bdi>\u2067</bdi>x')
  })

  it('has a style that nothing typed can end', () => {
    expect(styleOf("Dossier 12' } </style> \\")).toContain("content: 'Dossier 12  style ';")
  })
})

describe('the plain text of a dossier', () => {
  it('has a bar before each line that somebody typed: none of them passes for ours', async () => {
    const DIGEST = /^ {2}[0-9a-f]{64}$/
    const honest = fromUtf8(textFile(await paperWith('x'))).split('\n')
    for (const text of [...ALL_HOSTILE, ...LONG_LINES.slice(0, 1)]) {
      const written = fromUtf8(textFile(await paperWith(text)))
      const others = written.split('\n').filter((line) => !line.startsWith('  | ') && !DIGEST.test(line))
      expect(others.filter((line) => !honest.includes(line))).toEqual([])
      expect(holdsMark(written)).toBe(false)
    }
  })
})

describe('the report as JSON', () => {
  it('reads back as exactly what was opened, half characters included, and holds no mark as such', () => {
    for (const text of [...ALL_HOSTILE, ...LONG_LINES.slice(0, 2)]) {
      const taken = takenWith(text)
      const out = reportOut(taken, filesOf(taken))
      const json = inertJson(out)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(out)))
      expect(holdsMark(json)).toBe(false)
    }
    expect((JSON.parse(inertJson({ narrative: UNSOUND[2] })) as { narrative: string }).narrative).toBe(
      UNSOUND[2],
    )
    expect(inertJson({ a: '\u202E' })).toBe('{\n  "a": "\\u202e"\n}\n')
  })
})

test('text made inert says which marks stood there, and changes nothing else', () => {
  expect(inertText('photo\u202Egpj.exe\r\n\uD83D fin')).toBe('photo[U+202E]gpj.exe\n\uFFFD fin')
  expect(inertText('Été 👩‍👩‍👧 می‌خواهم')).toBe('Été 👩‍👩‍👧 می‌خواهم')
})

test('a whole hostile case becomes an archive like any other', async () => {
  const brought = { entries: [], missing: [], disguised: [] }
  const namesIn = async (text: string): Promise<string[]> => {
    const taken = takenWith(text)
    const zip = await caseArchive(taken, TAKER, filesOf(taken), brought, sayingKeys())
    return Object.keys(unzipSync(zip))
  }
  const usual = await namesIn('Bonjour.')
  expect(usual).toEqual([
    'recit.json',
    'recit.html',
    'recit.txt',
    'consentement.json',
    'suite.json',
    'travail.json',
    'manifeste.json',
  ])
  for (const text of ALL_HOSTILE) expect(await namesIn(text)).toEqual(usual)
})
