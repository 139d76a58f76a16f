// Chance that nobody can foresee, and row keys that tell nothing of the order in which envelopes came.
import { describe, expect, it, vi } from 'vitest'
import { randomBytes, randomHex, randomKey } from '../../src/crypto/random.ts'

describe('random bytes', () => {
  it('are as many as asked for, and never the same', () => {
    expect([0, 1, 16, 32].map((length) => randomBytes(length).length)).toEqual([0, 1, 16, 32])
    const drawn = Array.from({ length: 500 }, () => randomHex(16))
    expect(drawn.every((text) => /^[0-9a-f]{32}$/.test(text))).toBe(true)
    expect(new Set(drawn).size).toBe(500)
  })

  it('come from the platform and not from Math.random', () => {
    const weak = vi.spyOn(Math, 'random')
    randomBytes(32)
    randomKey()
    expect(weak).not.toHaveBeenCalled()
    weak.mockRestore()
  })
})

describe('the key of a row', () => {
  it('is a whole number that JavaScript and SQLite both hold exactly, and never 0', () => {
    const keys = Array.from({ length: 2000 }, randomKey)
    expect(keys.filter((key) => !Number.isSafeInteger(key) || key < 1)).toEqual([])
    expect(new Set(keys).size).toBe(2000)
    expect(keys.some((key) => key > 2 ** 52) && keys.some((key) => key < 2 ** 52)).toBe(true)
  })

  it('spans the whole range, and draws again rather than be 0', () => {
    const draws = [
      [0, 0],
      [0xffff_ffff, 0xffff_ffff],
      [0, 1],
    ]
    const platform = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      ;(array as Uint32Array).set(draws.shift() ?? [])
      return array
    })
    expect(randomKey()).toBe(2 ** 53 - 1)
    expect(randomKey()).toBe(1)
    platform.mockRestore()
  })

  it('sequential ids, blind SSRF: does not grow as rows are added', () => {
    const keys = Array.from({ length: 200 }, randomKey)
    const rises = keys.filter((key, i) => i > 0 && key > (keys[i - 1] ?? 0)).length
    expect(rises).toBeGreaterThan(50)
    expect(rises).toBeLessThan(150)
  })
})
