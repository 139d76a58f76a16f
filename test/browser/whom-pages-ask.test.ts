// Whom every page of the built site asks, and for what, when it is opened and nothing is touched: its own files, the few calls named here,
// and nobody else. The pages are those of the site's own list: a new one is looked at without being added anywhere.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPhone } from '../support/browser.ts'
import { browser, demonstration, setStage } from '../support/stage.ts'

/** Page → the calls that it makes by itself. Every other page makes none. */
const CALLS: Readonly<Record<string, RegExp>> = {
  '/fr/tendances': /^\/api\/releases(?:\/[a-z-]+\/[0-9Q-]+\.json)?$/,
  '/en/trends': /^\/api\/releases(?:\/[a-z-]+\/[0-9Q-]+\.json)?$/,
  '/fr/tendances/methode': /^\/api\/releases$/,
  '/en/trends/method': /^\/api\/releases$/,
}
/** It is there to lead elsewhere, and does nothing else. */
const ONWARD: Readonly<Record<string, string>> = {
  '/fr/sortie': 'https://meteofrance.com/',
  '/en/leave': 'https://www.bbc.com/weather',
}

setStage()

interface Asked {
  path: string
  url: string
  headers: Record<string, string>
  isPage: boolean
}

/** Runs in the page: whatever in its markup would make a browser ask another site, or tell it something. Links wait for a touch. */
const REACHING_OUT = `[...document.querySelectorAll('*')].flatMap((element) =>
  [...element.attributes]
    .filter(({ value }) => /^\\s*(?:https?:)?\\/\\//i.test(value) && new URL(value, location.href).origin !== location.origin)
    .filter(({ name }) => !(name === 'xmlns' || (name === 'href' && element.localName === 'a')))
    .map(({ name }) => element.localName + ' ' + name),
).concat([...document.querySelectorAll('[ping], link[rel~="preconnect"], link[rel~="dns-prefetch"], a[target="_blank"][href^="http"]:not([rel~="noreferrer"])')]
  .map((element) => element.outerHTML))`

test('each page asks for its own files and what is named here, tells nobody whence it came, and reaches out to nobody', async () => {
  const { origin, siteDir } = demonstration
  const manifest = JSON.parse(await readFile(join(siteDir, 'manifest.json'), 'utf8')) as {
    files: Record<string, { type: string }>
  }
  const pages = Object.entries(manifest.files).filter(([, { type }]) => type.startsWith('text/html'))
  const paths = pages.map(([path]) => path)
  expect(paths.filter((path) => path.startsWith('/fr')).length).toBeGreaterThan(8)
  expect(paths.filter((path) => path.startsWith('/en')).length).toBeGreaterThan(8)
  expect(paths).toEqual(expect.arrayContaining(Object.keys({ ...CALLS, ...ONWARD })))

  const phone = await openPhone(browser, origin)
  const asked: Asked[] = []
  const reachingOut: Record<string, string[]> = {}
  const look = async (path: string): Promise<void> => {
    const page = await phone.context.newPage()
    const requests: Request[] = []
    page.on('request', (request) => requests.push(request))
    await page.route('https://**', (route) => route.abort())
    await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' }).catch((error: Error) => {
      if (!(path in ONWARD)) throw error
    })
    if (!(path in ONWARD)) reachingOut[path] = await page.evaluate<string[]>(REACHING_OUT)
    for (const request of requests) {
      const isPage = request.isNavigationRequest()
      asked.push({ path, url: request.url(), headers: await request.allHeaders().catch(() => ({})), isPage })
    }
    await page.close()
  }
  // Several at a time: each waits for silence.
  const waiting = [...paths]
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await look(path)
    }),
  )
  await phone.close()

  const wrong = asked.filter(({ path, url, isPage }) => {
    if (!url.startsWith(`${origin}/`)) return !(isPage && url === ONWARD[path])
    const { pathname, search } = new URL(url)
    if (search !== '') return true
    return !(pathname in manifest.files || CALLS[path]?.test(pathname))
  })
  expect(wrong.map(({ path, url }) => `${path} asks ${url}`)).toEqual([])
  expect(asked.filter(({ headers }) => 'cookie' in headers || 'referer' in headers)).toEqual([])
  expect(Object.entries(reachingOut).filter(([, found]) => found.length > 0)).toEqual([])
  expect(phone.complaints).toEqual([])
  for (const path of Object.keys(CALLS)) {
    expect(asked.some((each) => each.path === path && each.url.startsWith(`${origin}/api/`))).toBe(true)
  }
})
