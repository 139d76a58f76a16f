// Opens a sealed envelope with an association's key, or with those it had before. Three outcomes, told apart for the reader:
// opened; sealed to another key; sealed to this key but damaged. Who wrote it is another question: thread.ts answers it.
import * as v from 'valibot'
import { fromUtf8 } from '../crypto/encoding.ts'
import { decryptWith, type PrivateKey } from '../crypto/openpgp.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { InboxContents } from '../protocol/thread.ts'

/** An envelope for another association inside our own would be an error of the sender or an attack: it is damaged too. */
export const openEnvelope = (
  sealed: Uint8Array,
  keys: PrivateKey | readonly PrivateKey[],
  association: string,
): Promise<Opening> => readOpened(decryptWith(keys, sealed), association)

type Opening = Result<InboxContents, 'not-mine' | 'damaged'>

/** The same of what is being opened elsewhere: null is "not mine", a rejection is "damaged". */
export async function readOpened(opening: Promise<Uint8Array | null>, association: string): Promise<Opening> {
  try {
    const plaintext = await opening
    if (!plaintext) return decline('not-mine')
    const parsed: unknown = JSON.parse(fromUtf8(plaintext))
    const contents = v.safeParse(InboxContents, parsed)
    if (!contents.success || addresseeOf(contents.output) !== association) return decline('damaged')
    // A signature is over the keys in the order they came in; a schema would put them in its own.
    return accept(contents.output.kind === 'report' ? contents.output : (parsed as InboxContents))
  } catch {
    return decline('damaged')
  }
}

const addresseeOf = (contents: InboxContents): string =>
  contents.kind === 'report' ? contents.consent.association : contents.association
