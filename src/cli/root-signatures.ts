// The signatures of federation roots in a file beside what they sign: a directory, or the manifest of a site. Signatures that do not hold
// over the present bytes, or are by anyone but the three roots, are never carried along.
import type { Bytes } from '../crypto/encoding.ts'
import type { RootSignatures } from '../directory/directory.ts'
import {
  holdingSignatures,
  parseSignatures,
  signaturesText,
  signersOf,
} from '../directory/verify-directory.ts'
import { exists, readBytes, replace } from './files.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { readRoot } from './root-file.ts'
import { signAsRoot } from './root-keys.ts'

export const signaturesPath = (path: string): string => `${path}.signatures`

/** The signatures beside a file; none when there is no such file yet. */
export async function readSignaturesFile(path: string): Promise<Outcome<RootSignatures>> {
  if (!(await exists(signaturesPath(path)))) return done({ signatures: [] })
  const bytes = await readBytes(signaturesPath(path), 'the signatures')
  if (!bytes.ok) return bytes
  const signatures = parseSignatures(bytes.value)
  return signatures.ok
    ? done(signatures.value)
    : refused(`${signaturesPath(path)} is not readable. Delete it, and have two roots sign again.`)
}

interface ToSign {
  /** The file that is signed; its signatures go beside it. */
  path: string
  /** What exactly is signed of it. */
  message: Bytes
  /** The three keys whose signatures count. */
  roots: readonly string[]
}

/** Asks for the root's passphrase, signs, and merges with what others signed. What is signed was shown before. */
export async function signBeside(
  { path, message, roots }: ToSign,
  keyPath: string,
): Promise<Outcome<{ root: string; signers: number }>> {
  const former = await readSignaturesFile(path)
  if (!former.ok) return former
  const root = await readRoot(keyPath)
  if (!root.ok) return root
  if (!roots.includes(root.value.publicKey)) {
    return refused(`${keyPath} is not one of the three roots of ${path}. Use a key made with that directory.`)
  }
  const others = roots.filter((each) => each !== root.value.publicKey)
  const kept = await holdingSignatures(message, former.value, others)
  const signatures = { signatures: [...kept, signAsRoot(root.value, message)] }
  const written = await replace(signaturesPath(path), signaturesText(signatures), 'the signatures')
  if (!written.ok) return written
  const signers = await signersOf(message, signatures, roots)
  return done({ root: root.value.publicKey, signers: signers.size })
}
