// Builds the whole site from the source and one signed directory: a pure function of both. It refuses a directory that
// may not be believed, and a page that weighs too much; it never fetches anything.
import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WORKERS } from '../client/worker-paths.ts'
import type { Directory } from '../directory/directory.ts'
import { sealingEntries } from '../directory/sealing-entries.ts'
import {
  parseDirectory,
  verifyKeys,
  verifySignedDirectory,
  type DirectoryFault,
  type DirectoryVerdict,
} from '../directory/verify-directory.ts'
import { ADDRESSES } from '../i18n/addresses.ts'
import type { Asset } from '../pages/page.ts'
import { bundleScript, bundleSpareCurves, bundleStyle, bundleWorkers } from './bundle-client.ts'
import { SPARE_CURVES_PATH } from './light-openpgp.ts'
import { loadPages, renderPage } from './render-pages.ts'
import { edgeHeaders, manifestOf, siteFile, writeSite, type SiteFile } from './site-files.ts'
import { weigh, type Weight } from './size-budget.ts'

export interface BuildRequest {
  /** Path of `directory.json`; its signatures are beside it, in `directory.json.signatures`. */
  directoryFile: string
  /** Folder to (re)make. A site already there must be of the same federation, and not newer. */
  out: string
  /** The moment the directory is judged at, in milliseconds. It decides whether to build, never what. */
  at: number
}

export type BuildFault = DirectoryFault | 'no-directory' | 'too-heavy'

export type BuildVerdict =
  | { ok: true; files: number; weights: Weight[]; directory: Directory }
  | { ok: false; reason: BuildFault; about?: string | undefined }

/** The edge compresses by itself: our brotli twins are for the self-hosted server. */
const EDGE_IGNORES = '*.br\n_headers\n'

const root = fileURLToPath(new URL('../..', import.meta.url))

export async function buildSite({ directoryFile, out, at }: BuildRequest): Promise<BuildVerdict> {
  const directoryBytes = await readIfThere(directoryFile)
  const signatureBytes = await readIfThere(`${directoryFile}.signatures`)
  if (!directoryBytes) return { ok: false, reason: 'no-directory' }
  if (!signatureBytes) return { ok: false, reason: 'too-few-signatures' }
  const verdict = await judge(directoryBytes, signatureBytes, out, at)
  if (!verdict.ok) return verdict
  const { directory, entries } = verdict.value

  const files: SiteFile[] = [
    siteFile('/directory.json', directoryBytes, 'page'),
    siteFile('/directory.json.signatures', signatureBytes, 'page'),
    siteFile(SPARE_CURVES_PATH, await bundleSpareCurves(), 'page'),
    ...(await staticFiles()),
  ]
  for (const [path, bytes] of await bundleWorkers(directory.version, entries)) {
    files.push(siteFile(path, bytes, 'page'))
  }
  const reportPages = await addPages(files, directory)

  const weights = weigh(files, reportPages, WORKERS.seal.path)
  const tooHeavy = weights.find(({ bytes, budgetBytes }) => bytes > budgetBytes)
  if (tooHeavy) {
    const about = `${tooHeavy.name}: ${tooHeavy.bytes} bytes compressed, ${tooHeavy.budgetBytes} allowed`
    return { ok: false, reason: 'too-heavy', about }
  }

  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const manifest = manifestOf(files, version, directory.version)
  await replaceFolder(out, async (folder) => {
    await writeSite(folder, files)
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await writeFile(join(folder, '_headers'), edgeHeaders(files))
    await writeFile(join(folder, '.assetsignore'), EDGE_IGNORES)
  })
  return { ok: true, files: files.length, weights, directory }
}

async function judge(directoryBytes: Buffer, signatureBytes: Buffer, out: string, at: number) {
  const previousBytes = await readIfThere(join(out, 'directory.json'))
  const previous = previousBytes ? parseDirectory(previousBytes) : null
  const signed = await verifySignedDirectory(copy(directoryBytes), copy(signatureBytes), at, {
    predecessor: previous?.ok ? previous.value : undefined,
  })
  if (!signed.ok) return signed
  const keys = await verifyKeys(signed.value, at)
  if (!keys.ok) return keys
  const value = { directory: signed.value, entries: sealingEntries(signed.value, keys.value) }
  return { ok: true, value } satisfies DirectoryVerdict<typeof value>
}

const copy = (bytes: Buffer) => Uint8Array.from(bytes)

/** Renders every page with its assets. Returns, for each report page, the paths a phone fetches before it can write. */
async function addPages(files: SiteFile[], directory: Directory): Promise<string[][]> {
  const assets = new Map<string, Asset>()
  const asset = async (name: string, kind: 'js' | 'css'): Promise<Asset> => {
    const key = `${name}.${kind}`
    const known = assets.get(key)
    if (known) return known
    const bytes = await (kind === 'js' ? bundleScript(name) : bundleStyle(name))
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const made = {
      path: `/a/${name.split('/').at(-1)}.${hash}.${kind}`,
      integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
    }
    files.push(siteFile(made.path, bytes, 'hashed-asset'))
    assets.set(key, made)
    return made
  }

  const reportPages: string[][] = []
  for (const page of await loadPages()) {
    const script = page.script === null ? null : await asset(page.script, 'js')
    const style = await asset(page.style, 'css')
    for (const { path, locale, html } of await renderPage(page, { script, style }, directory)) {
      files.push(
        siteFile(
          path,
          Buffer.from(html),
          page.headers,
          path === '/' ? 'index.html' : `${path.slice(1)}.html`,
        ),
      )
      if (path === ADDRESSES.write[locale])
        reportPages.push([path, style.path, ...(script ? [script.path] : [])])
    }
  }
  return reportPages
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

/** Fills a new folder and puts it in the place of the old one, so that a reader never sees half a site. */
async function replaceFolder(out: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const [fresh, old] = [`${out}.new`, `${out}.old`]
  await rm(fresh, { recursive: true, force: true })
  await rm(old, { recursive: true, force: true })
  await fill(fresh)
  await rename(out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(fresh, out)
  await rm(old, { recursive: true, force: true })
}
