// The proof of work that a post needs, with Node's own hash: several times faster than a portable one, and a proof takes some 131,000.
import { hash as digest } from 'node:crypto'
import { announcedBits } from '../crypto/challenge.ts'
import { solveProof, type Hash } from '../crypto/proof-of-work.ts'

const sha256: Hash = (bytes) => digest('sha256', bytes, 'buffer')

/** The `Proof` header for a challenge; null for one that no server of ours would give. */
export function prove(challenge: string): string | null {
  try {
    announcedBits(challenge)
  } catch {
    return null
  }
  return solveProof(challenge, sha256)
}
