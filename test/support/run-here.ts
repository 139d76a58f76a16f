// Runs a `balise` command line in the test's own process: the same code from arguments to exit code, without the third of a second
// that a process takes to start. That a process does the same is tested where the tool is run for real.
import { run } from '../../src/cli/run.ts'
import type { Ended } from './run-balise.ts'

type Write = typeof process.stdout.write

/** As `runBalise`: no terminal, and only the passphrase and variables it is given. One at a time. */
export async function runHere(
  args: readonly string[],
  passphrase?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const given = { ...more, ...(passphrase === undefined ? {} : { BALISE_PASSPHRASE: passphrase }) }
  const before = { ...process.env }
  const { stdout, stderr, stdin } = process
  const [writeOutput, writeErrors, { isTTY }] = [stdout.write, stderr.write, stdin]
  let output = ''
  let errors = ''
  delete process.env['BALISE_PASSPHRASE']
  Object.assign(process.env, given)
  stdout.write = ((text: string) => Boolean((output += text))) as Write
  stderr.write = ((text: string) => Boolean((errors += text))) as Write
  stdin.isTTY = false
  try {
    return { exit: await run(args), output, errors }
  } finally {
    Object.assign(stdout, { write: writeOutput })
    Object.assign(stderr, { write: writeErrors })
    stdin.isTTY = isTTY
    for (const name of ['BALISE_PASSPHRASE', ...Object.keys(given)]) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
