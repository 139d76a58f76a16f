// Renders every page in every language it has. Pages are hono/jsx, which Node does not read by itself, so they are
// bundled in memory and imported from there; nothing is written but what is served.
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { Directory } from '../directory/directory.ts'
import type { Language } from '../i18n/locales.ts'
import type { Asset, Page } from '../pages/page.ts'
import type { Locale } from '../protocol/vocabulary.ts'
import { TYPESCRIPT } from './bundle-client.ts'
import { drawOutlines } from './outlines.ts'
import { tightenHtml } from './tighten-html.ts'

/** Every page of the site; in development, also the one that shows the design system. */
export async function loadPages(development = false): Promise<readonly Page[]> {
  const entry = development ? 'development-pages' : 'pages'
  const { outputFiles } = await build({
    ...TYPESCRIPT,
    entryPoints: [fileURLToPath(new URL(`../pages/${entry}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    plugins: [drawnOutlines()],
    logLevel: 'error',
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  const module = (await import(`data:text/javascript;base64,${code}`)) as { PAGES: readonly Page[] }
  return module.PAGES
}

/** What the map of the trends page is drawn with: pages know nothing of how. */
const drawnOutlines = (): Plugin => ({
  name: 'drawn-outlines',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^balise:outlines$/ }, ({ path }) => ({ path, namespace: 'balise' }))
    onLoad({ filter: /^balise:outlines$/, namespace: 'balise' }, () => ({
      contents: `export const outlines = ${JSON.stringify(drawOutlines())}`,
      loader: 'js',
    }))
  },
})

export interface RenderedPage {
  path: string
  locale: Locale
  html: string
}

/** One document for each of these languages that the page has. */
export async function renderPage(
  page: Page,
  assets: { script: Asset | null; style: Asset },
  directory: Directory,
  languages: readonly Language[],
): Promise<RenderedPage[]> {
  const rendered: RenderedPage[] = []
  for (const language of languages) {
    const { locale } = language
    const path = page.paths[locale]
    if (path === undefined) continue
    const context = { ...language, paths: page.paths, directory, ...assets }
    const body = String(await page.render(context))
    rendered.push({ path, locale, html: `<!doctype html>${tightenHtml(body)}` })
  }
  return rendered
}
