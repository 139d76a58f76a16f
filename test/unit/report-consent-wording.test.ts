// The version of the consent words stands for exactly these words: whoever changes one must change the other.
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { utf8 } from '../../src/crypto/encoding.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'
import { CONSENT_WORDING } from '../../src/protocol/consent-wording.ts'
import { LOCALES } from '../../src/protocol/vocabulary.ts'

test('the words that someone agrees to are those of the version that is recorded', () => {
  const words = LOCALES.map((locale) => {
    const { choose, apart, count } = MESSAGES[locale].report
    return {
      referral: [choose.termsTitle, choose.terms, choose.allow, choose.allowReading],
      apart: [apart.title, apart.intro],
      series: [apart.seriesTitle, apart.series, apart.seriesWho, apart.allow, apart.allowComparing],
      statistics: [apart.statisticsTitle, apart.statistics, count.words, apart.allowStatistics],
      countedAlone: [
        [count.title, count.intro, count.words, count.change],
        [count.neverTitle, count.never, count.readersTitle, count.readers],
        [count.finalTitle, count.final, count.consent, count.send],
      ],
    }
  })
  expect([CONSENT_WORDING, sha256Hex(utf8(JSON.stringify(words)))]).toEqual([
    '2026-11-5',
    '0999a9b46535ff6454add05a909dc5d4064db31c04355adc45739f07b52f3574',
  ])
})
