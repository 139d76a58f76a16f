// The documents name files that are there.
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

test('every path of the sources that a document names exists', async () => {
  const documents = (await readdir(join(ROOT, 'docs')))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
  const named: string[] = []
  for (const document of [...documents, 'README.md']) {
    const text = await readFile(join(ROOT, document), 'utf8')
    for (const [, path = ''] of text.matchAll(/`(src\/[\w./-]+)`/gu)) named.push(path)
  }
  expect(named.length).toBeGreaterThan(80)
  expect([...new Set(named)].filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})
