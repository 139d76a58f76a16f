// Every fault that is tried, in the order of docs/reliability.md.
import type { Scenario } from './scenario.ts'
import { LINE_CUT_BACK } from './scenarios/line-cut-back.ts'
import { LINE_CUT_DESK } from './scenarios/line-cut-desk.ts'
import { LINE_CUT_KEPT } from './scenarios/line-cut-kept.ts'
import { LINE_CUT_REPORT } from './scenarios/line-cut-report.ts'
import { LINE_CUT_UNDONE } from './scenarios/line-cut-undone.ts'

export const SCENARIOS: readonly Scenario[] = [
  LINE_CUT_REPORT,
  LINE_CUT_KEPT,
  LINE_CUT_BACK,
  LINE_CUT_UNDONE,
  LINE_CUT_DESK,
]
