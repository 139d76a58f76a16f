// Runs the `balise` command as a person does: a process of its own, no terminal, only the environment it is given.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ENTRY = join(import.meta.dirname, '../../src/cli/balise.ts')

export interface Ended {
  exit: number | null
  output: string
  errors: string
}

/** `passphrase` goes by BALISE_PASSPHRASE; without one the variable is absent. `more` adds to the environment. */
export function runBalise(
  args: readonly string[],
  passphrase?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { BALISE_PASSPHRASE: _own, ...inherited } = process.env
  const env = { ...inherited, ...more }
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: passphrase === undefined ? env : { ...env, BALISE_PASSPHRASE: passphrase },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, output, errors }))
  })
}
