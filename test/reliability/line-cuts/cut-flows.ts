// The cutting of several flows, as a scenario brings it about: every cut that the pages have today, or the few that tell most.
import { rmSync } from 'node:fs'
import { launchBrowser } from '../../support/browser.ts'
import { PREPARED, startDemonstration } from '../../support/demonstration.ts'
import prepareOnce from '../../support/prepare-once.ts'
import type { Cut } from './cut-line.ts'
import { together, type Outcome, type Scenario } from '../scenario.ts'
import type { Flow, House } from './journey.ts'
import { cutsOf, walkWithCut } from './walk-and-cut.ts'

export interface ChosenCut extends Cut {
  flow: Flow
}

interface CutFlows {
  name: string
  flows: readonly Flow[]
  /** Those that are tried where there is no time for all. One that is no longer asked for counts as nothing tried. */
  chosen: readonly ChosenCut[]
  /** How many of them a test tries. */
  inTest: number
}

/** Of every manner and request, once. */
const EVERY = Number.POSITIVE_INFINITY

export const cutScenario = ({ name, flows, chosen, inTest }: CutFlows): Scenario => ({
  name,
  times: { test: inTest, quick: chosen.length, whole: EVERY },
  run: (times) =>
    inHouse(async (house) => {
      const cuts = times === EVERY ? await everyCut(flows, house) : chosen.slice(0, times)
      const outcomes: Outcome[] = []
      for (const { flow, ...cut } of cuts) {
        const outcome = await walkWithCut(flow, house, cut, { onFault: say })
        if (outcome.tried === 0)
          say(`${flow.name}: ${cut.request} (${cut.turn}), ${cut.manner}: was never asked for`)
        outcomes.push(outcome)
      }
      return { ...together(outcomes), load: `${new Set(cuts.map(({ flow }) => flow)).size} flows on a phone` }
    }),
})

async function everyCut(flows: readonly Flow[], house: House): Promise<ChosenCut[]> {
  const cuts: ChosenCut[] = []
  for (const flow of flows) for (const cut of await cutsOf(flow, house)) cuts.push({ flow, ...cut })
  return cuts
}

const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** One that several scenarios share, while it is held. */
let held: House | null = null

/** Keeps one house and one browser for all that is run until it is let go. */
export async function holdHouse(): Promise<() => Promise<void>> {
  held = await openHouse()
  return async () => {
    const house = held
    held = null
    if (house) await closeHouse(house)
  }
}

async function inHouse<Result>(work: (house: House) => Promise<Result>): Promise<Result> {
  if (held) return work(held)
  const house = await openHouse()
  try {
    return await work(house)
  } finally {
    await closeHouse(house)
  }
}

async function openHouse(): Promise<House> {
  if (!process.env[PREPARED]) {
    await prepareOnce()
    process.once('exit', () => rmSync(process.env[PREPARED] ?? '', { recursive: true, force: true }))
  }
  const [browser, demonstration] = await Promise.all([launchBrowser(), startDemonstration()])
  return { browser, demonstration }
}

async function closeHouse({ browser, demonstration }: House): Promise<void> {
  await browser.close()
  await demonstration.stop()
}
