// Every fault that is tried, in the order of docs/reliability.md.
import type { Scenario } from './scenario.ts'
import { machineLost, storesLost } from './scenarios/backup.ts'
import { FLOOD_AT_EDGE, FLOOD_ON_NODE } from './scenarios/flood.ts'

export const SCENARIOS: readonly Scenario[] = [machineLost, storesLost, FLOOD_ON_NODE, FLOOD_AT_EDGE]
