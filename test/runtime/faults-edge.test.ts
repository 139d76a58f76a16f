// What becomes of what people were acknowledged at the edge when its libSQL servers or its bucket fail.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sharedEdgeHouse, stopSharedEdgeHouse } from '../reliability/failing-edge.ts'
import { bucketFails } from '../reliability/scenarios/bucket.ts'
import { serversFull } from '../reliability/scenarios/disk.ts'
import {
  answersCut,
  serverKilled,
  serverLate,
  serverRestarted,
  serverSilent,
} from '../reliability/scenarios/libsql-server.ts'

beforeAll(async () => void (await sharedEdgeHouse()))
afterAll(stopSharedEdgeHouse)

const SCENARIOS = [
  serverKilled,
  serverRestarted,
  serverLate,
  serverSilent,
  answersCut,
  serversFull,
  bucketFails,
]

it.each(SCENARIOS.map((each) => [each.name, each] as const))(
  'nothing is lost, duplicated or told wrong when %s',
  async (_name, { times, run }) => {
    const outcome = await run(times.test)
    expect(outcome).toMatchObject({ lost: 0, duplicated: 0, toldWrong: 0 })
    expect(outcome.tried).toBeGreaterThan(0)
    expect(outcome.acknowledged).toBeGreaterThan(0)
    expect(outcome.recoveries.length).toBeGreaterThan(0)
  },
)
