// Names the code that counts cards: one digest over every source file that the observatory's act reaches. It runs none of it.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ENTRY = 'src/observatory/publish-due.ts'

/** Where the digest is written, from the root: it cannot be of its own contents. */
export const DIGEST_FILE = 'src/observatory/code-digest.ts'

/**
 * 64 lower-case hexadecimal digits, as these commands print them: `sha256sum` of the files, in the order of their paths from the root,
 * then `sha256sum` of what that printed.
 */
export async function observatoryCodeSha256(): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    logLevel: 'silent',
  })
  const paths = Object.keys(metafile.inputs)
    .filter((path) => path !== DIGEST_FILE)
    .toSorted()
  const lines = await Promise.all(
    paths.map(async (path) => `${sha256(await readFile(join(root, path)))}  ${path}\n`),
  )
  return sha256(lines.join(''))
}

/** What `DIGEST_FILE` says. */
export const digestText = (digest: string): string =>
  [
    '// The digest of the sources that count cards, for releases to name them. Written by `npm run digest`, never by hand.',
    `export const CODE_SHA256 = '${digest}'`,
    '',
  ].join('\n')

const sha256 = (contents: string | Uint8Array): string => createHash('sha256').update(contents).digest('hex')
