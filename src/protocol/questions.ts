// The questions of the account as one model: what may be answered, when it is asked, and what the answer serves. Codes only; the
// words are editorial data of i18n. Every question may be left empty, and takes "I don't know" and "I'd rather not say".
import { DEPARTEMENT_CODES } from './departements.ts'
import { QUESTION_NAMES, QUESTION_RULES, type QuestionName, type QuestionRule } from './question-rules.ts'
import {
  ACTS,
  AGE_BANDS,
  ATTACKER_AGES,
  ATTACKER_COUNTS,
  AUDIENCES,
  BARRIERS,
  BIAS_INDICATORS,
  BIASES,
  CHANNELS,
  COMPLAINTS,
  EVIDENCE,
  FOOTAGE,
  HARMS,
  INCAPACITIES,
  LANGUAGES,
  LOSSES,
  LURES,
  MEANS,
  NEEDS,
  PLACES,
  ROLES,
  TIME_BANDS,
  TRUSTS,
  WEEKDAYS,
  YES_NO,
} from './vocabulary.ts'

/** What an answer is for: choosing words, proposing help, showing advice, telling what happened, being counted. */
export type Service = 'wording' | 'routing' | 'advice' | 'account' | 'count'

export interface Question extends QuestionRule {
  values: readonly string[]
  serves: readonly Service[]
}

const VALUES = {
  channel: { values: CHANNELS, serves: ['advice', 'account', 'count'] },
  role: { values: ROLES, serves: ['wording', 'account'] },
  ageBand: { values: AGE_BANDS, serves: ['routing'] },
  language: { values: LANGUAGES, serves: ['routing'] },
  audiences: { values: AUDIENCES, serves: ['routing'] },
  needs: { values: NEEDS, serves: ['routing', 'account'] },
  departement: {
    values: [...DEPARTEMENT_CODES, 'elsewhere'] as [...typeof DEPARTEMENT_CODES, 'elsewhere'],
    serves: ['routing', 'account', 'count'],
  },
  acts: { values: ACTS, serves: ['advice', 'account', 'count'] },
  losses: { values: LOSSES, serves: ['advice', 'account'] },
  footage: { values: FOOTAGE, serves: ['advice', 'account'] },
  weekday: { values: WEEKDAYS, serves: ['account', 'count'] },
  timeBand: { values: TIME_BANDS, serves: ['account', 'count'] },
  place: { values: PLACES, serves: ['account', 'count'] },
  attackers: { values: ATTACKER_COUNTS, serves: ['account', 'count'] },
  attackerAges: { values: ATTACKER_AGES, serves: ['account'] },
  means: { values: MEANS, serves: ['account'] },
  harms: { values: HARMS, serves: ['advice', 'account'] },
  incapacity: { values: INCAPACITIES, serves: ['account'] },
  bias: { values: BIASES, serves: ['account'] },
  biasIndicators: { values: BIAS_INDICATORS, serves: ['account'] },
  evidence: { values: EVIDENCE, serves: ['account'] },
  complaint: { values: COMPLAINTS, serves: ['advice', 'account', 'count'] },
  barriers: { values: BARRIERS, serves: ['account'] },
  lure: { values: LURES, serves: ['account', 'count'] },
  trust: { values: TRUSTS, serves: ['account'] },
  personKnows: { values: YES_NO, serves: ['account'] },
} as const satisfies Readonly<Record<QuestionName, Pick<Question, 'values' | 'serves'>>>

type Questions = {
  readonly [Name in QuestionName]: (typeof QUESTION_RULES)[Name] & (typeof VALUES)[Name]
}

export const QUESTIONS = Object.fromEntries(
  QUESTION_NAMES.map((name) => [name, { ...QUESTION_RULES[name], ...VALUES[name] }]),
) as unknown as Questions

export type ValueOf<Name extends QuestionName> = (typeof VALUES)[Name]['values'][number]

/** Same questions, seen without their literal types: for code that goes through all of them. */
export const questionOf = (name: QuestionName): Question => QUESTIONS[name]

export {
  BEREAVED,
  isAsked,
  isMet,
  isWhollyMet,
  QUESTION_NAMES,
  type Condition,
  type QuestionName,
} from './question-rules.ts'
