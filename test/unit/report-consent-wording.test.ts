// The version of the consent words stands for exactly these words: whoever changes one must change the other.
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { utf8 } from '../../src/crypto/encoding.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'
import { CONSENT_WORDING } from '../../src/protocol/consent-wording.ts'
import { LOCALES } from '../../src/protocol/vocabulary.ts'

test('the words that someone agrees to are those of the version that is recorded', () => {
  const words = LOCALES.map((locale) => {
    const { termsTitle, terms, allow, allowReading } = MESSAGES[locale].report.choose
    return [termsTitle, ...terms, allow, allowReading]
  })
  expect([CONSENT_WORDING, sha256Hex(utf8(JSON.stringify(words)))]).toEqual([
    '2026-11-2',
    '4415a3d316f4a26d3b4233e4794c16d75bcbc4c9f9fbd222fc63f3327b0e881e',
  ])
})
