// What root keepers signed of the site that is there already: kept where a build comes out byte for byte the same, left behind where it does
// not. A signature that does not hold over the new bytes is never carried along.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestMessage } from '../directory/manifest.ts'
import { parseSignatures, signersOf } from '../directory/verify-directory.ts'

/** The text of `manifest.json.signatures`; null when nobody's holds over `manifestBytes`. */
export async function keptSignatures(
  folder: string,
  manifestBytes: Uint8Array,
  roots: readonly string[],
): Promise<string | null> {
  const bytes = await readFile(join(folder, 'manifest.json.signatures')).catch(() => null)
  const former = bytes && parseSignatures(bytes)
  if (!former?.ok) return null
  const message = manifestMessage(manifestBytes)
  const kept = []
  for (const signature of former.value.signatures) {
    const signers = await signersOf(message, { signatures: [signature] }, roots)
    if (signers.size === 1) kept.push(signature)
  }
  return kept.length > 0 ? `${JSON.stringify({ signatures: kept }, null, 2)}\n` : null
}
