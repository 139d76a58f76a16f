// An editor changes words by hand: a key too few, a key too many or an empty label stops the build, and is named.
import { describe, expect, it } from 'vitest'
import { faultInWords } from '../../src/build/check-words.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'

type Tree = { [key: string]: Tree | string }

/** The two languages, with one of them changed by a slip of the hand. */
function withSlip(locale: 'fr' | 'en', slip: (words: Tree) => void): Record<string, unknown> {
  const languages = structuredClone(MESSAGES) as unknown as Record<string, Tree>
  slip(languages[locale] as Tree)
  return languages
}

const at = (words: Tree, ...path: string[]): Tree => path.reduce((tree, key) => tree[key] as Tree, words)

const put =
  (value: unknown, ...path: string[]) =>
  (words: Tree): void => {
    at(words, ...path.slice(0, -1))[path.at(-1) ?? ''] = value as string
  }

const remove =
  (...path: string[]) =>
  (words: Tree): void => {
    delete at(words, ...path.slice(0, -1))[path.at(-1) ?? '']
  }

describe('the words of the site', () => {
  it('are whole in every language', () => {
    expect(faultInWords()).toBeNull()
  })

  it('have French first: every other language is held to its keys', () => {
    expect(Object.keys(MESSAGES)[0]).toBe('fr')
  })
})

describe('a slip of the hand', () => {
  it.each([
    [
      'an answer without words',
      'fr',
      remove('vocabulary', 'acts', 'theft'),
      'fr.vocabulary.acts.theft: it is missing',
    ],
    [
      'the same in English',
      'en',
      remove('vocabulary', 'acts', 'theft'),
      'en.vocabulary.acts.theft: it is missing',
    ],
    [
      'an answer that does not exist',
      'en',
      put('A forest', 'vocabulary', 'place', 'forest'),
      'en.vocabulary.place.forest: nothing asks for it',
    ],
    ['a whole list gone', 'fr', remove('vocabulary', 'means'), 'fr.vocabulary.means: it is missing'],
    [
      'a list of nothing',
      'fr',
      put({}, 'vocabulary', 'weather'),
      'fr.vocabulary.weather: nothing asks for it',
    ],
    ['a question without words', 'fr', remove('questions', 'harms'), 'fr.questions.harms: it is missing'],
    [
      'a question nobody asks',
      'en',
      put({}, 'questions', 'shoeSize'),
      'en.questions.shoeSize: nothing asks for it',
    ],
    [
      'a question that does not say what it is for',
      'fr',
      remove('questions', 'bias', 'why'),
      'fr.questions.bias.why: it is missing',
    ],
    [
      'an empty label',
      'en',
      put(' ', 'vocabulary', 'needs', 'legal'),
      'en.vocabulary.needs.legal: it is empty',
    ],
    [
      'a question left blank',
      'fr',
      put('', 'questions', 'acts', 'asked'),
      'fr.questions.acts.asked: it is empty',
    ],
    [
      'a sentence not translated',
      'en',
      remove('report', 'actions', 'next'),
      'en.report.actions.next: it is missing',
    ],
    [
      'a sentence French does not have',
      'en',
      put('Jump', 'report', 'actions', 'jump'),
      'en.report.actions.jump: nothing asks for it',
    ],
    [
      'a line of a list not translated',
      'en',
      remove('report', 'when', 'months', '11'),
      'en.report.when.months.11: it is missing',
    ],
    ['a number instead of words', 'en', put(12, 'common', 'name'), 'en.common.name: it is not words'],
    ['words instead of a group', 'en', put('Home', 'common', 'home'), 'en.common.home: it is missing'],
  ] as const)('%s in %s is named', (_, locale, slip, fault) => {
    expect(faultInWords(withSlip(locale, slip))).toBe(fault)
  })

  it('is not seen in help that is left out, nor in a wording that is the same for everyone', () => {
    const languages = withSlip('fr', (words) => {
      at(words, 'questions', 'acts')['hint'] = ''
      at(words, 'questions', 'ageBand')['askedOfOthers'] = ''
    })
    expect(faultInWords(languages)).toBeNull()
  })
})
