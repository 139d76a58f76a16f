// What a row of the help directory holds. Editorial: every row says where it was read and when, and what is not sure is not shown.
import type { ACTS, Audience, Need } from '../protocol/vocabulary.ts'

export const HELP_GROUPS = ['danger', 'listen', 'young', 'care', 'rights', 'online', 'near'] as const
export type HelpGroup = (typeof HELP_GROUPS)[number]

/** Whom a service receives by age: everyone, those under 18, those under 26. */
export const HELP_AGES = ['all', 'minors', 'young'] as const
export type HelpAges = (typeof HELP_AGES)[number]

/** Said first to anyone under 18, whatever else suits them. */
export const FIRST_FOR_MINORS: readonly string[] = ['119', '3018']

/** What decides to whom a service is proposed. Every list may be empty. */
export interface ServiceReach {
  id: string
  /** What it answers. */
  needs: readonly Need[]
  /** The only acts it is about; empty when it is about anything. */
  acts: readonly (typeof ACTS)[number][]
  /** Whom it is especially for; empty for everyone. */
  audiences: readonly Audience[]
  /** Départements it serves; empty for the whole country, and where the list is not sure (`where` then says what is known). */
  territory: readonly string[]
  ages: HelpAges
  /** Proposed to everyone, whatever they answered. */
  always?: boolean
  /** May be reached from outside France. */
  abroad?: boolean
}

type InEachLocale = Readonly<{ fr: string; en: string }>

export interface HelpService extends ServiceReach {
  group: HelpGroup
  name: string
  /** For whom, and what one finds there. */
  what: InEachLocale
  /** Absent when it serves the whole country. */
  where?: InEachLocale
  /** As people dial and read it, with its spaces; the link drops them. */
  phone?: string
  /** The same service from abroad or overseas. */
  phoneAbroad?: string
  /** A number that takes text messages. */
  sms?: string
  /** Site, without its scheme. Opening it stays in the browser's history. */
  site?: string
  hours?: InEachLocale
  /** Hours are shown only when they were read from an official source. */
  hoursSure?: boolean
  /** What a call costs, when it is not free or ordinary. */
  cost?: InEachLocale
  source: string
  /**
   * Day the row was written down, `YYYY-MM-DD`. Before a site is opened to people, an editor reads each row against its
   * source and puts the day of that reading here.
   */
  recordedOn: string
}
