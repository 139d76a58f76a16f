// What a root of the federation hands over when it has looked at a held release. Tests only.
import { toBase64 } from '../../../src/crypto/encoding.ts'
import { approvalBytes, type Approval } from '../../../src/observatory/approval.ts'
import type { Federation } from '../federation.ts'

export async function approvalOf(
  root: Federation['roots'][number] | undefined,
  release: { family: string; window: string; sha256: string },
  note: string,
): Promise<Approval> {
  if (!root) throw new Error('a federation has three roots')
  const { family, window, sha256 } = release
  const approved = { family: family as Approval['family'], window, sha256, note }
  const signature = toBase64(await root.sign(approvalBytes(approved)))
  return { ...approved, root: root.publicKey, signature }
}
