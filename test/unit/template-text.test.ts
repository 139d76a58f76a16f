// A template's text as it reaches someone: in their language, its gaps filled, after what was typed; and those that ship with the product.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filledText,
  joinedText,
  languageOf,
  seekerIn,
  titleIn,
} from '../../src/client/templates/fill-template.ts'
import { starterTemplates } from '../../src/client/templates/starter-templates.ts'
import { templateFacts } from '../../src/client/templates/template-facts.ts'
import type { SealingEntry } from '../../src/directory/directory.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import { LOCALES } from '../../src/protocol/vocabulary.ts'
import services from '../../src/help/services.json' with { type: 'json' }
import { templateOf } from '../support/template-writer.ts'

const FACTS = { name: 'Écoute Sud', answersWithinDays: 3, others: ['Droits Nord', 'Accueil Ouest'] }

describe('a gap', () => {
  test('is filled in the language of the text, by either of its names', () => {
    expect(filledText('{association} : {jours}.', 'fr', FACTS)).toBe('Écoute Sud : 3\u00a0jours.')
    expect(filledText('{Association}: {days}.', 'en', { ...FACTS, answersWithinDays: 1 })).toBe(
      'Écoute Sud: 1 day.',
    )
    expect(filledText('{autres}', 'fr', FACTS)).toBe('Droits Nord et Accueil Ouest')
    expect(filledText('{others}', 'en', FACTS)).toBe('Droits Nord and Accueil Ouest')
  })

  test('for other associations takes its line away where none fits, and leaves the rest', () => {
    const none = { ...FACTS, others: [] }
    expect(filledText('Bonjour.\nVoyez {autres}.\nLe 116 006 écoute.', 'fr', none)).toBe(
      'Bonjour.\nLe 116 006 écoute.',
    )
  })

  test('is filled with the very name, whatever signs it holds', () => {
    expect(filledText('{association}', 'fr', { ...FACTS, name: '$& {jours} $1' })).toBe('$& {jours} $1')
  })
})

test('what was typed stays, whole and first', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (typed, inserted) => {
      const joined = joinedText(typed, inserted)
      expect(joined.endsWith(inserted)).toBe(true)
      if (typed.trim() !== '') expect(joined.startsWith(typed.trimEnd())).toBe(true)
    }),
  )
})

test('a template goes in the person’s language, or in the other where it is not written in theirs', () => {
  const french = templateOf(1, 'Bonjour', 'Un titre')
  expect([languageOf(french, 'fr'), languageOf(french, 'en')]).toEqual(['fr', 'fr'])
  expect(titleIn(french, 'en')).toBe('Un titre')
})

describe('the others that are proposed', () => {
  const entry = (association: string, rest: Partial<SealingEntry> = {}): SealingEntry =>
    ({
      association,
      name: association.toUpperCase(),
      scope: ['legal'],
      audiences: [],
      territory: [],
      languages: ['fr'],
      answersWithinDays: 3,
      acceptsMinors: false,
      acceptsUnder15: false,
      status: 'active',
      ...rest,
    }) as SealingEntry
  const contents = (rest: object): EnvelopeContents =>
    ({ account: {}, locale: 'fr', ...rest }) as EnvelopeContents
  const entries = [
    entry('ours'),
    entry('fits'),
    entry('paused', { status: 'paused' }),
    entry('far', { territory: ['13'] }),
    entry('minors', { acceptsMinors: true }),
    entry('other-need', { scope: ['housing'] }),
  ]
  const others = (report: EnvelopeContents) => templateFacts(entries, 'ours', seekerIn(report)).others

  test('answer what the person needs, where they are, and are never the one that declines', () => {
    const report = contents({ account: { needs: ['legal', 'unknown'], departement: '75' } })
    expect(others(report)).toEqual(['FITS', 'MINORS'])
  })

  test('receive minors where the person is one', () => {
    const report = contents({ account: { needs: ['legal'] }, about: { ageBand: '15-17' } })
    expect(others(report)).toEqual(['MINORS'])
  })
})

describe('the templates that ship with the product', () => {
  const wordIn = (key: string): string => {
    const [group = '', ...path] = key.split('.')
    const locale = group.replace('starter-', '') as (typeof LOCALES)[number]
    const [name, part] = path as ['received', 'text']
    return MESSAGES[locale].templates.starters[name][part]
  }
  const starters = starterTemplates(wordIn)
  const texts = starters.flatMap(({ words }) =>
    LOCALES.map((locale) => filledText(words[locale].text, locale, FACTS)),
  )

  test('are all of those that have words, for answering and for declining, each by its own id', () => {
    for (const locale of LOCALES) {
      expect(Object.keys(MESSAGES[locale].templates.starters)).toHaveLength(starters.length)
    }
    expect(new Set(starters.map(({ id }) => id)).size).toBe(starters.length)
    expect(new Set(starters.map(({ use }) => use))).toEqual(new Set(['answer', 'decline']))
  })

  test('name the association, give 17 and 114, and leave no gap', () => {
    for (const text of texts) {
      expect(text).toContain('Écoute Sud')
      expect(text).toMatch(/\b17\b[\s\S]*\b114\b/u)
      expect(text).not.toMatch(/[{}]/u)
    }
  })

  test('hold no link, no meeting, no other case', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/https?:|www\.|\.(?:fr|org|com)\b/iu)
      expect(text).not.toMatch(
        /rendez-vous|rencontr|se voir|\bmeet|in person|d’autres (?:récits|victimes|personnes)|other (?:reports|people)/iu,
      )
    }
  })

  test('say how soon where they announce an answer, and who else may help where they decline', () => {
    for (const { use, words } of starters) {
      for (const locale of LOCALES) {
        expect(words[locale].text).toMatch(
          use === 'answer' ? /\{(?:jours|days)\}/u : /\{(?:autres|others)\}/u,
        )
      }
    }
  })

  test('give no number that the help page does not have', () => {
    const known = new Set(services.map((row) => ('phone' in row ? row.phone : null)))
    known.add('114')
    const numbers = texts.flatMap((text) => text.match(/\d(?:[\d\u00a0 ]*\d)+/gu) ?? [])
    const unknown = numbers
      .map((number) => number.replaceAll('\u00a0', ' '))
      .filter((each) => !known.has(each))
    expect(numbers.length).toBeGreaterThan(20)
    expect(unknown).toEqual([])
  })
})
