// What a federation root signs to let a held release be published: the family, the period, the digest of the exact bytes it saw, and the
// note that goes with them. It reads and keeps nothing.
import * as v from 'valibot'
import { utf8, type Bytes } from '../crypto/encoding.ts'
import { RootKey } from '../directory/directory.ts'
import { FamilyName } from '../protocol/release.ts'
import { Sha256 } from '../protocol/shapes.ts'
import { StatisticsWindow } from '../protocol/statistics-window.ts'

const NOTE_MOST_CHARACTERS = 600

/** One line or several, published beside the release. No control character: what is signed is what is read. */
export const ApprovalNote = v.pipe(
  v.string(),
  v.maxLength(NOTE_MOST_CHARACTERS),
  v.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+(?:\n+[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+)*$/u),
  v.check((note) => note === note.trim() && note === note.normalize()),
)

/** What is approved. `sha256` is of the release's exact bytes. */
const Approved = {
  family: FamilyName,
  window: StatisticsWindow,
  sha256: Sha256,
  note: ApprovalNote,
}

/** An approval as its root hands it over. `signature`: Ed25519 over `approvalBytes`, base64. */
export const Approval = v.strictObject({
  ...Approved,
  root: RootKey,
  signature: v.pipe(v.string(), v.maxLength(88)),
})
export type Approval = v.InferOutput<typeof Approval>

/** The exact bytes to sign. The first line keeps it apart from a directory and from a manifest, which roots sign too. */
export const approvalBytes = ({
  family,
  window,
  sha256,
  note,
}: Pick<Approval, 'family' | 'window' | 'sha256' | 'note'>): Bytes =>
  utf8(`balise-approval-1\n${family}\n${window}\n${sha256}\n${note}\n`)
