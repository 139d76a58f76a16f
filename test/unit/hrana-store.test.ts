// How long a store on a libSQL server may keep whoever asked it waiting.
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { spentProofs } from '../../src/db/spent-proofs-table.ts'
import { openHranaStore, WHILE_SOMEONE_WAITS } from '../../src/db/hrana-store.ts'
import { StoreFailure, type Store } from '../../src/db/store.ts'

let server: Server
const sockets: Socket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  server.close()
})

/** A server that takes whatever comes and says `heard`, or nothing. */
async function openOver(heard: string | null): Promise<Store> {
  server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined).on('data', () => void (heard === null || socket.write(heard)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return openHranaStore({ url, token: undefined }, { answerMilliseconds: 100, turnMilliseconds: 100 })
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof StoreFailure ? error.code : error),
  )

const read = (store: Store) => store.read((database) => database.all(sql`select 1`))
const write = (store: Store) => store.write((database) => [database.delete(spentProofs)])

describe('a libSQL server', () => {
  it('that takes a request and never answers is waited for so long, and no longer', async () => {
    const store = await openOver(null)
    expect(await codeOf(read(store))).toBe('NO_ANSWER')
    expect(await codeOf(write(store))).toBe('NO_ANSWER')
  })

  it('that begins an answer and never ends it is waited for no longer', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{'
    expect(await codeOf(read(await openOver(head)))).toBe('NO_ANSWER')
  })

  it('that answers nobody keeps a crowd no longer: whoever had no turn has written nothing', async () => {
    const store = await openOver(null)
    const codes = await Promise.all(Array.from({ length: 40 }, () => codeOf(write(store))))
    expect(new Set(codes)).toEqual(new Set(['NO_ANSWER', 'NO_ROOM']))
  })

  it('is given up before the phone that waits for it gives up, which it does after thirty seconds', () => {
    const { answerMilliseconds, turnMilliseconds } = WHILE_SOMEONE_WAITS
    expect(answerMilliseconds + turnMilliseconds).toBeLessThan(30_000)
  })
})
