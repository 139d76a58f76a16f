// Reads a directory with its signatures, and says whether two of the roots that are known signed it.
import { utf8 } from '../crypto/encoding.ts'
import type { Directory } from '../directory/directory.ts'
import { explainFault } from '../directory/faults.ts'
import { signaturesText, verifySignedDirectory } from '../directory/verify-directory.ts'
import { readDirectoryFile } from './directory-file.ts'
import { readKnownRoots } from './known-roots.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { readSignaturesFile } from './root-signatures.ts'

/** `at`: milliseconds. `evenExpired`: one whose day is past is taken too. */
export async function readSignedDirectory(
  { directory: path, roots: rootsPath }: { directory: string; roots: string | undefined },
  at: number,
  evenExpired: boolean,
): Promise<Outcome<Directory>> {
  const roots = await readKnownRoots(rootsPath)
  if (!roots.ok) return roots
  const file = await readDirectoryFile(path)
  if (!file.ok) return file
  const signatures = await readSignaturesFile(path)
  if (!signatures.ok) return signatures
  const signatureBytes = utf8(signaturesText(signatures.value))
  const known = { roots: roots.value, evenExpired }
  const verdict = await verifySignedDirectory(file.value.bytes, signatureBytes, at, known)
  return verdict.ok
    ? done(verdict.value)
    : refused(`${path} is not valid. ${explainFault(verdict.reason, verdict.about)}`)
}
