// What the report page and the part it brings in know of each other: files, the code, the pause, the keeping, the letter to print.
import type { Result } from '../../protocol/result.ts'
import type { AuthorCode } from '../../sealing/address-report.ts'
import type { FilesFor, FilesStop } from '../files/files-for.ts'
import type { AskedEnding } from './ending.ts'
import type { IdentifierRows } from './identifier-rows.ts'
import type { Journey } from './journey.ts'
import type { Resumed } from './resumed.ts'
import type { SealingDesk } from './sealing-desk.ts'

export interface ReportHouse {
  form: HTMLFormElement
  journey: Journey
  desk: SealingDesk
  rows: IdentifierRows
  /** The step to come back to. */
  place: () => string
  /** From now on envelopes can be answered through this code; null: through none. */
  useCode: (code: AuthorCode | null) => void
  /** Empties the page and shows an ending. */
  end: (ending: AskedEnding) => void
}

/** The files that go with a report. */
export interface ReportFiles {
  readonly any: boolean
  /** Seals and sends them, and has them held for these associations. Called again after a fault, it does the rest. */
  prepare: (associations: readonly string[], code: AuthorCode | null) => Promise<Result<FilesFor, FilesStop>>
  /** The review was left: what is on its way stops where it stands. */
  stop: () => void
}

export interface ReportGuest {
  files: ReportFiles
  /** A step that it fills is on screen. */
  enter: (step: string) => void
  /** Whether nothing written holds the words of the code. Says where it does, and leads there. */
  allows: () => boolean
  /** What was put away of this story goes: it was sent, or is not wanted any more. */
  letGo: () => void
  /** Gives back a story that was put away. */
  resume: (resumed: Resumed) => void
  wipe: () => void
}
