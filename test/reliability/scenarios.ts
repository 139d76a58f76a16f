// Every fault that is tried, in the order of docs/reliability.md.
import type { Scenario } from './scenario.ts'
import { machineLost, storesLost } from './scenarios/backup.ts'
import { bucketFails } from './scenarios/bucket.ts'
import { clockSetBack } from './scenarios/clock.ts'
import { nodeFull, serversFull, startedFull } from './scenarios/disk.ts'
import { FLOOD_AT_EDGE, FLOOD_ON_NODE } from './scenarios/flood.ts'
import { processKilled } from './scenarios/killed.ts'
import {
  answersCut,
  serverKilled,
  serverLate,
  serverRestarted,
  serverSilent,
} from './scenarios/libsql-server.ts'
import { LINE_CUT_BACK } from './scenarios/line-cut-back.ts'
import { LINE_CUT_DESK } from './scenarios/line-cut-desk.ts'
import { LINE_CUT_KEPT } from './scenarios/line-cut-kept.ts'
import { LINE_CUT_REPORT } from './scenarios/line-cut-report.ts'
import { LINE_CUT_UNDONE } from './scenarios/line-cut-undone.ts'
import { pastAtTheEdge, pastOnNode } from './scenarios/purge.ts'

export const SCENARIOS: readonly Scenario[] = [
  serverKilled,
  serverRestarted,
  serverLate,
  serverSilent,
  answersCut,
  bucketFails,
  processKilled,
  nodeFull,
  startedFull,
  serversFull,
  clockSetBack,
  machineLost,
  storesLost,
  pastOnNode,
  pastAtTheEdge,
  FLOOD_ON_NODE,
  FLOOD_AT_EDGE,
  LINE_CUT_REPORT,
  LINE_CUT_KEPT,
  LINE_CUT_BACK,
  LINE_CUT_UNDONE,
  LINE_CUT_DESK,
]
