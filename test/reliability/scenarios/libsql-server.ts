// The libSQL server behind the edge's workers goes wrong in each way it can while people write.
import { Account, crowd, type Crowd } from '../account.ts'
import type { Fault } from '../bad-line.ts'
import { stockFor } from '../deeds.ts'
import { sharedEdgeHouse, type EdgeHouse } from '../failing-edge.ts'
import type { Outcome, Scenario } from '../scenario.ts'

const PEOPLE = 10
const LOAD = `${PEOPLE} people and an association at once, workerd`

/** What is brought about once people write; it returns once the fault has been there long enough, and the fault has ended then. */
type Break = (edge: EdgeHouse, people: Crowd) => Promise<void>

async function whileWriting(times: number, breaks: Break): Promise<Outcome> {
  const edge = await sharedEdgeHouse()
  await edge.setBucket(null)
  const stock = await stockFor(edge)
  const account = new Account()
  for (let time = 0; time < times; time++) {
    const people = crowd(account, edge, stock)
    await people.served(PEOPLE)
    await breaks(edge, people)
    const endedAt = Date.now()
    await account.serveNext(edge, stock, endedAt)
    await people.leave()
    await account.settle(edge)
  }
  return account.outcome(times, LOAD)
}

/** The lines do this until so many were turned away. */
const onTheLine =
  (fault: Fault, away: number): Break =>
  async (edge, { turnedAway }) => {
    edge.setLines(fault)
    await turnedAway(away)
    edge.setLines('none')
  }

export const serverKilled: Scenario = {
  name: 'the libSQL servers are killed while people write, and come back',
  times: { test: 1, quick: 3, whole: 20 },
  run: (times) =>
    whileWriting(times, async ({ servers }, { turnedAway }) => {
      await Promise.all(servers.map((server) => server.end('SIGKILL')))
      await turnedAway(3 * PEOPLE)
      await Promise.all(servers.map((server) => server.start()))
    }),
}

export const serverRestarted: Scenario = {
  name: 'the libSQL servers are stopped as an operator stops them, and started again at once',
  times: { test: 1, quick: 1, whole: 10 },
  run: (times) =>
    whileWriting(times, async ({ servers }) => {
      await Promise.all(servers.map((server) => server.end('SIGTERM')))
      await Promise.all(servers.map((server) => server.start()))
    }),
}

export const serverLate: Scenario = {
  name: 'the libSQL servers answer a second and a half late, each time they are asked',
  times: { test: 1, quick: 1, whole: 4 },
  run: (times) =>
    whileWriting(times, async (edge, { served }) => {
      edge.setLines({ lateMilliseconds: 1500 })
      await served(2 * PEOPLE)
      edge.setLines('none')
    }),
}

export const serverSilent: Scenario = {
  name: 'the libSQL servers take requests and answer none, whether they did what was asked or not',
  times: { test: 1, quick: 1, whole: 4 },
  run: (times) => whileWriting(times, onTheLine('silent', PEOPLE / 2)),
}

export const answersCut: Scenario = {
  name: 'the line to the libSQL servers breaks after they committed: the answer is lost',
  times: { test: 1, quick: 3, whole: 20 },
  run: (times) => whileWriting(times, onTheLine('cut', 4 * PEOPLE)),
}
