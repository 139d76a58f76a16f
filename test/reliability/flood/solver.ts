// A thread that solves what a server asks: whoever waits for it goes on hearing the server meanwhile, as a page does.
import { hash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { solveProof } from '../../../src/crypto/proof-of-work.ts'

parentPort?.on('message', (challenge: string) =>
  parentPort?.postMessage(solveProof(challenge, (bytes) => hash('sha256', bytes, 'buffer'))),
)
