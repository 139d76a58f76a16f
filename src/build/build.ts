// `npm run build -- --directory FILE --out DIR`: builds the site, or says why it may not be built.
import { parseArgs } from 'node:util'
import { explainFault } from '../directory/faults.ts'
import { buildSite, type BuildFault } from './build-site.ts'

const USAGE = 'Usage: npm run build -- --directory FILE --out DIR'

function readArguments(): { directory: string; out: string } | null {
  try {
    const { values } = parseArgs({ options: { directory: { type: 'string' }, out: { type: 'string' } } })
    const { directory, out } = values
    return directory !== undefined && out !== undefined ? { directory, out } : null
  } catch {
    return null
  }
}

function explain(reason: BuildFault, about?: string): string {
  if (reason === 'too-heavy') return `The report page is too heavy for a slow phone. ${about ?? ''}`
  if (reason === 'no-directory')
    return 'There is no directory file there. Make one: npx balise directory new --help'
  return explainFault(reason, about)
}

const given = readArguments()
if (!given) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  const verdict = await buildSite({ directoryFile: given.directory, out: given.out, at: Date.now() })
  if (verdict.ok) {
    for (const { name, bytes, budgetBytes } of verdict.weights) {
      process.stdout.write(`${name}: ${bytes} bytes compressed (at most ${budgetBytes})\n`)
    }
    process.stdout.write(`built ${verdict.files} files, directory version ${verdict.directory.version}\n`)
  } else {
    process.stderr.write(`Not built. ${explain(verdict.reason, verdict.about)}\n`)
    process.exitCode = 1
  }
}
