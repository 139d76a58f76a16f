// Any account that the form could make, from its own schema's questions: for laws that must hold of every one.
import fc from 'fast-check'
import { QUESTION_NAMES, questionOf } from '../../src/protocol/questions.ts'
import type { Account } from '../../src/protocol/report.ts'
import { OPEN_ANSWERS } from '../../src/protocol/vocabulary.ts'

const answersTo = (name: (typeof QUESTION_NAMES)[number]): fc.Arbitrary<unknown> => {
  const { values, answers } = questionOf(name)
  const codes = [...values, ...OPEN_ANSWERS]
  return answers === 'several' ? fc.subarray(codes) : fc.constantFrom(...codes)
}

const sent = QUESTION_NAMES.filter((name) => questionOf(name).kept !== true)

/** `platform` is one of these names, or anything a person may type. */
export const anyAccount = (platforms: readonly string[]): fc.Arbitrary<Account> =>
  fc.record(
    {
      ...Object.fromEntries(sent.map((name) => [name, answersTo(name)])),
      platform: fc.oneof(fc.constantFrom(...platforms), fc.string({ maxLength: 120 })),
      month: fc
        .tuple(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-01`),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Account>
