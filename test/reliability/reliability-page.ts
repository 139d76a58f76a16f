// Writes what was measured into its part of docs/reliability.md, and leaves the rest of the page. No figure there is typed by hand.
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'

const page = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url))

/** Which part of the page, between `<!-- part -->` and `<!-- end of part -->`. */
export type Part = 'faults' | 'fuzz'

/** Throws when the page has no such part. */
export async function writePart(part: Part, text: string): Promise<void> {
  const before = await readFile(page, 'utf8')
  const [start, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`]
  const [from, to] = [before.indexOf(start), before.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/reliability.md has no part called ${part}`)
  await writeFile(page, `${before.slice(0, from + start.length)}\n\n${text}\n\n${before.slice(to)}`)
}

/** When and on what: every figure is of one run on one machine. */
export const provenance = (): string =>
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}.`
