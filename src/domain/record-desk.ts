// Notes what members did where nothing else of it reaches the association's store: an answer, a change of the team, an export. A line that
// could not be kept is owed, and goes before the next. What was sent and not heard of goes again as it was: never is one act there twice.
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
  /**
   * The same for what is only done once its line is kept: a line that could not be kept is not owed, since nothing was done. One that left
   * and was never heard of may be in the record all the same: when the same is done after all, it is the line of that.
   */
  noteBefore: (action: RecordedAction, about: string | null) => Promise<boolean>
}

/** How often a line is written again when another came first: each time one of those who write at once gets through. */
const TRIES = 2 * MAX_TEAM_MEMBERS

/** How often the very same line is sent that is not answered. */
const SENDINGS = 3

/** After these it is not known whether the line is kept. */
const UNHEARD: readonly CallFault[] = ['unreachable', 'unexpected', 'storage-unavailable']

interface Line {
  action: RecordedAction
  case: string | null
  /** As it left, while it is not known whether it is kept. */
  sent: SealedRecord | null
}

export function makeRecordDesk({ head, today, seal, post }: RecordMeans): RecordDesk {
  const owed: Line[] = []
  /** Of acts that were not done, since nobody was told that these are kept. */
  let perhaps: readonly Line[] = []
  let last: Promise<unknown> = Promise.resolve()

  const sealNow = async ({ action, case: about }: Line, day: Day): Promise<SealedRecord | null> => {
    const now = await head()
    const sealed = now.ok ? await seal({ action, case: about, head: now.value, today: day }) : now
    return sealed.ok ? sealed.value : null
  }
  const send = async (record: SealedRecord): Promise<Result<unknown, CallFault>> => {
    let told = await post(record)
    for (let sent = 1; sent < SENDINGS && !told.ok && UNHEARD.includes(told.reason); sent++)
      told = await post(record)
    return told
  }
  const keepFirst = async (): Promise<boolean> => {
    const [first] = owed
    if (!first) return true
    const day = await today()
    if (!day.ok) return false
    for (let tries = 0; tries < TRIES; tries++) {
      first.sent ??= await sealNow(first, day.value)
      if (!first.sent) return false
      const kept = await send(first.sent)
      if (kept.ok) return true
      if (UNHEARD.includes(kept.reason) || kept.reason === 'sign-in-required') return false
      first.sent = null
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
  /** The line of an act that was tried before, or a new one. */
  const lineOf = (action: RecordedAction, about: string | null): Line => {
    const before = perhaps.find((each) => each.action === action && each.case === about)
    perhaps = perhaps.filter((each) => each !== before)
    return before ?? { action, case: about, sent: null }
  }
  return {
    note: (action, about) => {
      owed.push({ action, case: about, sent: null })
      return inTurn(keepAll)
    },
    noteBefore: (action, about) =>
      inTurn(async () => {
        const line = lineOf(action, about)
        owed.push(line)
        if (await keepAll()) return true
        const at = owed.indexOf(line)
        if (at >= 0) owed.splice(at, 1)
        if (at >= 0 && line.sent) perhaps = [...perhaps, line]
        return at < 0
      }),
  }
}
