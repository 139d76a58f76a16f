// Every fault that is tried, in the order of docs/reliability.md.
import type { Scenario } from './scenario.ts'
import { bucketFails } from './scenarios/bucket.ts'
import { clockSetBack } from './scenarios/clock.ts'
import { nodeFull, serversFull, startedFull } from './scenarios/disk.ts'
import { processKilled } from './scenarios/killed.ts'
import {
  answersCut,
  serverKilled,
  serverLate,
  serverRestarted,
  serverSilent,
} from './scenarios/libsql-server.ts'

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
]
