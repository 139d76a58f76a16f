// Draws discrete Laplace noise exactly: integers only, from the platform's secure generator. A float, or a generator that can be
// guessed, would tell a count from its neighbour. Canonne, Kamath, Steinke: The Discrete Gaussian (2020), algorithms 1 and 2.
import type { Rational } from '../protocol/families.ts'

/** Gives bytes that nobody can guess. */
export type RandomSource = (length: number) => Uint8Array

const POOL_BYTES = 16 * 1024

/** The platform's own generator, asked for many bytes at a time. Each byte is given once. */
export function secureSource(): RandomSource {
  let pool = new Uint8Array(0)
  let used = 0
  return (length) => {
    if (used + length > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(Math.max(POOL_BYTES, length)))
      used = 0
    }
    const bytes = pool.slice(used, used + length)
    pool.fill(0, used, used + length)
    used += length
    return bytes
  }
}

/** One draw: z with probability proportional to e^(-|z|·ε). */
export function discreteLaplace({ numerator, denominator }: Rational, source: RandomSource): bigint {
  const [s, t] = [BigInt(numerator), BigInt(denominator)]
  for (;;) {
    const u = uniformBelow(t, source)
    if (!bernoulliExp(u, t, source)) continue
    let v = 0n
    while (bernoulliExp(1n, 1n, source)) v += 1n
    const magnitude = (u + t * v) / s
    const negative = uniformBelow(2n, source) === 1n
    // Zero has one sign, or it would come twice as often.
    if (negative && magnitude === 0n) continue
    return negative ? -magnitude : magnitude
  }
}

/** True with probability e^(-n/d), for 0 ≤ n ≤ d. */
function bernoulliExp(n: bigint, d: bigint, source: RandomSource): boolean {
  let k = 1n
  while (uniformBelow(d * k, source) < n) k += 1n
  return k % 2n === 1n
}

/** A uniform integer from 0 to `bound` - 1, by rejection. */
function uniformBelow(bound: bigint, source: RandomSource): bigint {
  const bits = (bound - 1n).toString(2).length
  const bytes = Math.ceil(bits / 8)
  const excess = BigInt(bytes * 8 - bits)
  for (;;) {
    let drawn = 0n
    for (const byte of source(bytes)) drawn = (drawn << 8n) | BigInt(byte)
    drawn >>= excess
    if (drawn < bound) return drawn
  }
}
