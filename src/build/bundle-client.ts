// Bundles the islands, their styles and their Workers with esbuild. Output depends on the source and the directory alone:
// no path, date or machine name enters a byte of it.
import { fileURLToPath } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { WORKERS } from '../client/worker-paths.ts'
import type { SealingEntry } from '../directory/directory.ts'
import { lightOpenpgp, type OpenpgpParts } from './light-openpgp.ts'

const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Browsers since 2022: the newest thing the code needs is `Array.prototype.toSorted` and WebCrypto. */
const TARGET = 'es2022'

/**
 * Said here, because esbuild otherwise takes these from whichever tsconfig.json it finds above the source, and the same source
 * would give other bytes elsewhere.
 */
export const TYPESCRIPT: BuildOptions = {
  tsconfigRaw: { compilerOptions: { strict: true, verbatimModuleSyntax: true } },
}

const COMMON: BuildOptions = {
  ...TYPESCRIPT,
  bundle: true,
  minify: true,
  write: false,
  platform: 'browser',
  target: TARGET,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
}

async function bundle(entry: string, options: BuildOptions): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...COMMON, entryPoints: [source(entry)], ...options })
  const [file] = outputFiles ?? []
  if (!file || outputFiles?.length !== 1) throw new Error(`${entry} did not bundle to one file`)
  return file.contents
}

/** A page's island: one module script. */
export const bundleScript = (entry: string): Promise<Uint8Array> =>
  bundle(`client/${entry}.ts`, { format: 'esm' })

export const bundleStyle = (entry: string): Promise<Uint8Array> => bundle(`pages/styles/${entry}.css`, {})

/** Which parts of OpenPGP.js each Worker needs. The sealing Worker is on a phone's slow link; the workspace is not. */
const OPENPGP_PARTS: Partial<Record<keyof typeof WORKERS, OpenpgpParts>> = { seal: 'sealing', open: 'whole' }

/** Every Worker, by its served path, with the directory compiled in. */
export async function bundleWorkers(entries: readonly SealingEntry[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const [name, { entry, path }] of Object.entries(WORKERS)) {
    const parts = OPENPGP_PARTS[name as keyof typeof WORKERS]
    const plugins = [compiledDirectory(entries), ...(parts ? [lightOpenpgp(parts)] : [])]
    files.set(path, await bundle(`client/${entry}.ts`, { format: 'iife', plugins }))
  }
  return files
}

/** The curve arithmetic of phones whose WebCrypto lacks X25519, fetched by the sealing Worker only there. */
export const bundleSpareCurves = (): Promise<Uint8Array> =>
  bundle('build/spare-curves.ts', { format: 'esm', plugins: [lightOpenpgp('spare-curves')] })

const compiledDirectory = (entries: readonly SealingEntry[]): Plugin => ({
  name: 'compiled-directory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^balise:directory$/ }, ({ path }) => ({ path, namespace: 'balise' }))
    onLoad({ filter: /.*/, namespace: 'balise' }, () => ({
      contents: `export const entries = ${JSON.stringify(entries)}`,
      loader: 'js',
    }))
  },
})
