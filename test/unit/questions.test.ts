// The questions as one model: none depends on what comes later, every one can be reached, nobody is left without a way on, and
// whoever writes of someone who was killed is asked nothing absurd. The page asks exactly what the model says.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPages } from '../../src/build/render-pages.ts'
import { holds } from '../../src/client/report/written-condition.ts'
import type { Directory } from '../../src/directory/directory.ts'
import { ADDRESSES } from '../../src/i18n/addresses.ts'
import { LANGUAGES } from '../../src/i18n/locales.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'
import {
  isAsked,
  QUESTION_NAMES,
  questionOf,
  QUESTIONS,
  type Condition,
  type QuestionName,
} from '../../src/protocol/questions.ts'
import { ACTS, OPEN_ANSWERS, ROLES } from '../../src/protocol/vocabulary.ts'

type Answers = Readonly<Record<string, readonly string[]>>

const askedWith = (answers: Answers): QuestionName[] =>
  QUESTION_NAMES.filter((name) => isAsked(name, (other) => answers[other] ?? []))

const conditionsOf = (name: QuestionName): Condition[] => {
  const { when, unless } = questionOf(name)
  return [when, unless].filter((condition) => condition !== undefined)
}

const CONDITIONAL = QUESTION_NAMES.filter((name) => conditionsOf(name).length > 0)
const ALWAYS = QUESTION_NAMES.filter((name) => conditionsOf(name).length === 0)

/** Any way of answering any of the questions, as a form allows: one answer, several, open ones, or none. */
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    QUESTION_NAMES.map((name) => {
      const { values, answers } = questionOf(name)
      const codes = [...values, ...OPEN_ANSWERS]
      return [name, fc.subarray(codes, { maxLength: answers === 'several' ? codes.length : 1 })]
    }),
  ),
)

describe('the model of the questions', () => {
  it.each(CONDITIONAL)('asks %s on answers that exist', (name) => {
    for (const condition of conditionsOf(name)) {
      for (const [other, codes] of Object.entries(condition)) {
        expect(QUESTION_NAMES).toContain(other)
        expect(codes.length).toBeGreaterThan(0)
        const possible = [...questionOf(other as QuestionName).values, ...OPEN_ANSWERS]
        expect(codes.filter((code) => !possible.includes(code))).toEqual([])
      }
    }
  })

  it.each(CONDITIONAL)('asks %s only after what it depends on', (name) => {
    const before = QUESTION_NAMES.slice(0, QUESTION_NAMES.indexOf(name))
    const needed = conditionsOf(name).flatMap((condition) => Object.keys(condition))
    expect(needed.filter((other) => !before.includes(other as QuestionName))).toEqual([])
  })

  it.each(CONDITIONAL)('can come to ask %s, and can leave it out', (name) => {
    const everyAnswer = Object.fromEntries(QUESTION_NAMES.map((each) => [each, questionOf(each).values]))
    const alive = { ...everyAnswer, acts: ACTS.filter((act) => act !== 'death') }
    expect(askedWith(alive)).toContain(name)
    const left = [{}, { role: ['relative'], acts: ['death'] }].map((answers) =>
      askedWith(answers).includes(name),
    )
    expect(left).toContain(false)
  })

  it('says of every question what its answer is for, in codes and in words', () => {
    for (const name of QUESTION_NAMES) {
      expect(questionOf(name).serves.length).toBeGreaterThan(0)
      for (const words of Object.values(MESSAGES)) expect(words.questions[name].why).not.toBe('')
    }
  })

  it('has no answer twice, and none that stands for an open one', () => {
    for (const name of QUESTION_NAMES) {
      const { values } = questionOf(name)
      expect(new Set(values).size).toBe(values.length)
      expect(values.filter((value) => (OPEN_ANSWERS as readonly string[]).includes(value))).toEqual([])
    }
  })

  it('never asks what was known of anyone’s age', () => {
    expect(Object.keys(QUESTIONS).filter((name) => /minor|knew|knownAge/i.test(name))).toEqual([])
  })
})

describe('every way through the questions', () => {
  it('comes to the end: what is always asked is asked, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(askedWith(answers)).toEqual(expect.arrayContaining([...ALWAYS]))
      }),
    )
  })

  it('comes to the end for each role and each act alone', () => {
    for (const role of [...ROLES, ...OPEN_ANSWERS]) {
      for (const act of [...ACTS, ...OPEN_ANSWERS]) {
        const asked = askedWith({ role: [role], acts: [act] })
        expect(asked.at(-1)).toMatch(/^(trust|personKnows)$/)
        expect(asked).toEqual(expect.arrayContaining([...ALWAYS]))
      }
    }
  })

  it('asks nothing because of a question that is not asked', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...CONDITIONAL), (answers, name) => {
        const asked = askedWith(answers)
        const heard = Object.fromEntries(
          Object.entries(answers).filter(([other]) => asked.includes(other as QuestionName)),
        )
        expect(askedWith(heard).includes(name)).toBe(asked.includes(name))
      }),
    )
  })

  it.each([
    [
      'a victim who was robbed',
      { role: ['victim'], acts: ['theft'] },
      ['losses'],
      ['footage', 'personKnows'],
    ],
    [
      'a victim who was filmed',
      { role: ['victim'], acts: ['filmed'] },
      ['footage'],
      ['losses', 'personKnows'],
    ],
    [
      'a victim of blackmail',
      { role: ['victim'], acts: ['outing-threat'] },
      ['footage', 'losses'],
      ['personKnows'],
    ],
    [
      'a witness of violence',
      { role: ['witness'], acts: ['violence'] },
      ['personKnows', 'harms'],
      ['losses'],
    ],
    [
      'a relative who would rather not say what was done',
      { role: ['relative'], acts: ['not-said'] },
      ['personKnows'],
      ['losses', 'footage'],
    ],
    ['someone injured', { harms: ['injuries'] }, ['incapacity'], ['personKnows']],
    ['someone who holds back from a complaint', { complaint: ['none'] }, ['barriers'], []],
    ['someone who filed one', { complaint: ['filed'] }, [], ['barriers']],
    [
      'a victim whose companion was killed',
      { role: ['victim'], acts: ['death'] },
      ['harms'],
      ['personKnows'],
    ],
  ] as const)('%s', (_, answers: Answers, asked, unasked) => {
    expect(askedWith(answers)).toEqual(expect.arrayContaining([...asked]))
    expect(askedWith(answers).filter((name) => (unasked as readonly string[]).includes(name))).toEqual([])
  })
})

describe('a relative of someone who was killed', () => {
  const answers = {
    role: ['relative'],
    acts: ['violence', 'rape', 'theft', 'filmed', 'death'],
    harms: ['injuries'],
  }

  it('is asked exactly this', () => {
    expect(askedWith(answers)).toEqual([
      'channel',
      'role',
      'ageBand',
      'language',
      'audiences',
      'needs',
      'departement',
      'acts',
      'losses',
      'footage',
      'weekday',
      'timeBand',
      'place',
      'attackers',
      'attackerAges',
      'means',
      'bias',
      'biasIndicators',
      'evidence',
      'complaint',
      'lure',
      'trust',
    ])
  })

  it('reads no question that speaks of that person as living', () => {
    const living =
      /cette personne (?:sait|est|veut|peut)|reste pour|aiderait cette|retient cette|vous a-t-on|\bthis person (?:know|is|want|can)|holds this person/iu
    for (const { questions } of Object.values(MESSAGES)) {
      const read = askedWith(answers).map((name) => questions[name].askedOfOthers || questions[name].asked)
      expect(read.filter((words) => living.test(words))).toEqual([])
    }
  })
})

describe('the page', () => {
  /** Each question, step and advice as the page carries it, in order. */
  let marked: Record<string, string>[]
  let html: string

  beforeAll(async () => {
    const pages = await loadPages()
    const page = pages.find(({ paths }) => paths.fr === ADDRESSES.write.fr)
    const [french] = LANGUAGES
    if (!page || !french) throw new Error('no page to write on')
    const directory = { associations: [], expiresOn: '2027-05-21' } as unknown as Directory
    html = String(
      await page.render({
        ...french,
        paths: page.paths,
        script: null,
        style: { path: '', integrity: '' },
        directory,
      }),
    )
    marked = [...html.matchAll(/<[a-z]+ [^>]*data-(?:field|when|unless|step)=[^>]*>/g)].map(([tag]) =>
      Object.fromEntries(
        [...tag.matchAll(/data-([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    )
  }, 60_000)

  const askedByPage = (answers: Answers): string[] => {
    const unasked = new Set<string>()
    const asked: string[] = []
    for (const { field, when, unless } of marked) {
      const met = holds(when, unless, (name) => (unasked.has(name) ? [] : (answers[name] ?? [])))
      if (field === undefined || !(field in QUESTIONS)) continue
      if (met) asked.push(field)
      else unasked.add(field)
    }
    return asked
  }

  it('has every question of the model once', () => {
    const fields = marked.flatMap(({ field }) => (field !== undefined && field in QUESTIONS ? [field] : []))
    expect(fields.toSorted()).toEqual(QUESTION_NAMES.toSorted())
  })

  it('asks what the model asks, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(askedByPage(answers).toSorted()).toEqual(askedWith(answers).toSorted())
      }),
    )
  })

  it('shows and hides by answers that exist', () => {
    const canBe = (name: string, code: string): boolean =>
      html.includes(`<input type="hidden" name="${name}"`) ||
      new RegExp(
        `<fieldset data-field="${name}"(?:(?!</fieldset)[^])* value="${code}"|<select[^>]* name="${name}"`,
      ).test(html)
    const written = marked.flatMap(({ when, unless }) => [when, unless].filter((each) => each !== undefined))
    const unknown = written
      .flatMap((condition) => condition.split(';'))
      .filter((part) => {
        const [name = '', codes = ''] = part.split(':')
        return codes.split(',').some((code) => !canBe(name, code))
      })
    expect(written.length).toBeGreaterThan(10)
    expect(unknown).toEqual([])
  })

  it('keeps on the phone what the model keeps, and ticks nothing beforehand', () => {
    const kept = marked.flatMap(({ field, kept: stays }) => (stays === undefined ? [] : [field]))
    expect(kept).toEqual(QUESTION_NAMES.filter((name) => questionOf(name).kept))
    expect(html).not.toMatch(/<input[^>]*\schecked/)
  })

  it('warns before anything can be written, and before it asks who they claimed to be', () => {
    const steps = marked.flatMap(({ step }) => (step === undefined ? [] : [step]))
    const before = steps.indexOf('before-words')
    for (const later of ['words', 'began', 'identifiers'])
      expect(steps.indexOf(later)).toBeGreaterThan(before)
    const firstText = html.search(/<textarea|<input[^>]*type="text"/)
    expect(firstText).toBeGreaterThan(html.indexOf('data-step="before-words"'))
  })

  it('shows no advice on healing to whoever writes of someone who was killed', () => {
    const onHealing = /\bacts:[^;]*(?:rape|violence)/
    const advice = marked.filter(
      ({ field, step, when = '' }) => field === undefined && step === undefined && onHealing.test(when),
    )
    expect(advice.length).toBeGreaterThan(1)
    const mourning: Answers = { role: ['relative'], acts: ['rape', 'violence', 'torture', 'death'] }
    for (const { when, unless } of advice)
      expect(holds(when, unless, (name) => mourning[name] ?? [])).toBe(false)
  })
})
