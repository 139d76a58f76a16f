// A page's one sheet, as light as it can be: what the page does not use of the design tokens is left out, and the names of the others
// are as short as can be. Every sheet gives a token the same name, since a page may bring another's sheet in.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle-client.ts'

const NAME = /--[a-z][a-z0-9-]*/g

const TOKENS = fileURLToPath(new URL('../pages/styles/tokens.css', import.meta.url))

export async function bundleStyle(entry: string): Promise<Uint8Array> {
  const css = Buffer.from(await bundle(`pages/styles/${entry}.css`, {})).toString('utf8')
  return Buffer.from(shortenTokens(css, await readFile(TOKENS, 'utf8')))
}

/** `tokens` is the sheet that names them all: each is called by its place there. */
export function shortenTokens(css: string, tokens: string): string {
  const used = new Set([...css.matchAll(/var\((--[a-z][a-z0-9-]*)/g)].map(([, name]) => name))
  const needed = css.replaceAll(/(--[a-z][a-z0-9-]*):[^;}]*;?/g, (declaration, name: string) =>
    used.has(name) ? declaration : '',
  )
  const names = new Set([...(tokens.match(NAME) ?? []), ...(needed.match(NAME) ?? [])])
  const short = new Map([...names].map((name, at) => [name, `--${at.toString(36)}`]))
  return needed
    .replaceAll(NAME, (name) => short.get(name) ?? name)
    .replaceAll(/(--[a-z0-9]+): /g, '$1:')
    .replaceAll(';}', '}')
}
