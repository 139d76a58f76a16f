// Every fault that is tried, in the order of docs/reliability.md.
import type { Scenario } from './scenario.ts'

export const SCENARIOS: readonly Scenario[] = []
