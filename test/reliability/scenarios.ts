// Every fault that is tried, in the order of docs/reliability.md.
import type { Scenario } from './scenario.ts'
import { machineLost, storesLost } from './scenarios/backup.ts'
import { bucketFails } from './scenarios/bucket.ts'
import { clockSetBack } from './scenarios/clock.ts'
import { nodeFull, serversFull, startedFull } from './scenarios/disk.ts'
import { floodAtTheEdge, floodOnNode } from './scenarios/flood.ts'
import { processKilled } from './scenarios/killed.ts'
import {
  answersCut,
  serverKilled,
  serverLate,
  serverRestarted,
  serverSilent,
} from './scenarios/libsql-server.ts'
import { lineCutBack } from './scenarios/line-cut-back.ts'
import { lineCutDesk } from './scenarios/line-cut-desk.ts'
import { lineCutKept } from './scenarios/line-cut-kept.ts'
import { lineCutReport } from './scenarios/line-cut-report.ts'
import { lineCutUndone } from './scenarios/line-cut-undone.ts'
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
  floodOnNode,
  floodAtTheEdge,
  lineCutReport,
  lineCutKept,
  lineCutBack,
  lineCutUndone,
  lineCutDesk,
]
