// A report as a reader meets it: what it is about in one line, then every answer that was given, in a fixed order.
// Pure: codes in, codes out; the words are in the page.
import type { EnvelopeContents } from '../protocol/envelope.ts'
import type { About, Account } from '../protocol/report.ts'
import { ACTS } from '../protocol/vocabulary.ts'

export type Field = keyof Account | keyof About

/** One answer: a code of the vocabulary, the person's own words, or a month (its first day). */
export type Answer =
  | { kind: 'code'; group: Field; code: string }
  | { kind: 'text'; text: string }
  | { kind: 'month'; day: string }

export interface Line {
  field: Field
  answers: Answer[]
}

type Order<Told> = Readonly<Record<keyof Told, Answer['kind']>>

/** In the order they are read: what happened and what is needed, then how, where, when and who. No answer can be forgotten. */
const ACCOUNT_ORDER: Order<Account> = {
  role: 'code',
  personKnows: 'code',
  acts: 'code',
  needs: 'code',
  harms: 'code',
  incapacity: 'code',
  losses: 'code',
  footage: 'code',
  means: 'code',
  attackers: 'code',
  attackerAges: 'code',
  channel: 'code',
  platform: 'text',
  lure: 'code',
  trust: 'code',
  place: 'code',
  departement: 'code',
  month: 'month',
  weekday: 'code',
  timeBand: 'code',
  bias: 'code',
  biasIndicators: 'code',
  evidence: 'code',
  complaint: 'code',
  barriers: 'code',
}

const ABOUT_ORDER: Order<About> = { ageBand: 'code', language: 'code', audiences: 'code' }

/** Every answered question. One that was left out, or answered by nothing, has no line. */
export const answeredLines = (account: Account): Line[] => linesOf(account, ACCOUNT_ORDER)

/** What the person said of themselves, and let travel. */
export const aboutLines = (about: About = {}): Line[] => linesOf(about, ABOUT_ORDER)

function linesOf<Told extends Account | About>(told: Told, order: Order<Told>): Line[] {
  const fields = Object.keys(order) as (Field & keyof Told)[]
  return fields.flatMap((field) => {
    const given = [told[field] ?? []].flat() as string[]
    const answers = (field === 'acts' ? gravestFirst(given) : given)
      .filter((answer) => answer !== '')
      .map((answer) => answerOf(field, order[field], answer))
    return answers.length > 0 ? [{ field, answers }] : []
  })
}

function answerOf(group: Field, kind: Answer['kind'], answer: string): Answer {
  if (kind === 'text') return { kind, text: answer }
  return kind === 'month' ? { kind, day: answer } : { kind, group, code: answer }
}

const severity = (code: string): number => ACTS.findIndex((act) => act === code)

/** Without repeats. "I do not know" comes last. */
export const gravestFirst = (acts: readonly string[]): string[] =>
  [...new Set(acts)].toSorted((a, b) => severity(b) - severity(a))

/** What the list shows of a report without its text. */
export interface Summary {
  role: string | null
  acts: string[]
  departement: string | null
  needs: string[]
}

export const summaryOf = ({ account }: Pick<EnvelopeContents, 'account'>): Summary => ({
  role: account.role ?? null,
  acts: gravestFirst(account.acts ?? []),
  departement: account.departement ?? null,
  needs: [...new Set<string>(account.needs ?? [])],
})
