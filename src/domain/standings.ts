// Tells the server where cases stand, as their files say: their authors see it, and what is worked on is kept. It never says that an
// envelope was opened which nobody opened.
import type { CaseEdit } from './case-edit.ts'
import type { CaseDesk } from './case-desk.ts'
import { lastDayOf } from './retention.ts'
import type { CaseWork } from '../protocol/case-file.ts'
import { isOver, type CaseState } from '../protocol/case-state.ts'
import { daysBetween, type Day } from '../protocol/day.ts'
import { UNTOUCHED_WARNING_DAYS } from '../protocol/limits.ts'
import { accept, decline } from '../protocol/result.ts'

/** Days after which work on a case is said again: more often would tell when a team works, and keep nothing longer. */
const TOUCH_AGAIN_DAYS = 7

/** An envelope, as far as the server knows what its association did with it. */
export interface StandingEnvelope {
  id: string
  acknowledged: boolean
  touchedOn: Day | null
  standing: CaseState
}

/** A case as the server knows it: `head` is the envelope it is named after. */
export interface StandingCase {
  id: string
  head: StandingEnvelope
  envelopes: readonly StandingEnvelope[]
}

export interface StandingMeans {
  get: (id: string) => StandingCase | undefined
  /** Every case there is. */
  all: () => readonly StandingCase[]
  /** Says that these envelopes were opened, and where their case stands, or that it is worked on; true once the server knows. */
  tell: (id: string, envelopes: readonly string[], said: CaseState | 'kept' | null) => Promise<boolean>
  /** What must last as long as a case, and that nobody has confirmed. */
  owed: (id: string) => readonly string[]
  today: () => Day
}

export interface Standings {
  /** The same desk; what an edit changes for the author, or for how long a case is kept, is told. Where that fails the edit is `untold`. */
  desk: CaseDesk
  /** Keeps a case for as long again. */
  keep: (id: string) => Promise<boolean>
  /** The same once there was work on it, where that was not said of late. */
  touch: (id: string) => Promise<void>
  /** Says that these were opened: what comes to a case stands where the case does. */
  confirm: (id: string, envelopes: readonly string[]) => Promise<boolean>
  /** Confirms what is owed, and says again what could not be said when a file was written. It takes back nothing that was said without one. */
  catchUp: () => Promise<void>
}

export function makeStandings(desk: CaseDesk, { get, all, tell, owed, today }: StandingMeans): Standings {
  const opened = ({ envelopes }: StandingCase): string[] =>
    envelopes.flatMap(({ id, acknowledged }) => (acknowledged ? [id] : []))
  const isStale = ({ envelopes }: StandingCase): boolean =>
    envelopes.some(
      ({ touchedOn }) => touchedOn !== null && daysBetween(touchedOn, today()) >= TOUCH_AGAIN_DAYS,
    )
  const now = (each: StandingCase): CaseState => standingOf(each, desk.known(each.id).work)
  /** What goes with a case that is over. What also belongs to one that is not stays with that one. */
  const ofIt = (each: StandingCase, state: CaseState): string[] => {
    const others = isOver(state) ? all().filter((other) => other.id !== each.id && !isOver(now(other))) : []
    const shared = new Set(others.flatMap(({ envelopes }) => envelopes.map(({ id }) => id)))
    return each.envelopes.flatMap(({ id }) => (shared.has(id) ? [] : [id]))
  }
  const keep = async (id: string): Promise<boolean> => {
    const each = get(id)
    return each !== undefined && tell(id, opened(each), 'kept')
  }
  const touch = async (id: string): Promise<void> => {
    const each = get(id)
    if (each && isStale(each)) await keep(id)
  }
  const confirm: Standings['confirm'] = async (id, ids) => {
    const each = get(id)
    const standing = each ? now(each) : 'received'
    const known = ids.length === 0 || (await tell(id, ids, standing === 'received' ? null : standing))
    if (known) await touch(id)
    return known
  }
  return {
    desk: {
      ...desk,
      edit: async (id: string, edit: CaseEdit) => {
        const each = get(id)
        const kept = await desk.edit(id, edit)
        if (!kept.ok || !each) return kept
        if (edit.edit !== 'state') {
          await touch(id)
          return kept
        }
        // Whoever says where a case stands has all of it before them.
        return (await tell(id, ofIt(each, edit.to), edit.to)) ? accept(kept.value) : decline('untold')
      },
    },
    keep,
    touch,
    confirm,
    catchUp: async () => {
      for (const each of all()) {
        const ids = owed(each.id)
        if (ids.length > 0) await confirm(each.id, ids)
        const state = now(each)
        if (each.head.acknowledged && each.head.standing !== state)
          await tell(each.id, ofIt(each, state), state)
      }
    },
  }
}

/** What the team's file says, but for what was said without it: whoever has no key in the page declines so. */
export const standingOf = (
  { head }: Pick<StandingCase, 'head'>,
  { state }: Pick<CaseWork, 'state'>,
): CaseState => (state === 'received' || head.standing === 'declined' ? head.standing : state)

/** The last day of a case on the server unless someone touches it; null while nobody has opened it. */
export const lastDayOn = ({ head: { touchedOn, standing } }: Pick<StandingCase, 'head'>): Day | null =>
  touchedOn && lastDayOf(touchedOn, standing)

/** Whether its end is near: a case that is over always is. */
export function isEnding(each: Pick<StandingCase, 'head'>, today: Day): boolean {
  const last = lastDayOn(each)
  return last !== null && (isOver(each.head.standing) || daysBetween(today, last) <= UNTOUCHED_WARNING_DAYS)
}
