// Tens of thousands of rows are past their time at once, after a flood or a long stop: they go while people write, and nobody waits for them.
import { makeFederation } from '../../support/federation.ts'
import { startEdgeServer } from '../../support/servers/edge-process.ts'
import { countOf, findAgain, soFar, writeAway } from '../kept-things.ts'
import { startNodeServer } from '../../support/servers/node-process.ts'
import type { RunningServer, StartServer } from '../../support/servers/running-server.ts'
import { makePast } from '../../support/past-time.ts'
import type { Outcome, Scenario } from '../scenario.ts'

const PEOPLE = 4
/** Of a hundredth of what is made, so many are sealed and are overwritten as they go. */
const SHARES = { unopened: 20, messages: 10, expired: 20, holds: 10, permits: 20, proofs: 20 }
const MOST_RUNS = 40

const TABLES = [
  "envelopes where received_on < '2026-01-01'",
  "mailbox_cells where kept_until < '2026-01-01'",
  "expired_envelopes where expired_on < '2026-01-01'",
  "part_holds where held_until < '2026-01-01'",
  'upload_permits where expires_at = 1',
  'spent_proofs where expires_at = 1',
]

async function pastRows(server: RunningServer): Promise<number> {
  const counts = TABLES.map((rows) => `(select count(*) from ${rows})`)
  const [row] = await server.query(`select ${counts.join(' + ')} as "left"`)
  return Number(row?.['left'])
}

/** What the operator's table says went, of a kind. */
async function countedOf(server: RunningServer, kind: string): Promise<number> {
  const [row] = await server.query('select sum(count) as "count" from purges where kind = ?', [kind])
  return Number(row?.['count'])
}

/** `rows`: how many are past their time. One that stays, or is counted wrongly, is `toldWrong`. */
async function letGo(start: StartServer, rows: number): Promise<Outcome> {
  const server = await start({ federation: await makeFederation() })
  try {
    const counts = Object.fromEntries(
      Object.entries(SHARES).map(([kind, share]) => [kind, Math.round((rows * share) / 100)]),
    )
    await makePast(server.query, counts)
    const { told, stop } = writeAway(server, PEOPLE)
    let runs = 0
    try {
      do {
        const before = countOf(told)
        await server.hourly(/^.*purged .*$/m)
        if (countOf(told) === before && runs === 0) throw new Error('nobody was answered while it went')
        runs++
      } while ((await pastRows(server)) > 0 && runs < MOST_RUNS)
    } finally {
      await stop()
    }
    const found = await findAgain(server, soFar(told), told)
    const wrong = [
      (await pastRows(server)) > 0,
      (await countedOf(server, 'unopened')) !== counts['unopened'],
      (await countedOf(server, 'messages')) !== counts['messages'],
      (await countedOf(server, 'expired')) !== counts['expired'],
      (await countedOf(server, 'holds')) !== counts['holds'],
    ].filter(Boolean).length
    return {
      tried: 1,
      acknowledged: countOf(told),
      ...found,
      toldWrong: found.toldWrong + wrong,
      recoveries: [],
      load: `${rows} rows past their time, gone in ${runs} ${runs === 1 ? 'run' : 'runs'}; ${PEOPLE} people who write, each answered within ${Math.round(told.longestMilliseconds)} ms`,
    }
  } finally {
    await server.stop()
  }
}

/** Thousands of rows: of each five, one is a sealed report. */
const THOUSANDS = 1000

const times = { test: 2, quick: 5, whole: 50 }

const scenarioOn = (where: string, start: StartServer): Scenario => ({
  name: `thousands of rows go at once, ${where}`,
  times,
  run: (thousands) => letGo(start, thousands * THOUSANDS),
})

export const pastOnNode = scenarioOn('on Node', startNodeServer)
export const pastAtTheEdge = scenarioOn('in workerd', startEdgeServer)
