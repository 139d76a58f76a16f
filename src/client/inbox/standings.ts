// Tells the server where cases stand, as their files say: their authors see it, and what is worked on is kept. It never says that an
// envelope was opened which nobody opened.
import type { CaseEdit } from '../../domain/case-edit.ts'
import { lastDayOf } from '../../domain/retention.ts'
import { isOver, type CaseState } from '../../protocol/case-state.ts'
import { daysBetween, type Day } from '../../protocol/day.ts'
import { UNTOUCHED_WARNING_DAYS } from '../../protocol/limits.ts'
import { accept } from '../../protocol/result.ts'
import type { CaseDesk } from './case-desk.ts'
import type { Case } from './cases.ts'

/** Days after which work on a case is said again: more often would tell when a team works, and keep nothing longer. */
const TOUCH_AGAIN_DAYS = 7

export interface StandingMeans {
  get: (id: string) => Case | undefined
  /** Every case that is listed. */
  all: () => readonly Case[]
  /** Says of these envelopes where their case stands; true once the server knows. */
  tell: (id: string, envelopes: readonly string[], standing: CaseState) => Promise<boolean>
  today: () => Day
}

export interface Standings {
  /** The same desk; what an edit changes for the author, or for how long a case is kept, is told. */
  desk: CaseDesk
  /** Keeps a case for as long again. */
  keep: (id: string) => Promise<boolean>
  /** Says again what could not be said when a file was written. */
  catchUp: () => Promise<void>
}

export function makeStandings(desk: CaseDesk, { get, all, tell, today }: StandingMeans): Standings {
  const opened = (each: Case): string[] =>
    each.envelopes.flatMap(({ id, acknowledged }) => (acknowledged ? [id] : []))
  const isStale = (each: Case): boolean =>
    each.envelopes.some(
      ({ touchedOn }) => touchedOn !== null && daysBetween(touchedOn, today()) >= TOUCH_AGAIN_DAYS,
    )
  const keep = async (id: string): Promise<boolean> => {
    const each = get(id)
    return each !== undefined && tell(id, opened(each), desk.known(id).work.state)
  }
  return {
    desk: {
      ...desk,
      edit: async (id: string, edit: CaseEdit) => {
        const each = get(id)
        const kept = await desk.edit(id, edit)
        if (!kept.ok || !each) return kept
        // Whoever says where a case stands has all of it on screen.
        if (edit.edit === 'state') {
          await tell(
            id,
            each.envelopes.map((envelope) => envelope.id),
            edit.to,
          )
        } else if (isStale(each)) await keep(id)
        return accept(kept.value)
      },
    },
    keep,
    catchUp: async () => {
      for (const each of all()) {
        const { work, revision } = desk.known(each.id)
        if (revision > 0 && each.head.acknowledged && each.head.standing !== work.state) await keep(each.id)
      }
    },
  }
}

/** The last day of a case on the server unless someone touches it; null while nobody has opened it. */
export const lastDayOn = ({ head: { touchedOn, standing } }: Case): Day | null =>
  touchedOn && lastDayOf(touchedOn, standing)

/** Whether its end is near: a case that is over always is. */
export function isEnding(each: Case, today: Day): boolean {
  const last = lastDayOn(each)
  return last !== null && (isOver(each.head.standing) || daysBetween(today, last) <= UNTOUCHED_WARNING_DAYS)
}
