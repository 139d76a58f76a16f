// A thread of the flood that solves what the server asks, so that the other clients go on meanwhile.
import { hash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { solveProof } from '../../../src/crypto/proof-of-work.ts'

parentPort?.on('message', (challenge: string) =>
  parentPort?.postMessage(solveProof(challenge, (bytes) => hash('sha256', bytes, 'buffer'))),
)
