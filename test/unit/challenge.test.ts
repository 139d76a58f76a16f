// The server recognises its own challenges, and only those, without remembering any.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  announcedBits,
  CHALLENGE_PURPOSES,
  hasChallengeForm,
  issueChallenge,
  recogniseChallenge,
} from '../../src/crypto/challenge.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { MAX_PUZZLE_BITS } from '../../src/protocol/limits.ts'
import { anyText } from '../support/any-text.ts'

const secret = randomBytes(32)
const TERMS = { purpose: 'submission', bits: 13, expiresAt: 1_800_000_000 } as const

const terms = fc.record({
  purpose: fc.constantFrom(...CHALLENGE_PURPOSES),
  bits: fc.nat(32),
  expiresAt: fc.nat(999_999_999_999),
})

describe('a challenge', () => {
  it('comes back with the terms it was issued under, expired or not', () => {
    fc.assert(
      fc.property(terms, (given) => {
        const challenge = recogniseChallenge(secret, given.purpose, issueChallenge(secret, given))
        expect(challenge).toEqual({ ...given, nonce: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) })
      }),
    )
  })

  it('announces its difficulty to whoever must solve it, in at most 90 characters safe in a header', () => {
    fc.assert(
      fc.property(terms, (given) => {
        fc.pre(given.bits <= MAX_PUZZLE_BITS)
        const text = issueChallenge(secret, given)
        expect(announcedBits(text)).toBe(given.bits)
        expect(text).toMatch(/^[A-Za-z0-9_.-]{1,90}$/)
      }),
    )
  })

  it('is never issued twice', () => {
    const issued = Array.from({ length: 200 }, () => issueChallenge(secret, TERMS))
    expect(new Set(issued).size).toBe(200)
  })

  it('is not recognised for another purpose than its own', () => {
    const text = issueChallenge(secret, TERMS)
    expect(recogniseChallenge(secret, 'sign-in', text)).toBeNull()
    expect(recogniseChallenge(secret, 'sign-in', text.replace('submission', 'sign-in'))).toBeNull()
  })

  it('is not recognised by a server with another secret', () => {
    expect(recogniseChallenge(randomBytes(32), 'submission', issueChallenge(secret, TERMS))).toBeNull()
  })

  it('is not recognised once its difficulty was lowered or its expiry put off', () => {
    const text = issueChallenge(secret, TERMS)
    for (const tampered of [text.replace('.13.', '.0.'), text.replace('.18', '.19')]) {
      expect(tampered).not.toBe(text)
      expect(recogniseChallenge(secret, 'submission', tampered)).toBeNull()
    }
  })

  it('is not recognised with any one character changed', () => {
    const text = issueChallenge(secret, TERMS)
    const alphabet = fc.constantFrom(...'AZaz09-_. é')
    fc.assert(
      fc.property(fc.nat(text.length - 1), alphabet, (at, character) => {
        fc.pre(text[at] !== character)
        const tampered = text.slice(0, at) + character + text.slice(at + 1)
        expect(recogniseChallenge(secret, 'submission', tampered)).toBeNull()
      }),
    )
  })

  it('has one spelling, so that a spent one cannot come back under another', () => {
    const text = issueChallenge(secret, { ...TERMS, bits: 7 })
    const last = text.at(-1) ?? ''
    const sameBits = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    const spellings = [
      text.replace('.7.', '.07.'),
      text.replace('.18', '.018'),
      ` ${text}`,
      `${text}\n`,
      `${text}=`,
      ...sameBits.filter((other) => other !== last).map((other) => text.slice(0, -1) + other),
    ]
    expect(spellings.filter((each) => recogniseChallenge(secret, 'submission', each) !== null)).toEqual([])
  })

  it('that someone forged or mangled is not recognised, and nothing throws', () => {
    fc.assert(
      fc.property(anyText(120), (text) => {
        expect(recogniseChallenge(secret, 'submission', text)).toBeNull()
      }),
    )
    const forged = `submission.13.1800000000.${'A'.repeat(22)}.${'A'.repeat(22)}`
    expect(recogniseChallenge(secret, 'submission', forged)).toBeNull()
  })

  it.each(['', 'submission', 'submission.x.1', 'submission.-1.1', 'submission.17.1', 'submission.NaN.'])(
    'of which someone only wrote %j announces no difficulty',
    (text) => {
      expect(() => announcedBits(text)).toThrow(RangeError)
    },
  )
})

describe('what an association is asked to sign', () => {
  const signIn = issueChallenge(secret, { ...TERMS, purpose: 'sign-in' })

  it('has the form of a challenge for signing in, whoever issued it', () => {
    expect(hasChallengeForm('sign-in', signIn)).toBe(true)
    expect(hasChallengeForm('sign-in', issueChallenge(secret, TERMS))).toBe(false)
  })

  it.each([
    '',
    'sign-in.0.1.forged.forged',
    `${signIn}\n`,
    `${signIn}\naction: close the account`,
    ` ${signIn}`,
    `Balise: ecoute-sud holds the key ${'A'.repeat(40)}`,
  ])('is not the words of a server’s choosing: %j', (text) => {
    expect(hasChallengeForm('sign-in', text)).toBe(false)
  })
})
