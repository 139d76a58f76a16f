// What the letter to the prosecutor tells of an account, and what it never tells. Pure: answers in, lines in the words it is given out.
// It chooses no legal word, and never says who anyone claimed to be nor anyone's age.
import type { Account } from '../../protocol/report.ts'
import { isOpen } from '../report/read-report.ts'

/**
 * What the person may add to the letter. None is there unless ticked: each says more than they may want the law to read, or whoever
 * finds the sheet.
 */
export const ADDED = ['departement', 'contact', 'private', 'reason', 'identifiers', 'narrative'] as const
export type Added = (typeof ADDED)[number]

/**
 * Every answer has its place: told, told once ticked, or never. Never told: what only an association needs (needs, barriers,
 * who knows), who they claimed to be, and ages. A complaint that speaks of a minor is first a lawyer's matter.
 */
const PLACES: Readonly<Record<keyof Account, 'told' | 'never' | Added>> = {
  month: 'told',
  weekday: 'told',
  timeBand: 'told',
  place: 'told',
  departement: 'departement',
  channel: 'contact',
  platform: 'contact',
  trust: 'contact',
  attackers: 'told',
  means: 'told',
  acts: 'told',
  losses: 'told',
  footage: 'told',
  harms: 'told',
  incapacity: 'told',
  evidence: 'told',
  complaint: 'told',
  bias: 'reason',
  biasIndicators: 'reason',
  role: 'never',
  personKnows: 'never',
  needs: 'never',
  barriers: 'never',
  lure: 'never',
  attackerAges: 'never',
}

/** Answers that a letter of complaint leaves unsaid: no complaint yet, no trace left, and a pretext that speaks of children. */
const UNSAID: Partial<Record<keyof Account, readonly string[]>> = {
  complaint: ['none', 'considered'],
  evidence: ['gone'],
  biasIndicators: ['paedophile-pretext'],
}

/** Answers that tell of someone's private life, or of what others have learnt of it. */
const PRIVATE: Partial<Record<keyof Account, readonly string[]>> = {
  acts: ['outing-threat'],
  footage: ['sent-to-relatives'],
  harms: ['outed', 'housing'],
}

/** The motives that article 132-77 names. */
const NAMED_MOTIVES = ['orientation', 'gender-identity', 'sex']

export type Lines = Partial<Record<keyof Account, string>>

/** The lines of the letter, in the words `wordOf` gives; an answer without words is left out. */
export function composeLines(
  account: Account,
  added: readonly Added[],
  wordOf: (field: keyof Account, code: string) => string,
): Lines {
  const lines: Lines = {}
  for (const field of Object.keys(PLACES) as (keyof Account)[]) {
    const place = PLACES[field]
    const given = account[field]
    if (given === undefined || place === 'never') continue
    if (place !== 'told' && !added.includes(place)) continue
    const unsaid = [...(UNSAID[field] ?? []), ...((!added.includes('private') && PRIVATE[field]) || [])]
    const codes = [given].flat().filter((code) => !isOpen(code) && !unsaid.includes(code))
    const words = codes.map((code) => wordOf(field, code)).filter((each) => each !== '')
    if (words.length > 0) lines[field] = words.join('\u00a0; ')
  }
  return lines
}

/** Whether the motive is one that the article names: the letter then says so, and nothing more. */
export const isNamedMotive = ({ bias }: Account): boolean =>
  bias?.some((code) => NAMED_MOTIVES.includes(code)) ?? false
