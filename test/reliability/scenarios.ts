// Every fault that is tried, in the order of docs/reliability.md.
import type { Scenario } from './scenario.ts'
import { machineLost, storesLost } from './scenarios/backup.ts'
import { pastAtTheEdge, pastOnNode } from './scenarios/purge.ts'

export const SCENARIOS: readonly Scenario[] = [machineLost, storesLost, pastOnNode, pastAtTheEdge]
