// The process of a self-hosted server is killed at any moment: while people write, while it purges and rewrites its files, while it starts
// and makes its tables.
import { randomInt } from 'node:crypto'
import { Account, crowd } from '../account.ts'
import { stockFor, type Stock } from '../deeds.ts'
import { NodeHouse } from '../node-house.ts'
import type { Outcome, Scenario } from '../scenario.ts'

const PEOPLE = 10

/** What a start purges, so that each has something to do: rows long past their time, and parts that nothing holds. */
const PURGEABLE = [
  "insert or ignore into upload_permits select null, 'gone-' || value, 0, 1 from generate",
  "insert or ignore into parts select null, 'gone-' || value, 3, '2026-01-01', 0 from generate",
  "insert or ignore into part_bytes select null, 'gone-' || value, randomblob(20000) from generate",
]
const GENERATE =
  'with recursive generate(value) as (select 1 union all select value + 1 from generate where value < 60)'

/** Milliseconds after it was started at which it is killed: while it makes its tables, rewrites its files, answers, purges. */
const STARTING = 900

async function killAndStart(times: number): Promise<Outcome> {
  const house = await NodeHouse.make()
  const account = new Account()
  try {
    // The very first starts: the tables are made once, whenever it was killed.
    for (let time = 0; time < times; time++) await killStarting(house)
    await house.start()
    const stock = await stockFor(house)
    for (let time = 0; time < times; time++) await killWriting(house, account, stock)
    await house.end('SIGTERM')
    return account.outcome(2 * times, `${PEOPLE} people and an association at once, Node`)
  } finally {
    await house.remove()
  }
}

async function killStarting(house: NodeHouse): Promise<void> {
  const { ended } = house.launch()
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, randomInt(STARTING)))])
  await house.end('SIGKILL')
}

async function killWriting(house: NodeHouse, account: Account, stock: Stock): Promise<void> {
  for (const each of PURGEABLE) await house.query(each.replace('insert', `${GENERATE} insert`))
  const people = crowd(account, house, stock)
  await people.served(randomInt(1, 4 * PEOPLE))
  await house.end('SIGKILL')
  await people.leave()
  // Once more while it starts, with what was to be purged still there.
  await killStarting(house)
  const endedAt = Date.now()
  await house.start()
  await account.serveNext(house, stock, endedAt)
  await house.checkFiles()
  await account.settle(house)
}

export const processKilled: Scenario = {
  name: 'the server is killed at any moment: while people write, while it starts, makes its tables, purges and rewrites its files',
  times: { test: 2, quick: 4, whole: 30 },
  run: killAndStart,
}
