// When each question of the account is asked, how many answers it takes, and what stays on the phone: all that a phone needs of the
// model besides the page it reads. Codes only. What may be answered is in questions.ts.

/** Met when any of these questions has any of these answers. */
export type Condition = Readonly<Record<string, readonly string[]>>

export interface QuestionRule {
  answers: 'one' | 'several'
  /** Asked only then. Absent: always. */
  when?: Condition
  /** Not asked when every one of these questions has one of these answers: what would hurt, or make no sense. */
  unless?: Condition
  /** Stays on the phone, unless the person ticks that it may travel. */
  kept?: true
}

/** Whoever writes of someone who was killed is asked nothing of that person's recovery, and shown no advice on it. */
export const BEREAVED = { role: ['witness', 'relative'], acts: ['death'] } as const satisfies Condition

const MONEY_ACTS = ['theft', 'extortion', 'forced-payment', 'outing-threat'] as const
const IMAGE_ACTS = ['filmed', 'outing-threat'] as const

export const QUESTION_RULES = {
  channel: { answers: 'one' },
  role: { answers: 'one' },
  ageBand: { answers: 'one', kept: true },
  language: { answers: 'one', kept: true },
  audiences: { answers: 'several', kept: true },
  needs: { answers: 'several' },
  departement: { answers: 'one' },
  acts: { answers: 'several' },
  losses: { answers: 'several', when: { acts: MONEY_ACTS } },
  footage: { answers: 'several', when: { acts: IMAGE_ACTS } },
  weekday: { answers: 'one' },
  timeBand: { answers: 'one' },
  place: { answers: 'one' },
  attackers: { answers: 'one' },
  attackerAges: { answers: 'one' },
  means: { answers: 'several' },
  harms: { answers: 'several', unless: BEREAVED },
  incapacity: { answers: 'one', when: { harms: ['injuries', 'care', 'shock'] } },
  bias: { answers: 'several' },
  biasIndicators: { answers: 'several' },
  evidence: { answers: 'several' },
  complaint: { answers: 'one' },
  barriers: { answers: 'several', when: { complaint: ['none', 'considered', 'refused-at-desk'] } },
  lure: { answers: 'one' },
  trust: { answers: 'several' },
  /** Of a witness or a relative, once it is known that the person is alive: do they know that you are writing? */
  personKnows: { answers: 'one', when: { role: ['witness', 'relative'] }, unless: BEREAVED },
} as const satisfies Readonly<Record<string, QuestionRule>>

export type QuestionName = keyof typeof QUESTION_RULES

export const QUESTION_NAMES = Object.keys(QUESTION_RULES) as QuestionName[]

/** Same rules, seen without their literal types: for code that goes through all of them. */
export const ruleOf = (name: QuestionName): QuestionRule => QUESTION_RULES[name]

/** Whether a condition is met by these answers. `answersTo` gives every code chosen for a question. */
export const isMet = (condition: Condition, answersTo: (name: string) => readonly string[]): boolean =>
  Object.entries(condition).some(([name, codes]) => answersTo(name).some((code) => codes.includes(code)))

/** Whether each question of a condition has one of its answers. */
export const isWhollyMet = (condition: Condition, answersTo: (name: string) => readonly string[]): boolean =>
  Object.entries(condition).every(([name, codes]) => isMet({ [name]: codes }, answersTo))

/** Whether a question is asked, given the answers so far: an answer to a question that is not asked counts for nothing. */
export function isAsked(name: QuestionName, answersTo: (name: string) => readonly string[]): boolean {
  const { when, unless } = ruleOf(name)
  const asked = (other: string): readonly string[] =>
    other in QUESTION_RULES && !isAsked(other as QuestionName, answersTo) ? [] : answersTo(other)
  return (!when || isMet(when, asked)) && !(unless && isWhollyMet(unless, asked))
}
