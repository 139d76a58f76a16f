// The files of a built site: what is served where, under which headers, with which hash; and the manifest that says so.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Manifest } from '../directory/manifest.ts'
import { HEADER_SETS, PAGE, type HeaderSet } from '../server/headers.ts'

export interface SiteFile {
  /** Path as a browser asks for it: canonical, extensionless for pages. */
  path: string
  /** Path inside the built folder. */
  file: string
  bytes: Uint8Array
  /** The same bytes, compressed as the self-hosted server sends them; not before it is asked for. */
  readonly brotli: Uint8Array
  headers: HeaderSet
  type: string
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  signatures: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
}

export function siteFile(
  path: string,
  bytes: Uint8Array,
  headers: HeaderSet,
  file = path.slice(1),
): SiteFile {
  const type = TYPES[file.split('.').at(-1) ?? '']
  if (!type) throw new Error(`no content type is declared for ${file}`)
  let brotli: Uint8Array | undefined
  return {
    path,
    file,
    bytes,
    get brotli() {
      return (brotli ??= compress(bytes))
    },
    headers,
    type,
  }
}

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1)

export function manifestOf(files: readonly SiteFile[], version: string, directoryVersion: number): Manifest {
  return {
    version,
    directoryVersion,
    wasm: [],
    default_csp: PAGE['Content-Security-Policy'] ?? '',
    default_index: 'index.html',
    default_fallback: '404.html',
    files: Object.fromEntries(
      files.toSorted(byPath).map(({ path, file, bytes, headers, type }) => {
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        return [path, { file, sha256, headers, type }]
      }),
    ),
  }
}

/**
 * The edge's `_headers`: the page set for every path, then what differs, path by path. `! Name` takes back a header
 * of an earlier rule; without it the edge would join both values.
 */
export function edgeHeaders(files: readonly Pick<SiteFile, 'path' | 'headers'>[]): string {
  const lines = ['/*', ...Object.entries(PAGE).map(([name, value]) => `  ${name}: ${value}`)]
  for (const { path, headers } of files.filter((each) => each.headers !== 'page').toSorted(byPath)) {
    const set: Readonly<Record<string, string>> = HEADER_SETS[headers]
    const changed = [...new Set([...Object.keys(PAGE), ...Object.keys(set)])].filter(
      (n) => PAGE[n] !== set[n],
    )
    lines.push(path)
    lines.push(...changed.filter((name) => name in PAGE).map((name) => `  ! ${name}`))
    lines.push(...changed.filter((name) => name in set).map((name) => `  ${name}: ${set[name]}`))
  }
  // The edge knows a type by the ending of a name, and not this one.
  for (const path of ['/directory.json.signatures', '/manifest.json.signatures']) {
    lines.push(path, `  Content-Type: ${TYPES['json']}`)
  }
  return `${lines.join('\n')}\n`
}

/** Brotli at its best. */
const compress = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

/** Writes every file below `folder`, and its brotli twin if wanted: that takes most of the time of a build. */
export async function writeSite(folder: string, files: readonly SiteFile[], twins: boolean): Promise<void> {
  for (const each of files) {
    const target = join(folder, each.file)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, each.bytes)
    if (twins) await writeFile(`${target}.br`, each.brotli)
  }
}
