// Every word that an association's pages may ask for by name is in them: a missing one would be read out as its key.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPages, renderPage } from '../../src/build/render-pages.ts'
import { LANGUAGES } from '../../src/i18n/locales.ts'
import { makeFederation } from '../support/federation.ts'

const CLIENT = join(import.meta.dirname, '../../src/client')

async function askedFor(): Promise<Set<string>> {
  const asked = new Set<string>()
  for (const folder of ['inbox', 'team', 'export', 'templates']) {
    for (const file of await readdir(join(CLIENT, folder))) {
      const source = await readFile(join(CLIENT, folder, file), 'utf8')
      for (const [, key = ''] of source.matchAll(/\bwords?\(\s*'([a-z-]+\.[\w-]+)'/gu)) asked.add(key)
    }
  }
  return asked
}

test('they have each word that their code names, in every language', async () => {
  const ours = (await loadPages()).filter(({ headers, script }) => headers === 'workspace' && script)
  const { directory } = await makeFederation()
  const assets = { script: null, style: { path: '/a/style.css', integrity: '' } } as never
  const rendered = await Promise.all(ours.map((page) => renderPage(page, assets, directory, LANGUAGES)))
  const asked = await askedFor()
  expect(asked.size).toBeGreaterThan(60)
  for (const { locale } of LANGUAGES) {
    const pages = rendered.flat().filter((page) => page.locale === locale)
    const words = pages.flatMap(({ html }) => [...html.matchAll(/data-word=(?:"([^"]+)"|([^\s>]+))/gu)])
    const there = new Set(words.map(([, one, other]) => one ?? other))
    expect([...asked].filter((key) => !there.has(key))).toEqual([])
  }
})
