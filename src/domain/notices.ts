// When an association is told that something waits. Pure: days are arguments. What came today counts from tomorrow on, so that the
// moment of a mail tells nothing of the moment at which somebody wrote.
import { daysBetween, type Day } from '../protocol/day.ts'

export type NoticeKind = 'digest' | 'reminder'

/** The days of the last mails; null for none yet. A reminder is its day's digest too. */
export interface NoticeDays {
  digestOn: Day | null
  remindedOn: Day | null
}

/** The hour (UTC) from which a day's notices go, unless an operator says otherwise: seven or eight in France. */
export const USUAL_NOTICE_HOUR = 6

/** Days that something waits before a reminder goes, and between one reminder and the next. */
export const REMINDER_DAYS = 7

/** Whether a day's notices may go. `now` is in milliseconds, `fromHour` in UTC: a mail that failed is tried again until midnight. */
export const isNoticeTime = (now: number, fromHour: number): boolean =>
  new Date(now).getUTCHours() >= fromHour

/**
 * What is due today: one mail at most. `waitingSince` is the day on which the oldest envelope came that nobody acknowledged; null
 * where none waits.
 */
export function dueNotice(
  today: Day,
  waitingSince: Day | null,
  { digestOn, remindedOn }: NoticeDays,
): NoticeKind | null {
  if (waitingSince === null || waitingSince >= today) return null
  if (digestOn !== null && digestOn >= today) return null
  const waitsLong = daysBetween(waitingSince, today) >= REMINDER_DAYS
  const wasReminded = remindedOn !== null && daysBetween(remindedOn, today) < REMINDER_DAYS
  return waitsLong && !wasReminded ? 'reminder' : 'digest'
}

/** The days once such a mail is out. */
export const daysAfter = (kind: NoticeKind, today: Day, { remindedOn }: NoticeDays): NoticeDays => ({
  digestOn: today,
  remindedOn: kind === 'reminder' ? today : remindedOn,
})
