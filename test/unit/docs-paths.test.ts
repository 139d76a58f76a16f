// The documents name files that are there, and the threat model leaves nothing out: no adversary without a word on every asset, no
// boundary without the file that holds it and the test that would fail.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import * as limits from '../../src/protocol/limits.ts'

const ROOT = join(import.meta.dirname, '../..')

const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8')

test('every path of the sources and of the tests that a document names exists', async () => {
  const documents = (await readdir(join(ROOT, 'docs')))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
  const named: string[] = []
  for (const document of [...documents, 'README.md', 'SECURITY.md']) {
    for (const [, path = ''] of (await read(document)).matchAll(/`((?:src|test)\/[\w./-]+)`/gu))
      named.push(path)
  }
  expect(named.length).toBeGreaterThan(200)
  expect([...new Set(named)].filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

test('what is kept, and how long, is said as the code has it', async () => {
  const page = await read('docs/data-protection.md')
  const said = [...page.matchAll(/^\|[^|]+\| `([A-Z_]+)`\s+\| (\d+)/gm)]
  expect(said.length).toBeGreaterThan(12)
  for (const [, name = '', number] of said) {
    expect([name, Number(number)]).toEqual([name, (limits as Readonly<Record<string, unknown>>)[name]])
  }
  // Every limit that is a time something of somebody's is kept for.
  const named = new Set(said.map(([, name]) => name))
  const kept = Object.keys(limits).filter((name) => /_(?:DAYS|MONTHS)$/.test(name))
  const elsewhere = ['DIRECTORY_LIFETIME_DAYS', 'KEEP_MONTHS']
  expect(kept.filter((name) => !named.has(name) && !elsewhere.includes(name))).toEqual([])
})

describe('the threat model', async () => {
  const page = await read('docs/threat-model.md')

  /** The rows of the first table below a heading, cell by cell; the heading of its columns is the first. */
  const tableBelow = (heading: string): string[][] => {
    const [, below = ''] = page.split(`\n${heading}\n`)
    const [table = ''] = /(?:^\|.*\n)+/m.exec(below) ?? []
    const rows = table
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
    return [rows[0] ?? [], ...rows.slice(2)]
  }
  const assets = tableBelow('## What is protected')
    .slice(1)
    .map(([asset = '']) => asset)
  const [ofAuthors, ofOthers] = [tableBelow('### Of whoever writes'), tableBelow('### Of the others')]

  it('says of every adversary what they learn of every asset', () => {
    const columns = [ofAuthors, ofOthers].map(([heads = []]) => heads.slice(1))
    expect(assets.length).toBe(12)
    expect(columns.flat()).toEqual(assets)
    const adversaries = (table: string[][]) => table.slice(1).map(([who]) => who)
    expect(adversaries(ofAuthors)).toEqual(adversaries(ofOthers))
    expect(new Set(adversaries(ofAuthors)).size).toBeGreaterThan(18)
    for (const table of [ofAuthors, ofOthers]) {
      for (const row of table)
        expect([row[0], row.filter((cell) => cell === ''), row.length]).toEqual([
          row[0],
          [],
          table[0]?.length,
        ])
    }
  })

  it('cites of every boundary a source and a test', () => {
    const [, ...boundaries] = tableBelow('## Boundaries')
    expect(boundaries.length).toBeGreaterThan(25)
    for (const [boundary, , files = '', tests = ''] of boundaries) {
      expect([boundary, /`src\/[^`]+`/.test(files), /`test\/[^`]+`/.test(tests)]).toEqual([
        boundary,
        true,
        true,
      ])
    }
  })

  it('leaves no adversary without what remains', () => {
    const [, ...rows] = tableBelow('## What stops each adversary, and what remains')
    expect(rows.length).toBeGreaterThan(18)
    expect(rows.filter((row) => row.length !== 3 || row.includes(''))).toEqual([])
  })
})
