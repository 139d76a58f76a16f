// The proving Worker: solves the server's puzzles. It is given a challenge and nothing of what was written.
import { createSHA256 } from 'hash-wasm'
import { solveProof, type Hash } from '../../crypto/proof-of-work.ts'
import { sha256 } from '../../crypto/sha256.ts'
import type { ProveAnswer, ProveRequest } from './worker-messages.ts'

const answer = (message: ProveAnswer): void => postMessage(message)

/** WebAssembly is three times as fast; some hardened browsers turn it off, and plain code answers the same. */
async function fastestHash(): Promise<Hash> {
  try {
    const hasher = await createSHA256()
    return (bytes) => hasher.init().update(bytes).digest('binary')
  } catch {
    return sha256
  }
}

async function solve(challenge: string): Promise<void> {
  try {
    const hash = await fastestHash()
    const proof = solveProof(challenge, hash, (solved) => answer({ type: 'progress', solved }))
    answer({ type: 'solved', proof })
  } catch {
    answer({ type: 'failed' })
  }
}

addEventListener('message', ({ data }: MessageEvent<ProveRequest>) => {
  if (data.type === 'solve') void solve(data.challenge)
})
