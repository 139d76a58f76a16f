// What root keepers signed of the site that is there already: kept where a build comes out byte for byte the same, left behind where it does
// not. A signature that does not hold over the new bytes is never carried along.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestMessage } from '../directory/manifest.ts'
import { holdingSignatures, parseSignatures, signaturesText } from '../directory/verify-directory.ts'

/** The text of `manifest.json.signatures`; null when nobody's holds over `manifestBytes`. */
export async function keptSignatures(
  folder: string,
  manifestBytes: Uint8Array,
  roots: readonly string[],
): Promise<string | null> {
  const bytes = await readFile(join(folder, 'manifest.json.signatures')).catch(() => null)
  const former = bytes && parseSignatures(bytes)
  if (!former?.ok) return null
  const kept = await holdingSignatures(manifestMessage(manifestBytes), former.value, roots)
  return kept.length > 0 ? signaturesText({ signatures: kept }) : null
}
