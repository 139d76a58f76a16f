// A page's one sheet, as light as it can be: what the page does not use of the design tokens is left out, and the names of the others
// are known to this sheet alone, so they are the shortest there are.
import { bundle } from './bundle-client.ts'

const NAME = /--[a-z][a-z0-9-]*/g

export async function bundleStyle(entry: string): Promise<Uint8Array> {
  const css = Buffer.from(await bundle(`pages/styles/${entry}.css`, {})).toString('utf8')
  return Buffer.from(shortenTokens(css))
}

export function shortenTokens(css: string): string {
  const used = new Set([...css.matchAll(/var\((--[a-z][a-z0-9-]*)/g)].map(([, name]) => name))
  const needed = css.replaceAll(/(--[a-z][a-z0-9-]*):[^;}]*;?/g, (declaration, name: string) =>
    used.has(name) ? declaration : '',
  )
  const short = new Map([...new Set(needed.match(NAME))].map((name, at) => [name, `--${at.toString(36)}`]))
  return needed
    .replaceAll(NAME, (name) => short.get(name) ?? name)
    .replaceAll(/(--[a-z0-9]+): /g, '$1:')
    .replaceAll(';}', '}')
}
