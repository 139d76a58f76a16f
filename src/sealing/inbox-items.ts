// An envelope of the inbox after its seal was tried.
import type { CaseState } from '../protocol/case-state.ts'
import type { Day } from '../protocol/day.ts'
import type { Result } from '../protocol/result.ts'
import type { InboxContents } from '../protocol/thread.ts'

export type Opened = Result<InboxContents, 'not-mine' | 'damaged'>

/** The sealed bytes are not kept. */
export interface InboxItem {
  id: string
  receivedOn: Day
  acknowledged: boolean
  touchedOn: Day | null
  /** Of its case, as its author sees it. */
  standing: CaseState
  keyFingerprint: string
  opened: Opened
}
