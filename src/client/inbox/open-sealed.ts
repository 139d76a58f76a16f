// One envelope as it came from the server, in base64, tried with the association's keys. It runs in Workers alone.
import { fromBase64 } from '../../crypto/encoding.ts'
import type { PrivateKey } from '../../crypto/openpgp.ts'
import { decline } from '../../protocol/result.ts'
import { openEnvelope } from '../../sealing/open-envelope.ts'
import type { Opened } from '../../sealing/inbox-items.ts'

/** Whose keys, oldest first. */
export interface OpeningKeys {
  association: string
  keys: readonly PrivateKey[]
}

export async function openSealed(sealed: string, { keys, association }: OpeningKeys): Promise<Opened> {
  const bytes = fromBase64(sealed)
  return bytes ? await openEnvelope(bytes, keys, association) : decline('damaged')
}
