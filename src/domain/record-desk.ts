// Notes what members did where nothing else of it reaches the association's store: an answer, a change of the team, an export. A line that
// could not be kept is owed, and goes before the next.
import type { CasePage, RecordDraft, RecordedAction, SealedRecord } from '../protocol/case-file.ts'
import type { Day } from '../protocol/day.ts'
import { MAX_TEAM_MEMBERS } from '../protocol/limits.ts'
import type { Result } from '../protocol/result.ts'
import type { CallFault } from '../protocol/error-codes.ts'

export interface RecordMeans {
  head: () => Promise<Result<CasePage['head'], CallFault>>
  today: () => Promise<Result<Day, CallFault>>
  seal: (draft: RecordDraft) => Promise<Result<SealedRecord, 'broken'>>
  post: (record: SealedRecord) => Promise<Result<unknown, CallFault>>
}

export interface RecordDesk {
  /** True once this line, and those owed before it, are kept. */
  note: (action: RecordedAction, about: string | null) => Promise<boolean>
  /** The same for what is only done once its line is kept: a line that could not be kept is not owed, since nothing was done. */
  noteBefore: (action: RecordedAction, about: string | null) => Promise<boolean>
}

/** How often a line is written again when another came first: each time one of those who write at once gets through. */
const TRIES = 2 * MAX_TEAM_MEMBERS

export function makeRecordDesk({ head, today, seal, post }: RecordMeans): RecordDesk {
  const owed: { action: RecordedAction; case: string | null }[] = []
  let last: Promise<unknown> = Promise.resolve()

  const keepFirst = async (): Promise<boolean> => {
    const [first] = owed
    if (!first) return true
    const day = await today()
    if (!day.ok) return false
    for (let tries = 0; tries < TRIES; tries++) {
      const now = await head()
      const sealed = now.ok ? await seal({ ...first, head: now.value, today: day.value }) : now
      if (!sealed.ok) return false
      const kept = await post(sealed.value)
      if (kept.ok) return true
      if (kept.reason !== 'record-changed') return false
    }
    return false
  }
  const keepAll = async (): Promise<boolean> => {
    while (owed.length > 0) {
      if (!(await keepFirst())) return false
      owed.shift()
    }
    return true
  }
  const inTurn = (keep: () => Promise<boolean>): Promise<boolean> => {
    const mine = last.then(keep)
    last = mine
    return mine
  }
  return {
    note: (action, about) => {
      owed.push({ action, case: about })
      return inTurn(keepAll)
    },
    noteBefore: (action, about) =>
      inTurn(async () => {
        const line = { action, case: about }
        owed.push(line)
        if (await keepAll()) return true
        const at = owed.indexOf(line)
        if (at >= 0) owed.splice(at, 1)
        return at < 0
      }),
  }
}
