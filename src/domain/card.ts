// Reduces an account to the card by which it is counted. Pure: it takes the answers that a card has room for and nothing else,
// so that no word a person wrote can reach the observatory.
import type { Card } from '../protocol/card.ts'
import { quarterOf } from '../protocol/day.ts'
import type { Account } from '../protocol/report.ts'
import { ACTS } from '../protocol/vocabulary.ts'

/** `platformIdOf` gives the slug of a platform of the closed list by the name an account holds; null for any other. */
export function cardOf(account: Account, platformIdOf: (name: string) => string | null): Card {
  const { month, platform, acts = [], complaint } = account
  return {
    version: 1,
    departement: said(account.departement),
    quarter: month === undefined ? 'unknown' : quarterOf(month),
    weekday: said(account.weekday),
    timeBand: said(account.timeBand),
    channel: said(account.channel),
    platform: platform && said(platform) !== 'unknown' ? (platformIdOf(platform) ?? 'other') : 'unknown',
    place: said(account.place),
    lure: said(account.lure),
    attackers: said(account.attackers),
    act: ACTS.findLast((act) => acts.includes(act)) ?? 'unknown',
    complaint: complaint === 'considered' ? 'none' : said(complaint),
  }
}

/** "I'd rather not say" and a question left empty count as "not known": which of the three it was is nobody's business. */
const said = <Code extends string>(
  answer: Code | undefined,
): Exclude<Code, 'unknown' | 'not-said'> | 'unknown' =>
  answer === undefined || answer === 'not-said'
    ? 'unknown'
    : (answer as Exclude<Code, 'unknown' | 'not-said'> | 'unknown')
