// Chance for invented reports: the same for the same name, so that a demonstration's true counts can be made again. It can be guessed by
// anyone and protects nobody: nothing real may ever be drawn with it.
import { hash } from 'node:crypto'

/** How often each answer comes, beside the others. */
export type Shares<Code extends string> = Readonly<Record<Code, number>>

export interface Chance {
  /** From 0 up to 1, which never comes. */
  next(): number
  /** One of the answers, each as often as its share says. */
  among<Code extends string>(shares: Shares<Code>): Code
  /** How many come in a span in which `mean` are to be expected, each for itself (Poisson). */
  arrivals(mean: number): number
}

const NUMBERS_IN_A_DIGEST = 8
const BELOW = 2 ** 32

export function chanceOf(name: string): Chance {
  let drawn = 0
  let digest = Buffer.alloc(0)

  function next(): number {
    const place = drawn % NUMBERS_IN_A_DIGEST
    if (place === 0) digest = hash('sha256', `${name} ${drawn}`, 'buffer')
    drawn++
    return digest.readUInt32BE(place * 4) / BELOW
  }

  return {
    next,
    among(shares) {
      const entries = Object.entries<number>(shares)
      let left = next() * entries.reduce((sum, [, share]) => sum + share, 0)
      const found = entries.find(([, share]) => (left -= share) < 0) ?? entries.at(-1)
      return found?.[0] as keyof typeof shares
    },
    arrivals(mean) {
      let count = -1
      for (let waited = 0; waited < mean; count++) waited -= Math.log(1 - next())
      return Math.max(count, 0)
    },
  }
}
