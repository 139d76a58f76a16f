// The tools associations already use, run as they run them: GnuPG in a home of its own, sq and sqop on files of their own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Tool = 'gpg' | 'sq' | 'sqop' | 'exiftool' | 'unzip' | 'python3' | 'sha256sum'

/**
 * The versions whose options these tests know: Debian 12's sq and sqop, GnuPG before its default became another algorithm.
 * Any other counts as missing.
 */
const KNOWN: Record<Tool, { ask: string; version: RegExp }> = {
  gpg: { ask: '--version', version: /^gpg \(GnuPG[^)]*\) 2\.[2-4]\./ },
  sq: { ask: '--version', version: /^sq 0\.2[67]\./ },
  sqop: { ask: 'version', version: /^sqop 0\.2[67]\./ },
  exiftool: { ask: '-ver', version: /^1[2-9]\./ },
  unzip: { ask: '-v', version: /^UnZip 6\./ },
  python3: { ask: '--version', version: /^Python 3\./ },
  sha256sum: { ask: '--version', version: /^sha256sum / },
}

export function isInstalled(tool: Tool): boolean {
  const { ask, version } = KNOWN[tool]
  return version.test(spawnSync(tool, [ask], { encoding: 'utf8' }).stdout ?? '')
}

export interface Ran {
  status: number | null
  stdout: Buffer
  stderr: string
}

/** A folder for one test, and tools run with nothing of this machine's own keys. */
export interface Bench {
  folder: string
  /** Writes a file in the folder and returns its path. */
  file: (name: string, contents: string | Uint8Array) => string
  read: (path: string) => Uint8Array
  run: (tool: Tool, args: readonly string[], input?: string | Uint8Array) => Ran
  /** As `run`, but a failure throws with what the tool said. */
  must: (tool: Tool, args: readonly string[], input?: string | Uint8Array) => Buffer
  close: () => void
}

export function openBench(): Bench {
  // A short path: the agent's socket lies in it, and a socket's path has at most 107 bytes.
  const folder = mkdtempSync(join(tmpdir(), 'bl-'))
  const env = { ...process.env, GNUPGHOME: folder, LC_ALL: 'C.UTF-8' }
  const run: Bench['run'] = (tool, args, input = '') => {
    const options = { env, cwd: folder, input, maxBuffer: 16 * 1024 * 1024, timeout: 30_000 }
    const { status, stdout, stderr } = spawnSync(tool, args, options)
    return { status, stdout, stderr: stderr.toString('utf8') }
  }
  return {
    folder,
    file: (name, contents) => {
      const path = join(folder, name)
      writeFileSync(path, contents, { mode: 0o600 })
      return path
    },
    read: (path) => new Uint8Array(readFileSync(path)),
    run,
    must: (tool, args, input) => {
      const ran = run(tool, args, input)
      if (ran.status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${ran.stderr}`)
      return ran.stdout
    },
    close: () => {
      spawnSync('gpgconf', ['--kill', 'all'], { env })
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** What makes gpg run without a person or a terminal. */
export const gpgUnattended = (passphrase: string): string[] => [
  '--batch',
  '--yes',
  '--no-tty',
  '--pinentry-mode',
  'loopback',
  '--passphrase',
  passphrase,
]

/** The armored certificate and secret key of the only key in the bench's GnuPG home. */
export function exportFromGpg(bench: Bench, passphrase: string): { certificate: string; secretKey: string } {
  const unattended = gpgUnattended(passphrase)
  return {
    certificate: bench.must('gpg', [...unattended, '--armor', '--export']).toString(),
    secretKey: bench.must('gpg', [...unattended, '--armor', '--export-secret-keys']).toString(),
  }
}
