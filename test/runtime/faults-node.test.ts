// What becomes of what people were acknowledged by a self-hosted server when its process, its disk or its clock fails.
import { expect, it } from 'vitest'
import type { Scenario } from '../reliability/scenario.ts'
import { clockSetBack } from '../reliability/scenarios/clock.ts'
import { nodeFull, startedFull } from '../reliability/scenarios/disk.ts'
import { processKilled } from '../reliability/scenarios/killed.ts'

it.each<[string, Scenario]>(
  [clockSetBack, nodeFull, startedFull, processKilled].map((each) => [each.name, each]),
)('nothing is lost, duplicated or told wrong when %s', async (_name, { times, run }) => {
  const outcome = await run(times.test)
  expect(outcome).toMatchObject({ lost: 0, duplicated: 0, toldWrong: 0 })
  expect(outcome.tried).toBeGreaterThan(0)
  expect(outcome.acknowledged).toBeGreaterThan(0)
  expect(outcome.recoveries.length).toBeGreaterThan(0)
})
