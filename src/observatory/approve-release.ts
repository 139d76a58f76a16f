// Lets a held release be published once two roots of the federation have signed for these exact bytes and one same note. It changes
// nothing of what the release says, and believes no row of the store without its signature.
import * as v from 'valibot'
import { utf8 } from '../crypto/encoding.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import { keepApproval, letGo, readApprovals } from '../db/statistics/approvals.ts'
import { readRelease } from '../db/statistics/releases.ts'
import type { Store } from '../db/store.ts'
import { ROOT_THRESHOLD } from '../directory/directory.ts'
import { signersOf } from '../directory/verify-directory.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import { Approval, approvalBytes } from './approval.ts'

/** `published`: two have signed, now or before. `waiting`: one more root must sign the same note. */
export type ApprovalOutcome = 'published' | 'waiting'

export type ApprovalFault =
  | 'not-an-approval'
  /** No such release. */
  | 'not-found'
  /** It was never held, or other words than these were published with it. */
  | 'not-held'
  /** The release kept under this family and period has other bytes. */
  | 'other-release'
  /** None of the three roots made this signature over this. */
  | 'not-signed'

/**
 * Takes one root's approval. `roots` are the public keys of a directory that was verified. The same approval may be given again, and both
 * at one moment. Throws `StoreFailure`.
 */
export async function approveRelease(
  store: Store,
  roots: readonly string[],
  given: unknown,
): Promise<Result<ApprovalOutcome, ApprovalFault>> {
  const parsed = v.safeParse(Approval, given)
  if (!parsed.success) return decline('not-an-approval')
  const { family, window, sha256, note, root, signature } = parsed.output
  if (!(await isSigned([parsed.output], parsed.output, roots, 1))) return decline('not-signed')
  const release = await readRelease(store, family, window)
  if (!release) return decline('not-found')
  // The digest of the text itself: a row may say another than its own.
  if (release.sha256 !== sha256 || sha256Hex(utf8(release.body)) !== sha256) return decline('other-release')
  if (!release.held) return release.note === note ? accept('published') : decline('not-held')

  await keepApproval(store, { family, window, root, note, signature })
  const same = (await readApprovals(store, family, window)).filter((each) => each.note === note)
  if (await isSigned(same, parsed.output, roots, ROOT_THRESHOLD)) await letGo(store, parsed.output, note)
  const after = await readRelease(store, family, window)
  if (after?.held !== false) return accept('waiting')
  return after.note === note ? accept('published') : decline('not-held')
}

/** Whether so many different roots signed for this release with this note. */
const isSigned = async (
  signatures: readonly Pick<Approval, 'root' | 'signature'>[],
  approved: Approval,
  roots: readonly string[],
  least: number,
): Promise<boolean> =>
  (await signersOf(approvalBytes(approved), { signatures: [...signatures] }, roots)).size >= least
