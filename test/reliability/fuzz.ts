// `npm run fuzz [-- --quick] [--seed N] [--only WORDS] [--path P] [--write]`: sends everything hostile to every endpoint, on Node over
// files and a share of it to workerd over libSQL servers. It fails when anything failed, was echoed, hung, crashed or grew. With `--write`
// the second part of docs/reliability.md is its own.
import { parseArgs } from 'node:util'
import type fc from 'fast-check'
import { tableOf } from '../bench/table.ts'
import { startEdgeServer } from '../support/servers/edge-process.ts'
import { ENDPOINTS } from './fuzz/endpoints.ts'
import { everyMethod, everySize, headBesideGet } from './fuzz/exhaustive.ts'
import { sequencesFor, STRANDS, strandsFor, type Plan, type Strand } from './fuzz/plan.ts'
import { everyShape } from './fuzz/raw-shapes.ts'
import { runStrand, Tally } from './fuzz/run-strand.ts'
import { slowSenders } from './fuzz/slow-senders.ts'
import { federate, stageEdge, stageNode, type Stage } from './fuzz/stage.ts'
import { provenance, writePart } from './reliability-page.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    seed: { type: 'string' },
    only: { type: 'string' },
    path: { type: 'string' },
    write: { type: 'boolean' },
  },
})
const only = values.only ?? ''
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)

/** What the server may weigh more at the end than once it was warm, in megabytes: what it was lent for the largest bodies it keeps a while. */
const MOST_GROWTH_MEGABYTES = 32

/** It is warm after so many parts of the run. */
const WARM_AFTER = 3

/** How often each part is drawn on Node in a whole run; a sequence is five requests on average. */
const DRAWN: Readonly<Record<Strand, number>> = {
  'well-formed, from each schema': 2600,
  'nearly well-formed': 3400,
  'honest, or with a door shut': 1400,
  'JSON that readers stumble over': 2600,
  'OpenPGP packets and signatures': 2600,
  'addresses and headers': 2600,
  'lengths that lie, methods in each other’s place': 1800,
  'everything at once': 2200,
}
const SEQUENCES = 400
const QUICK_SHARE = 0.06
const EDGE_DRAWN = 400
const EDGE_STRANDS: readonly Strand[] = [
  'well-formed, from each schema',
  'nearly well-formed',
  'honest, or with a door shut',
  'JSON that readers stumble over',
  'OpenPGP packets and signatures',
]

const share = (whole: number): number => Math.ceil(values.quick ? whole * QUICK_SHARE : whole)

const rows: string[][] = []
const found: string[] = []
const say = (line: string): void => void process.stdout.write(`${line}\n`)

function note(where: string, name: string, tally: Tally, faults: readonly string[]): void {
  const refused = [...tally.refusals.values()].reduce((all, count) => all + count, 0)
  const row = [name, where, `${tally.inputs}`, `${tally.taken}`, `${refused}`, `${faults.length}`]
  rows.push(row)
  found.push(...faults.map((fault) => `${where}, ${name}: ${fault}`))
  say(row.join(' · '))
  for (const fault of faults) say(`  ${fault}`)
}

async function play(
  stage: Stage,
  where: string,
  name: string,
  drawn: fc.Arbitrary<Plan | Plan[]>,
  runs: number,
): Promise<Tally> {
  const tally = new Tally()
  if (!name.includes(only)) return tally
  const path = values.path
  const fault = await runStrand(stage, drawn, { runs, seed, path, tally })
  const faults = fault
    ? [
        `${fault.fault}\n  replay: npm run fuzz -- --seed ${seed} --only '${name}' --path ${fault.path}\n  ${fault.smallest}`,
      ]
    : []
  note(where, name, tally, faults)
  return tally
}

async function exhaust(
  stage: Stage,
  name: string,
  work: (stage: Stage, tally: Tally) => Promise<string[]>,
): Promise<Tally> {
  const tally = new Tally()
  if (name.includes(only)) note('Node', name, tally, await work(stage, tally))
  return tally
}

const WRITTEN_WHATEVER_COMES = /^(?:notices-off|purged .*|)$/

/** Lines of the log that no hostile input may bring about. */
const strangeLines = (logs: string): string[] => [
  ...new Set(logs.split('\n').filter((line) => !WRITTEN_WHATEVER_COMES.test(line))),
]

async function onNode(): Promise<string> {
  const stage = await stageNode()
  const slow = slowSenders(stage, !values.quick)
  const { visit } = stage
  const drawn = strandsFor(visit)
  const strands: [string, fc.Arbitrary<Plan | Plan[]>, number][] = [
    ...STRANDS.map((name): [string, fc.Arbitrary<Plan>, number] => [name, drawn[name], share(DRAWN[name])]),
    ['one after the other', sequencesFor(visit), share(SEQUENCES)],
  ]
  let warm: number | null = null
  const { opened } = await exhaust(stage, 'every size', everySize)
  await exhaust(stage, 'hardly HTTP', everyShape)
  for (const [place, [name, plans, runs]] of strands.entries()) {
    const tally = await play(stage, 'Node', name, plans, runs)
    for (const each of tally.opened) opened.add(each)
    if (place < WARM_AFTER) warm = await stage.weight()
  }
  await exhaust(stage, 'every method', everyMethod)
  await exhaust(stage, 'HEAD beside GET', headBesideGet)
  const { tried, faults, longest } = await slow
  const tally = new Tally()
  tally.inputs = tried
  note('Node', `slow senders, the last ended after ${longest.toFixed(0)} s`, tally, faults)
  const end = await stage.weight()
  const grown = (end ?? 0) - (warm ?? 0)
  if (grown > MOST_GROWTH_MEGABYTES) found.push(`it grew by ${grown.toFixed(0)} MB`)
  if (!(await stage.isAlive())) found.push('nothing answers any more')
  found.push(...strangeLines(stage.logs()).map((line) => `in the log: ${line}`))
  found.push(...(await stage.leaks()).map((file) => `a word that was sent is in ${file}`))
  const never = ENDPOINTS.map(({ method, path }) => `${method} ${path}`).filter((each) => !opened.has(each))
  if (!values.quick && only === '' && never.length > 0) found.push(`never opened: ${never.join(', ')}`)
  await stage.stop()
  return `Once warm the server weighed ${warm?.toFixed(0)} MB, at the end ${end?.toFixed(0)} MB, idle both times and rid of what it could let go of.`
}

async function onEdge(): Promise<void> {
  const stage = await stageEdge(await startEdgeServer({ federation: await federate() }))
  const drawn = strandsFor(stage.visit)
  for (const name of EDGE_STRANDS) await play(stage, 'workerd', name, drawn[name], share(EDGE_DRAWN))
  if (!(await stage.isAlive())) found.push('at the edge nothing answers any more')
  if (/unexpected|storage-unavailable|Uncaught/.test(stage.logs()))
    found.push('a failure in the log of the edge')
  await stage.stop()
}

say(`seed ${seed}`)
const weights = await onNode()
await onEdge()
const inputs = rows.reduce((all, row) => all + Number(row[2]), 0)
const table = tableOf(['what was sent', 'to', 'inputs', 'taken', 'refused', 'faults'], rows)
const verdict =
  'Nothing failed, hung, crashed, grew or came back: no answer of 500 and more, each refusal with its own code and all headers, no word of what was sent in an answer, in the log or in a store.'
say(`\n${table}\n\n${inputs} inputs, seed ${seed}. ${weights}`)
say(found.length === 0 ? verdict : `NOT HELD\n${found.join('\n')}`)
if (values.write && !values.quick && only === '' && found.length === 0)
  await writePart(
    'fuzz',
    `${provenance()}\n\n${table}\n\n${inputs} inputs, seed ${seed}. ${weights}\n\n${verdict}`,
  )
process.exit(found.length === 0 && inputs > 0 ? 0 : 1)
