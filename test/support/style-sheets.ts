// The site's style sheets as a test reads them: every declaration of every file, without comments. It never renders anything.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../../src/pages/styles', import.meta.url))

export interface Declaration {
  file: string
  selector: string
  property: string
  value: string
}

const BLOCK = /([^{};]+)\{([^{}]*)\}/g

/** The innermost blocks: what an `@media` holds is read too, under its own selector. */
export const declarationsIn = (file: string, css: string): Declaration[] =>
  [...css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(BLOCK)].flatMap(([, selector = '', body = '']) =>
    body
      .split(/;(?![^(]*\))/)
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map((each) => {
        const colon = each.indexOf(':')
        return {
          file,
          selector: selector.trim(),
          property: each.slice(0, colon).trim(),
          value: each
            .slice(colon + 1)
            .trim()
            .replaceAll(/\s+/g, ' '),
        }
      }),
  )

export async function readSheets(): Promise<Map<string, string>> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.css')).toSorted()
  const entries = names.map(async (name) => [name, await readFile(join(FOLDER, name), 'utf8')] as const)
  return new Map(await Promise.all(entries))
}
