// Proof of work: 16 small puzzles rather than one large, so that progress is even and the wait predictable.
// Puzzle i is solved by a counter for which SHA-256(challenge ‖ i ‖ counter) begins with `bits` zero bits.
import { PUZZLES } from '../protocol/limits.ts'
import { announcedBits } from './challenge.ts'
import { concat, fromBase64Url, toBase64Url, utf8, type Bytes } from './encoding.ts'

export type Hash = (bytes: Uint8Array) => Uint8Array

/** `challenge ‖ i ‖ counter`: i is one byte, counter four, big-endian. */
function puzzleInput(challenge: string, puzzle: number): Bytes {
  return concat(utf8(challenge), Uint8Array.of(puzzle, 0, 0, 0, 0))
}

function startsWithZeroBits(hash: Uint8Array, bits: number): boolean {
  let left = bits
  for (const byte of hash) {
    if (left <= 0) return true
    if (byte >>> Math.max(0, 8 - left) !== 0) return false
    left -= 8
  }
  return left <= 0
}

/** Attempts: a second or so where they are slowest. */
const SIGN_OF_LIFE = 16_384

/**
 * Solves every puzzle; calls `onSolved` with how many are done, and now and then in the middle of one, so that whoever waits knows that it
 * goes on: at the ceiling one alone can take a slow phone half a minute. Returns the `Proof` header's value,
 * `<challenge>.<solutions>`, the solutions being 16 big-endian 32-bit counters in base64url (86 characters).
 */
export function solveProof(
  challenge: string,
  hash: Hash,
  onSolved: (solved: number) => void = () => {},
): string {
  const bits = announcedBits(challenge)
  const solutions = new DataView(new ArrayBuffer(PUZZLES * 4))
  for (let puzzle = 0; puzzle < PUZZLES; puzzle++) {
    const input = puzzleInput(challenge, puzzle)
    const counterView = new DataView(input.buffer, input.length - 4)
    let counter = 0
    do {
      if (counter > 0 && counter % SIGN_OF_LIFE === 0) onSolved(puzzle)
      counterView.setUint32(0, counter++)
    } while (!startsWithZeroBits(hash(input), bits))
    solutions.setUint32(puzzle * 4, counter - 1)
    onSolved(puzzle + 1)
  }
  return `${challenge}.${toBase64Url(new Uint8Array(solutions.buffer))}`
}

/** The two parts of a `Proof` header, or null when it is not one. */
export function splitProof(header: string): { challenge: string; solutions: Bytes } | null {
  const dot = header.lastIndexOf('.')
  const solutions = fromBase64Url(header.slice(dot + 1))
  return dot > 0 && header.length < 256 && solutions?.length === PUZZLES * 4
    ? { challenge: header.slice(0, dot), solutions }
    : null
}

/** Whether every puzzle of `challenge` is solved at `bits` of difficulty: 16 hashes. */
export function checkSolutions(challenge: string, bits: number, solutions: Uint8Array, hash: Hash): boolean {
  if (solutions.length !== PUZZLES * 4) return false
  for (let puzzle = 0; puzzle < PUZZLES; puzzle++) {
    const input = puzzleInput(challenge, puzzle)
    input.set(solutions.subarray(puzzle * 4, puzzle * 4 + 4), input.length - 4)
    if (!startsWithZeroBits(hash(input), bits)) return false
  }
  return true
}
