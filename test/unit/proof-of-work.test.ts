// A phone pays a little before it may send; the server checks the payment in sixteen hashes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueChallenge } from '../../src/crypto/challenge.ts'
import { fromBase64Url, toBase64Url, toHex, type Bytes } from '../../src/crypto/encoding.ts'
import { checkSolutions, solveProof, splitProof } from '../../src/crypto/proof-of-work.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { sha256 } from '../../src/crypto/sha256.ts'
import { PUZZLES } from '../../src/protocol/limits.ts'
import { anyText } from '../support/any-text.ts'

const secret = randomBytes(32)
const challengeOf = (bits: number): string =>
  issueChallenge(secret, { purpose: 'submission', bits, expiresAt: 1_800_000_000 })

/** What a server does with a `Proof` header once it knows the challenge. */
function isPaid(header: string, bits: number, challenge = header.slice(0, header.lastIndexOf('.'))): boolean {
  const proof = splitProof(header)
  return proof !== null && checkSolutions(challenge, bits, proof.solutions, sha256)
}

const BITS = 6
const challenge = challengeOf(BITS)
const proof = solveProof(challenge, sha256)
const solutions = splitProof(proof)?.solutions ?? new Uint8Array()

/** The definition, computed the slow way: SHA-256(challenge ‖ i ‖ counter) as a number has `bits` leading zeros. */
function solvesByDefinition(text: string, puzzle: number, counter: Uint8Array, bits: number): boolean {
  const input = Uint8Array.of(...new TextEncoder().encode(text), puzzle, ...counter)
  return BigInt(`0x${toHex(sha256(input))}`) >> BigInt(256 - bits) === 0n
}

describe('a solved proof', () => {
  it('is accepted by whoever checks it, at any difficulty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (bits) => {
        expect(isPaid(solveProof(challengeOf(bits), sha256), bits)).toBe(true)
      }),
      { numRuns: 12 },
    )
  })

  it('is what the protocol defines: sixteen counters of four bytes, each hash beginning with zero bits', () => {
    expect(solutions).toHaveLength(64)
    const solved = Array.from({ length: PUZZLES }, (_, puzzle) =>
      solvesByDefinition(challenge, puzzle, solutions.subarray(4 * puzzle, 4 * puzzle + 4), BITS),
    )
    expect(solved).toEqual(Array.from({ length: PUZZLES }, () => true))
  })

  it('tells its progress puzzle by puzzle', () => {
    const progress: number[] = []
    solveProof(challengeOf(2), sha256, (solved) => progress.push(solved))
    expect(progress).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
  })

  it('gives a sign of life in the middle of a long puzzle, so that nobody takes it for stuck', () => {
    let attempts = 0
    const unlucky = (): Uint8Array => new Uint8Array(32).fill(++attempts <= 40_000 ? 255 : 0)
    const heard: number[] = []
    solveProof(challengeOf(16), unlucky, (solved) => heard.push(solved))
    expect(heard.slice(0, 4)).toEqual([0, 0, 1, 2])
  })

  it('fits in a header', () => {
    expect(proof).toMatch(/^[A-Za-z0-9_.-]{1,255}$/)
  })
})

describe('a proof that was not paid for', () => {
  it('is refused when one counter, whichever, was replaced by one that solves nothing', () => {
    for (let puzzle = 0; puzzle < PUZZLES; puzzle++) {
      const wrong = new Uint8Array(solutions)
      const counter = wrong.subarray(4 * puzzle, 4 * puzzle + 4)
      do counter.set(randomBytes(4))
      while (solvesByDefinition(challenge, puzzle, counter, BITS))
      expect(checkSolutions(challenge, BITS, wrong, sha256)).toBe(false)
    }
  })

  it('is refused for any challenge but its own', () => {
    const spares = Array.from({ length: 20 }, () => challengeOf(BITS))
    expect(spares.filter((spare) => isPaid(proof, BITS, spare))).toEqual([])
  })

  it('is refused when its solutions stand in another order', () => {
    const turned = Uint8Array.of(...solutions.subarray(4), ...solutions.subarray(0, 4))
    expect(checkSolutions(challenge, BITS, turned, sha256)).toBe(false)
  })

  it('is refused at a higher difficulty than the one solved', () => {
    expect(checkSolutions(challenge, 24, solutions, sha256)).toBe(false)
  })

  it.each([0, 4, 60, 63, 65, 128])('is refused with %i bytes of solutions', (length) => {
    expect(checkSolutions(challenge, 0, new Uint8Array(length), sha256)).toBe(false)
  })

  it('is refused by the exact bit: a hash with one zero bit too few does not count', () => {
    const hashOf = (byte: number) => (): Bytes => Uint8Array.of(0, byte, ...new Uint8Array(30))
    const any = new Uint8Array(64)
    expect(checkSolutions('c', 13, any, hashOf(0b0000_0111))).toBe(true)
    expect(checkSolutions('c', 13, any, hashOf(0b0000_1000))).toBe(false)
    expect(checkSolutions('c', 16, any, hashOf(0))).toBe(true)
    expect(checkSolutions('c', 16, any, hashOf(1))).toBe(false)
  })
})

describe('a header that is no proof', () => {
  const encoded = toBase64Url(solutions)

  it.each([
    '',
    '.',
    challenge,
    encoded,
    `.${encoded}`,
    `${challenge}.`,
    `${challenge}.${encoded.slice(1)}`,
    `${challenge}.${encoded}AAAA`,
    `${challenge}.${encoded.slice(0, -2)}==`,
    `${challenge}.${encoded.slice(0, -1)}!`,
    `${'x'.repeat(200)}.${encoded}`,
  ])('is told apart (case %#)', (header) => {
    expect(splitProof(header)).toBeNull()
  })

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(anyText(300), (header) => {
        expect(splitProof(header)).toBeNull()
      }),
    )
  })

  it('is told from one that is: the two parts come back as they were', () => {
    expect(splitProof(proof)).toEqual({ challenge, solutions: fromBase64Url(encoded) })
  })
})
