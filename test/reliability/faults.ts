// `npm run faults [-- --quick] [--only WORDS] [--write]`: brings every fault about, with real processes, and says what became of what
// was acknowledged. It fails when anything was lost, duplicated or told wrong. With `--write` the table of docs/reliability.md is its own.
import { parseArgs } from 'node:util'
import { tableOf } from '../bench/table.ts'
import { stopSharedEdgeHouse } from './failing-edge.ts'
import { provenance, writePart } from './reliability-page.ts'
import { isHeld, type Outcome, type Scenario } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, write: { type: 'boolean' } },
})

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1)

function recovery(recoveries: readonly number[]): string {
  if (recoveries.length === 0) return 'none needed'
  const sorted = recoveries.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  return `${seconds(median)} s, at most ${seconds(sorted.at(-1) ?? 0)} s`
}

const HEADS = [
  'fault',
  'tried',
  'acknowledged',
  'of those lost',
  'duplicated',
  'told wrong',
  'served again after (median, most)',
  'under',
]

const rowOf = ({ name }: Scenario, outcome: Outcome): string[] => [
  name,
  `${outcome.tried}`,
  `${outcome.acknowledged}`,
  `${outcome.lost}`,
  `${outcome.duplicated}`,
  `${outcome.toldWrong}`,
  recovery(outcome.recoveries),
  outcome.load ?? '',
]

const rows: string[][] = []
let held = true
try {
  for (const scenario of SCENARIOS.filter(({ name }) => name.includes(values.only ?? ''))) {
    const outcome = await scenario.run(values.quick ? scenario.times.quick : scenario.times.whole)
    const row = rowOf(scenario, outcome)
    rows.push(row)
    held &&= isHeld(outcome) && outcome.tried > 0 && outcome.acknowledged > 0
    process.stdout.write(`${row.join(' · ')}\n`)
  }
} finally {
  await stopSharedEdgeHouse()
}
held &&= rows.length > 0
const table = tableOf(HEADS, rows)
process.stdout.write(`\n${table}\n\n${held ? 'nothing lost, duplicated or told wrong' : 'NOT HELD'}\n`)
if (values.write && values.only === undefined && held)
  await writePart('faults', `${provenance()} ${values.quick ? 'A quick run.' : 'A whole run.'}\n\n${table}`)
process.exit(held ? 0 : 1)
