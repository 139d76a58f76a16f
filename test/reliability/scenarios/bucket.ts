// The place where parts of files are fails midway, in each way it can: whoever sends files goes on where they were, what they sent opens as
// it was, and what nothing holds leaves nothing behind.
import { addDays, dayOf } from '../../../src/protocol/day.ts'
import {
  fetchPart,
  holdAll,
  sendPart,
  somePart,
  somePermit,
  withSecrets,
  type Part,
} from '../../support/servers/part-sender.ts'
import { sharedEdgeHouse, type BucketFault, type EdgeHouse } from '../failing-edge.ts'
import type { Outcome, Scenario } from '../scenario.ts'

const PARTS = 6
const PART_BYTES = 20_000
const COME_AGAIN = '503 {"error":"storage-unavailable"}'

/** Every other call fails: before a part was kept, after, when its place is looked at, and at every call. */
const PUTS: readonly BucketFault[] = [
  { call: 'put', every: 2 },
  { call: 'put-kept', every: 2 },
  { call: 'head', every: 2 },
  { call: 'put', every: 3 },
]
const WORKING: BucketFault = { call: 'none', every: 1 }
/** Of one thing, until it is done. */
const MOST_ATTEMPTS = 12

class Sender {
  acknowledged = 0
  toldWrong = 0
  readonly #edge: EdgeHouse

  constructor(edge: EdgeHouse) {
    this.#edge = edge
  }

  /** Sends it again until it is acknowledged; a refusal that is not the store's is wrong. */
  async until(send: (edge: EdgeHouse) => Promise<Response>): Promise<Response | null> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const answer = await send(this.#edge)
      if (answer.ok) {
        this.acknowledged++
        return answer
      }
      if (`${answer.status} ${await answer.text()}` !== COME_AGAIN) this.toldWrong++
    }
    this.toldWrong++
    return null
  }
}

const opensAs = async ({ bytes }: Part, answer: Response | null): Promise<boolean> =>
  answer !== null && Buffer.from(await answer.arrayBuffer()).equals(bytes)

async function sendWhileFailing(times: number): Promise<Outcome> {
  const edge = await sharedEdgeHouse()
  const sender = new Sender(edge)
  const recoveries: number[] = []
  let [lost, duplicated] = [0, 0]
  for (let time = 0; time < times; time++) {
    await edge.setBucket(WORKING)
    const before = await edge.bucketObjects()
    const parts = Array.from({ length: PARTS }, () => somePart(PART_BYTES))
    const permit = await somePermit(edge)
    await edge.setBucket(PUTS[time % PUTS.length] ?? WORKING)
    for (const part of parts) await sender.until(() => sendPart(edge, part, permit))
    await edge.setBucket({ call: 'get', every: 2 })
    await sender.until(() => holdAll(edge, parts, permit))
    for (const part of parts) {
      if (!(await opensAs(part, await sender.until(() => fetchPart(edge, part))))) lost++
    }
    const endedAt = Date.now()
    await edge.setBucket(WORKING)
    for (const part of parts) if (!(await opensAs(part, await fetchPart(edge, part)))) lost++
    recoveries.push(Date.now() - endedAt)
    duplicated += Math.max(0, (await edge.bucketObjects()) - before - PARTS)

    // Let go of, two days later, with a bucket that does not delete: they go in the hour after.
    await sender.until(() =>
      withSecrets(
        edge,
        'releases',
        parts.map(({ secret }) => secret),
      ),
    )
    for (const { sha256 } of parts) {
      await edge.query('update parts set kept_on = ? where sha256 = ?', [
        addDays(dayOf(Date.now()), -2),
        sha256,
      ])
    }
    await edge.setBucket({ call: 'delete', every: 1 })
    await edge.hourly()
    for (const part of parts) if ((await fetchPart(edge, part)).status !== 404) sender.toldWrong++
    await edge.setBucket(WORKING)
    await edge.hourly()
    const [left] = await edge.query('select count(*) as n from parts where leaving = 1')
    // What is left of a file that was let go is there though its sender was told that it is not.
    sender.toldWrong += Number(left?.['n']) + Math.max(0, (await edge.bucketObjects()) - before)
  }
  const { acknowledged, toldWrong } = sender
  return {
    tried: times,
    acknowledged,
    lost,
    duplicated,
    toldWrong,
    recoveries,
    load: 'files of six parts, workerd',
  }
}

export const bucketFails: Scenario = {
  name: 'the bucket fails midway through a file, when it is read and when it is purged',
  times: { test: 2, quick: 4, whole: 20 },
  run: sendWhileFailing,
}
