// The store has no room left, then has some again. Nobody restarts anything.
import { Account, crowd } from '../account.ts'
import { newDeed, stockFor } from '../deeds.ts'
import { sharedEdgeHouse } from '../failing-edge.ts'
import { NodeHouse } from '../node-house.ts'
import type { Outcome, Scenario } from '../scenario.ts'
import type { Served } from '../served.ts'
import { mountSmallDisk } from '../small-disk.ts'

const PEOPLE = 10
const MEBIBYTES = 64

/** What takes the room, and gives it back. */
interface Room {
  take(): Promise<unknown>
  give(): Promise<unknown>
}

/** People write; there is no room; there is. */
async function fill(served: Served, times: number, room: Room, runtime: string): Promise<Outcome> {
  const stock = await stockFor(served)
  const account = new Account()
  for (let time = 0; time < times; time++) {
    const people = crowd(account, served, stock)
    await people.served(PEOPLE)
    await room.take()
    await people.turnedAway(2 * PEOPLE)
    const endedAt = Date.now()
    await room.give()
    await account.serveNext(served, stock, endedAt)
    await people.leave()
    await account.settle(served)
  }
  return account.outcome(times, `${PEOPLE} people and an association at once, ${runtime}`)
}

/** On a file system of its own where one may be mounted; else its files may not grow. */
async function fillNode(times: number): Promise<Outcome> {
  const disk = await mountSmallDisk(MEBIBYTES)
  const house = await NodeHouse.make(disk?.folder)
  try {
    await house.start()
    const room: Room = disk
      ? { take: disk.fill, give: disk.makeRoom }
      : { take: () => house.limitFiles(1), give: () => house.limitFiles('unlimited') }
    const outcome = await fill(house, times, room, 'Node')
    await house.checkFiles()
    return outcome
  } finally {
    await house.remove()
    await disk?.unmount()
  }
}

async function fillServers(times: number): Promise<Outcome> {
  const edge = await sharedEdgeHouse()
  await edge.setBucket(null)
  const limit = (bytes: number | 'unlimited') =>
    Promise.all(edge.servers.map((server) => server.limitFiles(bytes)))
  const room: Room = { take: () => limit(1), give: () => limit('unlimited') }
  return await fill(edge, times, room, 'workerd')
}

/** It was stopped as it should be, the disk filled meanwhile, and it starts. */
async function startFull(times: number): Promise<Outcome> {
  const house = await NodeHouse.make()
  const account = new Account()
  try {
    await house.start()
    const stock = await stockFor(house)
    for (let time = 0; time < times; time++) {
      await account.try(house, newDeed(house, stock, 'report'))
      await house.end('SIGTERM')
      await house.startWithoutRoom()
      // Pages and their helplines are there, and what is sent is refused for what it is.
      const page = await fetch(`${house.origin}/fr/ecrire`)
      if (!page.ok) throw new Error(`the page was answered ${page.status}`)
      await account.try(house, newDeed(house, stock, 'report'))
      const endedAt = Date.now()
      await house.limitFiles('unlimited')
      await account.serveNext(house, stock, endedAt)
      await account.settle(house)
      await house.checkFiles()
    }
    return account.outcome(times, 'one person, Node')
  } finally {
    await house.remove()
  }
}

export const nodeFull: Scenario = {
  name: 'the disk of the server is full while people write, then is not',
  times: { test: 1, quick: 4, whole: 20 },
  run: fillNode,
}

export const serversFull: Scenario = {
  name: 'the files of the libSQL servers cannot grow while people write, then can',
  times: { test: 1, quick: 2, whole: 10 },
  run: fillServers,
}

export const startedFull: Scenario = {
  name: 'the server is started on a disk without room, which comes later',
  times: { test: 1, quick: 3, whole: 8 },
  run: startFull,
}
