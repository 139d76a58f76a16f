// Builds the whole site from the source and one signed directory: a pure function of both. It refuses a directory that
// may not be believed, and a page that weighs too much; it never fetches anything.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WORKERS, type WorkerName } from '../client/worker-paths.ts'
import { utf8 } from '../crypto/encoding.ts'
import type { Directory } from '../directory/directory.ts'
import { parseRoots } from '../directory/known-roots.ts'
import { manifestText } from '../directory/manifest.ts'
import { compileDirectory } from '../directory/sealing-entries.ts'
import {
  verifyKey,
  verifyKeys,
  verifySignedDirectory,
  type DirectoryFault,
  type DirectoryVerdict,
  type Known,
} from '../directory/verify-directory.ts'
import { ADDRESSES } from '../i18n/addresses.ts'
import { LANGUAGES, type Language } from '../i18n/locales.ts'
import type { Asset, Page } from '../pages/page.ts'
import { bundleScript, bundleSpareCurves, bundleWorkers } from './bundle-client.ts'
import { bundleStyle } from './bundle-style.ts'
import { SPARE_CURVES_PATH } from './light-openpgp.ts'
import { faultInHelp } from './check-help.ts'
import { faultInWords } from './check-words.ts'
import { keptSignatures } from './kept-signatures.ts'
import { loadPages, renderPage } from './render-pages.ts'
import { securityFiles } from './security-files.ts'
import { edgeHeaders, manifestOf, siteFile, writeSite, type SiteFile } from './site-files.ts'
import { weigh, type WeighedPaths, type Weight } from './size-budget.ts'

export interface BuildRequest {
  /** Path of `directory.json`; its signatures are beside it, in `directory.json.signatures`. */
  directoryFile: string
  /** Folder to (re)make. A site already there must be of the same federation, and not newer. */
  out: string
  /** Path of a `roots.txt`: two of its three keys must have signed. */
  rootsFile?: string | undefined
  /** The moment the directory is judged at, in milliseconds. It decides whether to build, never what. */
  at: number
  /** Adds the page that shows the design system, and neither compresses nor weighs. Never for a site that is put online. */
  development?: boolean | undefined
  /** Instead of the site's own: how a test sees the pages in a language that does not exist. Only in development. */
  languages?: readonly Language[] | undefined
}

export type BuildFault = DirectoryFault | 'no-directory' | 'no-roots' | 'too-heavy' | 'unfit-words'

/** Why the roots were believed: vouched for by the site before or by `rootsFile`, or because nothing contradicts them yet. */
export type Trust = 'vouched-for' | 'first-use'

export type BuildVerdict =
  | { ok: true; files: number; weights: Weight[]; directory: Directory; trust: Trust }
  | { ok: false; reason: BuildFault; about?: string | undefined }

/** The association's, and those of a return code and of files, which come at their own step. */
const OTHER_WORKERS: readonly string[] = ['open', 'opener', 'code', 'thread', 'files'] satisfies WorkerName[]

/** Every Worker that a phone may fetch between its first question and the receipt. */
const REPORTER_WORKERS = Object.entries(WORKERS)
  .filter(([name]) => !OTHER_WORKERS.includes(name))
  .map(([, path]) => path)

/** The edge compresses by itself: our brotli twins are for the self-hosted server. */
const EDGE_IGNORES = '*.br\n_headers\n'

const root = fileURLToPath(new URL('../..', import.meta.url))

export async function buildSite(request: BuildRequest): Promise<BuildVerdict> {
  const { directoryFile, out, rootsFile, at, development = false } = request
  const unfit = faultInWords() ?? faultInHelp()
  if (unfit !== null) return { ok: false, reason: 'unfit-words', about: unfit }
  const directoryBytes = await readIfThere(directoryFile)
  const signatureBytes = await readIfThere(`${directoryFile}.signatures`)
  if (!directoryBytes) return { ok: false, reason: 'no-directory' }
  if (!signatureBytes) return { ok: false, reason: 'too-few-signatures' }
  const roots = rootsFile === undefined ? undefined : await readRoots(rootsFile)
  if (roots === null) return { ok: false, reason: 'no-roots' }
  const known = { predecessor: await readPredecessor(out), roots }
  const verdict = await judge(directoryBytes, signatureBytes, known, at)
  if (!verdict.ok) return verdict
  const { directory, compiled } = verdict.value

  const files: SiteFile[] = [
    siteFile('/directory.json', directoryBytes, 'page'),
    siteFile('/directory.json.signatures', signatureBytes, 'page'),
    siteFile(SPARE_CURVES_PATH, await bundleSpareCurves(), 'page'),
    ...(await staticFiles()),
    ...(await securityFiles(directory)),
  ]
  for (const [path, bytes] of await bundleWorkers(compiled)) {
    files.push(siteFile(path, bytes, 'page'))
  }
  const languages = (development && request.languages) || LANGUAGES
  const pagePaths = await addPages(files, directory, languages, await loadPages(development))

  const weights = development ? [] : weigh(files, pagePaths, REPORTER_WORKERS, directory.associations.length)
  const tooHeavy = weights.find(({ bytes, budgetBytes }) => bytes > budgetBytes)
  if (tooHeavy) {
    const about = `${tooHeavy.name}: ${tooHeavy.bytes} bytes compressed, ${tooHeavy.budgetBytes} allowed`
    return { ok: false, reason: 'too-heavy', about }
  }

  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const manifest = utf8(manifestText(manifestOf(files, version, directory.version)))
  const signatures = await keptSignatures(out, manifest, directory.roots)
  await replaceFolder(out, async (folder) => {
    await writeSite(folder, files, !development)
    await writeFile(join(folder, 'manifest.json'), manifest)
    if (signatures !== null) await writeFile(join(folder, 'manifest.json.signatures'), signatures)
    await writeFile(join(folder, '_headers'), edgeHeaders(files))
    await writeFile(join(folder, '.assetsignore'), EDGE_IGNORES)
  })
  const trust = known.predecessor || roots ? 'vouched-for' : 'first-use'
  return { ok: true, files: files.length, weights, directory, trust }
}

async function judge(directoryBytes: Buffer, signatureBytes: Buffer, known: Known, at: number) {
  const signed = await verifySignedDirectory(copy(directoryBytes), copy(signatureBytes), at, known)
  if (!signed.ok) return signed
  const keys = await verifyKeys(signed.value, at)
  if (!keys.ok) return keys
  const observatory = await verifyKey(signed.value.observatory, at)
  if (!observatory.ok) return observatory
  const compiled = compileDirectory(signed.value, keys.value, observatory.value)
  const value = { directory: signed.value, compiled }
  return { ok: true, value } satisfies DirectoryVerdict<typeof value>
}

/**
 * The directory of the site that is there, or that a stopped build left half replaced. One that is there and cannot be read is
 * empty bytes, which are refused: what is unreadable must never count as absent.
 */
async function readPredecessor(out: string): Promise<Buffer | undefined> {
  for (const folder of [out, besideOld(out)]) {
    const bytes = await readIfThere(join(folder, 'directory.json')).catch(() => Buffer.alloc(0))
    if (bytes) return bytes
  }
  return undefined
}

async function readRoots(file: string): Promise<string[] | null> {
  const bytes = await readIfThere(file)
  return bytes && parseRoots(bytes.toString('utf8'))
}

const copy = (bytes: Buffer) => Uint8Array.from(bytes)

/** Renders every page with its assets. Returns what a phone fetches for the pages that are weighed. */
async function addPages(
  files: SiteFile[],
  directory: Directory,
  languages: readonly Language[],
  pages: readonly Page[],
): Promise<WeighedPaths> {
  const assets = new Map<string, Asset>()
  const asset = async (name: string, kind: 'js' | 'css', framed: boolean): Promise<Asset> => {
    const key = `${name}.${kind}`
    const known = assets.get(key)
    if (known) return known
    const bytes = await (kind === 'js' ? bundleScript(name) : bundleStyle(name))
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const made = {
      path: `/a/${name.split('/').at(-1)}.${hash}.${kind}`,
      integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
    }
    files.push(siteFile(made.path, bytes, framed ? 'viewer-asset' : 'hashed-asset'))
    assets.set(key, made)
    return made
  }

  const paths: { pages: string[][]; later: string[][]; trends: string[][] } = {
    pages: [],
    later: [],
    trends: [],
  }
  for (const page of pages) {
    const framed = page.headers === 'viewer'
    const script = page.script === null ? null : await asset(page.script, 'js', framed)
    const style = await asset(page.style, 'css', framed)
    for (const { path, locale, html } of await renderPage(page, { script, style }, directory, languages)) {
      files.push(
        siteFile(
          path,
          Buffer.from(html),
          page.headers,
          path === '/' ? 'index.html' : `${path.slice(1)}.html`,
        ),
      )
      const fetched = [path, style.path, ...(script ? [script.path] : [])]
      if (path === ADDRESSES.write[locale]) paths.pages.push(fetched)
      if (path === ADDRESSES.more[locale]) paths.later.push(fetched)
      if (path === ADDRESSES.trends[locale]) paths.trends.push(fetched)
    }
  }
  return paths
}

async function staticFiles(): Promise<SiteFile[]> {
  const folder = join(root, 'src/pages/static')
  const names = (await readdir(folder)).toSorted()
  return Promise.all(
    names.map(async (name) => siteFile(`/${name}`, await readFile(join(folder, name)), 'page')),
  )
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const besideOld = (out: string): string => `${out}.old`

/** Fills a new folder and puts it in the place of the old one, so that a reader never sees half a site. */
async function replaceFolder(out: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const [fresh, old] = [`${out}.new`, besideOld(out)]
  const clear = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })
  await clear(fresh)
  await fill(fresh)
  if (existsSync(out)) {
    await clear(old)
    await rename(out, old)
  }
  await rename(fresh, out)
  await clear(old)
}
