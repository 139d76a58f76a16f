// `npm run build -- --directory FILE --out DIR`: builds the site, or says why it may not be built.
import { parseArgs } from 'node:util'
import { explainFault } from '../directory/faults.ts'
import { buildSite, type BuildFault } from './build-site.ts'

const USAGE = `Usage: npm run build -- --directory FILE --out DIR [--roots FILE] [--development]

  --directory FILE  The directory.json to build with, its signatures beside it.
  --out DIR         Folder to (re)make. A site already there must vouch for the new directory.
  --roots FILE      The federation's roots.txt: two of these three keys must have signed.
  --development     Adds the page /design, and builds pages that are too heavy. Never put such a site online.

Without --roots and without a site in DIR, the roots are trusted for the first time: compare those it prints.`

interface Arguments {
  directory: string
  out: string
  roots: string | undefined
  development: boolean | undefined
}

function readArguments(): Arguments | null {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      options: { directory: text, out: text, roots: text, development: { type: 'boolean' } },
    })
    const { directory, out, roots, development } = values
    return directory !== undefined && out !== undefined ? { directory, out, roots, development } : null
  } catch {
    return null
  }
}

const FIRST_USE =
  'trusting these roots for the first time: compare them with the roots.txt that the root keepers gave you, or give it with --roots'

function explain(reason: BuildFault, about?: string): string {
  if (reason === 'too-heavy') return `The report page is too heavy for a slow phone. ${about ?? ''}`
  if (reason === 'unfit-words')
    return `Words or rows that editors keep are not fit to build with. ${about ?? ''}`
  if (reason === 'no-directory')
    return 'There is no directory file there. Make one: npx balise directory new --help'
  if (reason === 'no-roots')
    return 'The file of --roots must hold three different keys of 64 hexadecimal digits, one a line.'
  return explainFault(reason, about)
}

const given = readArguments()
if (!given) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  const { directory: directoryFile, out, roots: rootsFile, development } = given
  const verdict = await buildSite({ directoryFile, out, rootsFile, at: Date.now(), development })
  if (verdict.ok) {
    for (const { name, bytes, budgetBytes } of verdict.weights) {
      process.stdout.write(`${name}: ${bytes} bytes compressed (at most ${budgetBytes})\n`)
    }
    for (const root of verdict.directory.roots) process.stdout.write(`root ${root}\n`)
    if (verdict.trust === 'first-use') process.stdout.write(`${FIRST_USE}\n`)
    process.stdout.write(`built ${verdict.files} files, directory version ${verdict.directory.version}\n`)
  } else {
    process.stderr.write(`Not built. ${explain(verdict.reason, verdict.about)}\n`)
    process.exitCode = 1
  }
}
