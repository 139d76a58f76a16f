// The one gate through which what was opened may leave the page as a file: whoever asks shows that it is them, and the record of it is
// kept first. What could not be recorded does not leave.
import type { Day } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'

export interface LeavingMeans {
  /** The server's. */
  today: () => Promise<Result<Day, CallFault>>
  /** Notes that a case was exported, or (null) several, or the record itself; true once that is kept. */
  note: (about: string | null) => Promise<boolean>
}

/** `not-read`: it is not known what came since. `staying`: it may not leave. */
export type LeavingFault = 'not-confirmed' | 'not-recorded' | 'not-read' | 'staying'

/**
 * `confirm` answers true once it is them; `look` what keeps it here on this day, just before the record. On success the server's day: from
 * then on it may be saved.
 */
export async function letOut(
  confirm: () => Promise<boolean>,
  about: string | null,
  { today, note }: LeavingMeans,
  look: (day: Day) => Promise<LeavingFault | null> = async () => null,
): Promise<Result<Day, LeavingFault>> {
  if (!(await confirm())) return decline('not-confirmed')
  const day = await today()
  if (!day.ok) return decline('not-recorded')
  const kept = await look(day.value)
  if (kept) return decline(kept)
  return (await note(about)) ? accept(day.value) : decline('not-recorded')
}
