// The table an analyst opens: standard CSV that says the same as the release, keeps INSEE codes whole, and names itself on every row.
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../src/domain/release-csv.ts'
import { FAMILIES } from '../../src/protocol/families.ts'
import { makeRelease } from '../support/published-releases.ts'

/** A strict reader of RFC 4180, apart from our writer: CRLF after each record, quotes doubled within quotes. */
function readCsv(text: string): string[][] {
  const records: string[][] = []
  let [record, at]: [string[], number] = [[], 0]
  while (at < text.length) {
    const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y
    field.lastIndex = at
    const found = field.exec(text)
    if (!found) throw new Error(`no field at ${at}`)
    record.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'))
    at = field.lastIndex
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      records.push(record)
      ;[record, at] = [[], at + 2]
    } else throw new Error(`a field ends badly at ${at}`)
  }
  return records
}

const everyRung = FAMILIES.flatMap(({ id, rungs }) =>
  rungs.map((rung) => [id, rung.id, rung.window === 'year' ? '2025' : '2025-Q3'] as const),
)

describe('the CSV of a release', () => {
  it.each(everyRung)('says what the release says, row by row: %s, %s', (family, rung, window) => {
    const { release } = makeRelease(family, rung, window, { synthetic: rung === 'act-year' })
    const [header = [], ...records] = readCsv(csvOf(release))
    expect(new Set(header).size).toBe(header.length)
    expect(header.every((name) => /^[a-z_]+$/.test(name))).toBe(true)
    const codes = header.slice(4, -3).filter((name) => !name.endsWith('_name'))
    expect(codes).toHaveLength(release.facets.length)
    expect(header.slice(-3)).toEqual(['value', 'lower', 'upper'])

    expect(records).toHaveLength(release.rows.length)
    records.forEach((record, place) => {
      const cell = (name: string): string => record[header.indexOf(name)] ?? ''
      const row = release.rows[place] ?? []
      const value = Number(row.at(-1))
      expect(record).toHaveLength(header.length)
      expect(record.slice(0, 4)).toEqual([family, rung, window, String(release.synthetic)])
      expect(codes.map(cell)).toEqual(row.slice(0, -1))
      expect([cell('value'), cell('lower'), cell('upper')]).toEqual(
        [value, value - release.margin, value + release.margin].map(String),
      )
    })
  })

  it('keeps values below zero, and codes with a nought or a letter, beside their names', () => {
    const { release } = makeRelease('where', 'departement-year', '2025', { counts: [0] })
    const text = csvOf(release)
    expect(release.rows.some((row) => Number(row.at(-1)) < 0)).toBe(true)
    expect(text).toMatch(/^"where","departement-year","2025",false,"01","Ain",-?\d+,-?\d+,-?\d+\r$/m)
    expect(text).toContain(',"2A","Corse-du-Sud",')
    expect(text).toContain(',"elsewhere","",')
    expect(text).toContain(',"unknown","",')
  })

  it('names régions as INSEE does', () => {
    const text = csvOf(makeRelease('where', 'region-year', '2025').release)
    expect(text).toContain(',"01","Guadeloupe",')
    expect(text).toContain(`,"93","Provence-Alpes-Côte d'Azur",`)
  })
})
