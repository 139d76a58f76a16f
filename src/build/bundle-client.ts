// Bundles the islands, their styles and their Workers with esbuild. Output depends on the source and the directory alone:
// no path, date or machine name enters a byte of it.
import { fileURLToPath } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { minify } from 'terser'
import { WORKERS, type WorkerName } from '../client/worker-paths.ts'
import type { CompiledDirectory } from '../directory/sealing-entries.ts'
import { lightOpenpgp, type OpenpgpParts } from './light-openpgp.ts'
import { cutPhoneMetadata } from './phone-metadata.ts'

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

export async function bundle(entry: string, options: BuildOptions): Promise<Uint8Array> {
  const { outputFiles } = await build({ ...COMMON, entryPoints: [source(entry)], ...options })
  const [file] = outputFiles ?? []
  if (!file || outputFiles?.length !== 1) throw new Error(`${entry} did not bundle to one file`)
  return file.contents
}

/** On a phone's slow link a reader waits for every byte of these, so they are pressed once more; an association does not. */
const PRESSED: readonly string[] = ['report/report', 'more/more', 'return/back']

/** A page's island: one module script. */
export async function bundleScript(entry: string): Promise<Uint8Array> {
  const bundled = await bundle(`client/${entry}.ts`, { format: 'esm' })
  if (!PRESSED.includes(entry)) return bundled
  const { code } = await minify(Buffer.from(bundled).toString('utf8'), {
    module: true,
    ecma: 2020,
    compress: { passes: 3 },
  })
  if (code === undefined) throw new Error(`${entry} was lost in pressing`)
  return Buffer.from(code)
}

const WORKER_ENTRIES: Readonly<Record<WorkerName, string>> = {
  seal: 'report/seal.worker',
  prove: 'report/prove.worker',
  identify: 'report/identify.worker',
  open: 'inbox/open.worker',
  opener: 'inbox/opener.worker',
  code: 'code/code.worker',
  thread: 'return/thread.worker',
  files: 'files/files.worker',
}

/** Which parts of OpenPGP.js each Worker needs. The sealing Worker is on a phone's slow link; the workspace is not. */
const OPENPGP_PARTS: Partial<Record<WorkerName, OpenpgpParts>> = {
  seal: 'sealing',
  open: 'whole',
  opener: 'whole',
  thread: 'whole',
}

/** Only what reads answers and transfers asks who signed them long ago: whoever writes does not wait for that. */
const READS_OLD_SIGNATURES: readonly WorkerName[] = ['thread', 'open']

const withoutFormerKeys = ({ entries, observatory }: CompiledDirectory): CompiledDirectory => ({
  entries: entries.map(({ formerKeys: _former, ...entry }) => entry),
  observatory,
})

/** Every Worker, by its served path, with the directory compiled in. */
export async function bundleWorkers(directory: CompiledDirectory): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const name of Object.keys(WORKERS) as WorkerName[]) {
    const parts = OPENPGP_PARTS[name]
    const plugins = [
      compiledDirectory(READS_OLD_SIGNATURES.includes(name) ? directory : withoutFormerKeys(directory)),
      cutPhoneMetadata(),
      ...(parts ? [lightOpenpgp(parts)] : []),
    ]
    files.set(WORKERS[name], await bundle(`client/${WORKER_ENTRIES[name]}.ts`, { format: 'iife', plugins }))
  }
  return files
}

/** The curve arithmetic of phones whose WebCrypto lacks X25519, fetched by the sealing Worker only there. */
export const bundleSpareCurves = (): Promise<Uint8Array> =>
  bundle('build/spare-curves.ts', { format: 'esm', plugins: [lightOpenpgp('spare-curves')] })

const compiledDirectory = ({ entries, observatory }: CompiledDirectory): Plugin => ({
  name: 'compiled-directory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^balise:directory$/ }, ({ path }) => ({ path, namespace: 'balise' }))
    onLoad({ filter: /.*/, namespace: 'balise' }, () => ({
      contents: `export const entries = ${JSON.stringify(entries)}
export const observatory = ${JSON.stringify(observatory)}`,
      loader: 'js',
    }))
  },
})
