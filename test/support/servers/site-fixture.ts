// The smallest site a server can serve: one page, one hashed script, the lost page, and a signed directory. Made as the build
// makes it, without building anything.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { utf8, type Bytes } from '../../../src/crypto/encoding.ts'
import { HEADER_SETS, PAGE, type HeaderSet } from '../../../src/server/headers.ts'
import type { Federation } from '../federation.ts'

interface FixtureFile {
  path: string
  file: string
  bytes: Bytes
  headers: HeaderSet
  type: string
}

const html = (title: string): Bytes =>
  utf8(`<!doctype html><html lang="fr"><title>${title}</title><p>${`${title} `.repeat(40)}</p></html>\n`)

const PAGE_TYPE = 'text/html; charset=utf-8'

export const FIXTURE_SCRIPT = '/a/report.0123456789abcdef.js'
export const FIXTURE_FRAMED_SCRIPT = '/a/viewer.0123456789abcdef.js'

const filesOf = (federation: Federation): FixtureFile[] => [
  { path: '/', file: 'index.html', bytes: html('Accueil'), headers: 'page', type: PAGE_TYPE },
  { path: '/fr/ecrire', file: 'fr/ecrire.html', bytes: html('Écrire'), headers: 'page', type: PAGE_TYPE },
  {
    path: '/fr/association',
    file: 'fr/association.html',
    bytes: html('Association'),
    headers: 'workspace',
    type: PAGE_TYPE,
  },
  {
    path: FIXTURE_SCRIPT,
    file: FIXTURE_SCRIPT.slice(1),
    bytes: utf8('document.title += "."\n'.repeat(20)),
    headers: 'hashed-asset',
    type: 'text/javascript; charset=utf-8',
  },
  {
    path: '/fr/quitter',
    file: 'fr/quitter.html',
    bytes: html('Quitter'),
    headers: 'clearing',
    type: PAGE_TYPE,
  },
  { path: '/piece', file: 'piece.html', bytes: html('Pièce'), headers: 'viewer', type: PAGE_TYPE },
  {
    path: FIXTURE_FRAMED_SCRIPT,
    file: FIXTURE_FRAMED_SCRIPT.slice(1),
    bytes: utf8('document.title += "."\n'.repeat(20)),
    headers: 'viewer-asset',
    type: 'text/javascript; charset=utf-8',
  },
  { path: '/404', file: '404.html', bytes: html('Introuvable'), headers: 'page', type: PAGE_TYPE },
  {
    path: '/directory.json',
    file: 'directory.json',
    bytes: federation.directoryBytes,
    headers: 'page',
    type: 'application/json',
  },
  {
    path: '/directory.json.signatures',
    file: 'directory.json.signatures',
    bytes: federation.signatureBytes,
    headers: 'page',
    type: 'application/json',
  },
]

export async function writeFixtureSite(folder: string, federation: Federation): Promise<void> {
  const files = filesOf(federation)
  for (const { file, bytes } of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), bytes)
    await writeFile(join(folder, `${file}.br`), brotliCompressSync(bytes))
  }
  const listed = files.map(({ path, file, bytes, headers, type }) => [
    path,
    { file, sha256: createHash('sha256').update(bytes).digest('hex'), headers, type },
  ])
  const manifest = { version: '0.0.0', files: Object.fromEntries(listed) }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, '.assetsignore'), '*.br\n')
  await writeFile(join(folder, '_headers'), edgeHeaders(files))
}

/** The edge joins the values of a header set twice: an exception takes the page's back first. */
function edgeHeaders(files: readonly FixtureFile[]): string {
  const lines = ['/*', ...Object.entries(PAGE).map(([name, value]) => `  ${name}: ${value}`)]
  for (const { path, headers } of files.filter((each) => each.headers !== 'page')) {
    lines.push(path, ...Object.keys(PAGE).map((name) => `  ! ${name}`))
    lines.push(...Object.entries(HEADER_SETS[headers]).map(([name, value]) => `  ${name}: ${value}`))
  }
  return `${lines.join('\n')}\n`
}
