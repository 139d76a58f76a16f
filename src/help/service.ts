// What a row of the help directory holds. Editorial: every row says where it was read and when, and what is not sure is not shown.

export const HELP_GROUPS = ['danger', 'listen', 'young', 'care', 'rights', 'online', 'near'] as const
export type HelpGroup = (typeof HELP_GROUPS)[number]

type InEachLocale = Readonly<{ fr: string; en: string }>

export interface HelpService {
  id: string
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
