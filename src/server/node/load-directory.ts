// Reads the signed directory a site was built with, and says what to do when there is none or it may not be believed.
import { join } from 'node:path'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { explainFault } from '../../directory/faults.ts'
import type { DirectoryFault } from '../../directory/verify-directory.ts'
import { openDirectory, type ServedDirectory } from '../served-directory.ts'
import { bytesOf } from './site-folder.ts'

export type DirectoryTrouble = 'no-site' | DirectoryFault

/** `at` is in milliseconds. */
export async function loadDirectory(
  siteDir: string,
  at: number,
): Promise<Result<ServedDirectory, DirectoryTrouble>> {
  const file = join(siteDir, 'directory.json')
  try {
    const [bytes, signatures] = [await bytesOf(file), await bytesOf(`${file}.signatures`)]
    const opened = await openDirectory(bytes, signatures, at)
    return opened.ok ? accept(opened.value) : decline(opened.reason)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return decline('no-site')
    throw error
  }
}

/** What an operator reads on the terminal. */
export function explainTrouble(trouble: DirectoryTrouble, siteDir: string): string {
  const cause =
    trouble === 'no-site'
      ? `There is no built site with a signed directory in ${siteDir}.`
      : `The directory in ${siteDir} may not be believed. ${explainFault(trouble)}`
  return `${cause}
Make and sign a directory:  npx balise directory new --help
Build the site from it:     npm run build -- --directory directory.json --out ${siteDir}
Or try a demonstration:     npm run demo
`
}
