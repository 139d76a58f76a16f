// Every sentence a person may read while writing, or on the pages beside: short, without dots inside words, in words that judge nobody.
import { describe, expect, it } from 'vitest'
import { MESSAGES } from '../../src/i18n/messages.ts'

const MOST_WORDS = 20

/** What the journey and the static pages say. */
const AREAS = [
  'common',
  'report',
  'back',
  'questions',
  'vocabulary',
  'code',
  'files',
  'templates',
  'firstMinutes',
  'before',
  'device',
  'limits',
  'rights',
  'help',
  'trends',
  'method',
  'verify',
] as const

interface Said {
  /** Where to find it: `fr.report.acts.title`. */
  key: string
  text: string
}

function textsIn(words: unknown, key: string): Said[] {
  if (typeof words === 'string') return words === '' ? [] : [{ key, text: words }]
  return Object.entries(words as object).flatMap(([name, value]) => textsIn(value, `${key}.${name}`))
}

const SAID = Object.entries(MESSAGES).flatMap(([locale, words]) =>
  AREAS.flatMap((area) => textsIn(words[area], `${locale}.${area}`)),
)
const FRENCH = SAID.filter(({ key }) => key.startsWith('fr.'))

/** A sentence ends at its mark followed by a space; a colon does not end one. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?…][»”)]?)\s+/u)

/** A word holds a letter or a digit: French puts marks apart. */
const wordsOf = (sentence: string): string[] =>
  sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))

const tooLong = (said: readonly Said[]): string[] =>
  said.flatMap(({ key, text }) =>
    sentencesOf(text)
      .filter((sentence) => wordsOf(sentence).length > MOST_WORDS)
      .map((sentence) => `${key} (${wordsOf(sentence).length}): ${sentence}`),
  )

const holding = (said: readonly Said[], pattern: RegExp): string[] =>
  said.filter(({ text }) => pattern.test(text)).map(({ key, text }) => `${key}: ${text}`)

/** « seul·e », « seul.e »: a screen reader stumbles on it, and so does whoever reads slowly. */
const DOT_INSIDE_A_WORD = /\p{L}[·•]\p{L}|\p{L}{2}\.(?:e|es|ne|nes|s)(?!\p{L})/u

/** « rassuré(e) », « venu/e », « ravi-e-s ». */
const DOUBLED_ENDING = /\p{L}\((?:e|es|ne|trice|euse)\)|\p{L}\/(?:e|es|ne)\b|\p{L}-e-s?\b/u

describe('the sentences of the journey and of the pages beside it', () => {
  it('have at most twenty words', () => {
    expect(tooLong(SAID)).toEqual([])
  })

  it('would be caught if one had more', () => {
    const sentence = Array.from({ length: MOST_WORDS + 1 }, (_, i) => `mot${i}`).join(' ')
    expect(tooLong([{ key: 'x', text: `Court. ${sentence}.` }])).toHaveLength(1)
    expect(tooLong([{ key: 'x', text: 'Est-ce « long » ? Non : c’est court !' }])).toEqual([])
  })

  it('are many: none is forgotten by accident', () => {
    for (const locale of Object.keys(MESSAGES)) {
      for (const area of AREAS)
        expect(SAID.filter(({ key }) => key.startsWith(`${locale}.${area}.`)).length).toBeGreaterThan(3)
    }
  })
})

describe('French words', () => {
  it('are whole, with no dot inside and no second ending', () => {
    expect(holding(FRENCH, DOT_INSIDE_A_WORD)).toEqual([])
    expect(holding(FRENCH, DOUBLED_ENDING)).toEqual([])
  })

  it('would be caught otherwise', () => {
    const said = ['Vous n’êtes pas seul·e.', 'Seul.e ce soir', 'Vous êtes venu(e).', 'revenu/e'].map(
      (text) => ({
        key: 'x',
        text,
      }),
    )
    expect(said.filter(({ text }) => DOT_INSIDE_A_WORD.test(text) || DOUBLED_ENDING.test(text))).toEqual(said)
  })
})

describe('the number of an article of law', () => {
  it('is never cut by the end of a line', () => {
    expect(holding(SAID, /articles?.*\d-\d/u)).toEqual([])
    expect(holding(SAID, /article.*\d‑\d/u).length).toBeGreaterThan(10)
  })
})

describe('French marks', () => {
  it('stay with their word: the space before them never breaks a line', () => {
    expect(holding(FRENCH, / [?!:;»]|« /u)).toEqual([])
  })
})

describe('no sentence', () => {
  it.each([
    ['calls people users or partners', /\butilisat(?:eur|rice)|\busers?\b|\bpartenaires?\b|\bpartners?\b/iu],
    ['decides what it was', /crimes? de haine|\bhate crimes?\b/iu],
    ['doubts who speaks', /\bprétendue? victime|\balleged\b|\bsoi-disant\b/iu],
    ['blames', /\bauriez dû|\bimpruden|\bshould have\b|\bcareless/iu],
    [
      'asks what was known of an age',
      /saviez-vous (?:qu|son âge)|connaissiez-vous (?:son|leur) âge|did you know (?:that )?(?:they|he|she|it)/iu,
    ],
    [
      'has a pronoun or an adjective that guesses who reads',
      /\bvous (?:êtes|serez|étiez) (?:seul|prêt|sûr|venu|victime d)/iu,
    ],
  ])('%s', (_, pattern) => {
    expect(holding(SAID, pattern)).toEqual([])
  })
})
