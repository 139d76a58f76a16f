// A template's text as it goes into what a member writes: in the person's language, its gaps filled, after what is there already. Pure.
import type { EnvelopeContents } from '../../protocol/envelope.ts'
import type { Seeker } from '../../domain/routing.ts'
import type { Template } from '../../protocol/templates.ts'
import { AGE_BANDS, AUDIENCES, LOCALES, NEEDS, OPEN_ANSWERS, type Locale } from '../../protocol/vocabulary.ts'
import type { TemplateFacts } from './template-facts.ts'

/** The language a template is inserted in: the person's, or the other where it is not written in theirs. */
export const languageOf = ({ words }: Template, wanted: Locale): Locale =>
  [wanted, ...LOCALES].find((locale) => words[locale].text.trim() !== '') ?? wanted

/** The title members choose by, in their page's language where there is one. */
export function titleIn({ words }: Template, wanted: Locale): string {
  const titled = [wanted, ...LOCALES].find((locale) => words[locale].title.trim() !== '') ?? wanted
  return words[titled].title
}

/** Each gap has its name in both languages, and either works in each. */
const ASSOCIATION = /\{association\}/giu
const DAYS = /\{(?:jours|days)\}/giu
const OTHERS = /\{(?:autres|others)\}/giu

/** The text with its gaps filled. A line that would name other associations where there are none goes. */
export function filledText(text: string, locale: Locale, facts: TemplateFacts): string {
  const { name, answersWithinDays, others } = facts
  const days = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
    answersWithinDays,
  )
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(others)
  return text
    .split('\n')
    .filter((line) => others.length > 0 || line.search(OTHERS) < 0)
    .join('\n')
    .replaceAll(OTHERS, () => names)
    .replaceAll(DAYS, () => days)
    .replaceAll(ASSOCIATION, () => name)
    .trim()
}

/** What is typed stays, whole and first. */
export const joinedText = (typed: string, inserted: string): string =>
  typed.trim() === '' ? inserted : `${typed.trimEnd()}\n\n${inserted}`

/** The person as the directory is asked about them: what they answered in their report. */
export function seekerIn({ account, about, locale }: EnvelopeContents): Seeker {
  const { departement } = account
  const isOpen = OPEN_ANSWERS.some((open) => open === departement)
  return {
    needs: NEEDS.filter((need) => account.needs?.includes(need)),
    audiences: AUDIENCES.filter((audience) => about?.audiences?.includes(audience)),
    departement: departement === undefined || isOpen ? null : departement,
    language: locale,
    ageBand: ageBandIn(about?.ageBand),
  }
}

/** Who would rather not say their age is of none. */
const ageBandIn = (told: string | undefined): Seeker['ageBand'] =>
  AGE_BANDS.find((band) => band === told) ?? null
