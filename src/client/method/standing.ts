// How far what is published has come: a demonstration is filled while people look, and must not be taken for a site that is silent. Pure.
import type { Day } from '../../protocol/day.ts'
import type { ReadList } from '../trends/released.ts'
import { missingPeriods } from '../trends/periods.ts'

export type Standing = 'unreachable' | 'nothing' | 'filling' | 'there'

/** `list`: null when it was not read. With an entry left out, sums and changes would say too little: it was not read either. */
export function standingOf(list: ReadList | null, isDemonstration: boolean): Standing {
  if (!list?.isComplete) return 'unreachable'
  if (list.releases.length + list.held.length > 0) return 'there'
  return isDemonstration ? 'filling' : 'nothing'
}

/** Whether some of a demonstration is there, and more is to come. */
export const isHalfFilled = (list: ReadList, isDemonstration: boolean, today: Day): boolean =>
  isDemonstration && missingPeriods(list, today).length > 0
