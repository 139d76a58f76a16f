// Opens a file that went with a report, for the association that was told how. Bytes that are not exactly those that were sealed are
// never given back.
import { digestHex } from '../crypto/digest.ts'
import { concat, fromHex, type Bytes } from '../crypto/encoding.ts'
import { decryptUnder } from '../crypto/openpgp.ts'
import type { Attachment } from '../protocol/attachment.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

/** Whether these bytes are the part that the envelope tells of. One that is not is fetched again, alone. */
export const isPart = async (sha256: string, bytes: Bytes): Promise<boolean> =>
  (await digestHex(bytes)) === sha256

/** What opening needs of an attachment. */
type Sealed = Pick<Attachment, 'bytes' | 'sha256' | 'sessionKey' | 'parts'>

/**
 * The file, byte for byte, out of all its parts in order. `altered-part`: one of them is missing or is not the one that was sealed.
 * `damaged`: the parts are those, and what is in them is not what the envelope says.
 */
export async function openAttachment(
  attachment: Sealed,
  parts: readonly Bytes[],
): Promise<Result<Bytes, 'altered-part' | 'damaged'>> {
  const { bytes, sha256 } = attachment
  const same = await Promise.all(attachment.parts.map((part, index) => isPart(part, parts[index] ?? NOTHING)))
  if (parts.length !== same.length || same.includes(false)) return decline('altered-part')
  const sessionKey = fromHex(attachment.sessionKey)
  const file = sessionKey && (await decryptUnder(sessionKey, concat(...parts)).catch(() => null))
  return file?.length === bytes && (await digestHex(file)) === sha256 ? accept(file) : decline('damaged')
}

const NOTHING: Bytes = new Uint8Array()
