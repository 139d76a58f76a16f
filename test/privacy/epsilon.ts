// `npm run epsilon -- --samples N`: the measure of test/privacy/epsilon.test.ts over many more samples, each family from each standpoint.
// It ends with 1 when anything we publish tells more than it declares.
import { parseArgs } from 'node:util'
import { ALPHA } from '../support/epsilon/estimator.ts'
import { openReleaseDesk } from '../support/epsilon/release-desk.ts'
import { attack, HEADING, lineOf, OURS } from '../support/epsilon/verdict.ts'

const { values } = parseArgs({ options: { samples: { type: 'string', default: '2000000' } } })
const samples = Number(values.samples)
if (!Number.isSafeInteger(samples) || samples < 1000) {
  process.stderr.write(
    '--samples is how many are bounded by, half of them of each database: a whole number from 1000 on.\n',
  )
  process.exit(2)
}
/** What is learned from more does not choose better. */
const MOST_TRAINING = 100_000

const designs = OURS.flatMap((design) =>
  design.pairs.map((standpoint) => ({ ...design, pairs: [standpoint] })),
)
const fresh = Math.floor(samples / 2)
const effort = {
  training: Math.min(MOST_TRAINING, 0.4 * fresh),
  fresh,
  // All of them together are wrong once in a million.
  alpha: ALPHA / designs.length,
}

const beganAt = Date.now()
const desk = await openReleaseDesk()
process.stdout.write(`${fresh} samples of each database, α = ${ALPHA} in all\n${HEADING}\n`)
for (const design of designs) {
  const verdict = await attack(desk, design, effort)
  if (verdict.caught) process.exitCode = 1
  process.stdout.write(`${lineOf(verdict)}\n`)
}
await desk.close()
process.stdout.write(`${Math.round((Date.now() - beganAt) / 1000)} seconds\n`)
