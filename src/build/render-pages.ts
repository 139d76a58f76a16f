// Renders every page in every language it has. Pages are hono/jsx, which Node does not read by itself, so they are
// bundled in memory and imported from there; nothing is written but what is served.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Directory } from '../directory/directory.ts'
import { MESSAGES } from '../i18n/messages.ts'
import type { Asset, Page } from '../pages/page.ts'
import { LOCALES, type Locale } from '../protocol/vocabulary.ts'
import { TYPESCRIPT } from './bundle-client.ts'

export async function loadPages(): Promise<readonly Page[]> {
  const { outputFiles } = await build({
    ...TYPESCRIPT,
    entryPoints: [fileURLToPath(new URL('../pages/pages.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'error',
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  const module = (await import(`data:text/javascript;base64,${code}`)) as { PAGES: readonly Page[] }
  return module.PAGES
}

export interface RenderedPage {
  path: string
  locale: Locale
  html: string
}

/** One document for each language the page has. */
export async function renderPage(
  page: Page,
  assets: { script: Asset | null; style: Asset },
  directory: Directory,
): Promise<RenderedPage[]> {
  const rendered: RenderedPage[] = []
  for (const locale of LOCALES) {
    const path = page.paths[locale]
    if (path === undefined) continue
    const context = { locale, m: MESSAGES[locale], paths: page.paths, directory, ...assets }
    const body = String(await page.render(context))
    rendered.push({ path, locale, html: `<!doctype html>${body}` })
  }
  return rendered
}
