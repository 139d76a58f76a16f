// Settings read alike on Node and at the edge: a slip of the operator's is named, never taken for a choice.
import { expect, test } from 'vitest'
import { USUAL_PUZZLE_BITS } from '../../src/protocol/limits.ts'
import { isOrigin, readProofBits } from '../../src/server/settings.ts'

test('an unset difficulty is the usual one, and an empty one is not “none”', () => {
  expect(readProofBits(undefined)).toBe(USUAL_PUZZLE_BITS)
  expect(readProofBits('')).toBeNull()
})

test.each(['-1', '17', '13.5', '1e1', 'thirteen', ' 13'])(
  'a difficulty of “%s” cannot be understood',
  (text) => {
    expect(readProofBits(text)).toBeNull()
  },
)

test.each(['0', '13', '16'])('a difficulty of %s is taken as it is', (text) => {
  expect(readProofBits(text)).toBe(Number(text))
})

test('an origin is a scheme, a host and a port, and nothing after', () => {
  expect(isOrigin('https://balise.example')).toBe(true)
  expect(isOrigin('http://127.0.0.1:8787')).toBe(true)
  for (const text of ['', 'balise.example', 'https://balise.example/', 'https://balise.example/fr']) {
    expect(isOrigin(text), text).toBe(false)
  }
})
