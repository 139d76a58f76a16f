// A store on a libSQL server, over HTTP (Hrana). It holds no connection and shares no promise between requests: workerd
// forbids one request to wait for another's work, so there is no grouping of commits here.
import { createClient } from '@libsql/client/http'
import { drizzle } from 'drizzle-orm/libsql/http'
import { beginImmediate } from './immediate.ts'
import { StoreFailure, type Store } from './store.ts'
import { writingRoom } from './writing-room.ts'

export interface HranaAddress {
  /** `libsql:`, `https:` or, on one machine, `http:`. */
  url: string
  /** The store's own token; none only for a server that asks none. */
  token: string | undefined
}

const ATTEMPTS = 7
const FIRST_PAUSE_MILLISECONDS = 30

export const hranaDatabase = ({ url, token }: HranaAddress) =>
  drizzle(beginImmediate(createClient({ url, ...(token === undefined ? {} : { authToken: token }) })))

const inRoom = writingRoom()

/** Makes a client, which costs nothing until it is used: one for each request. */
export function openHranaStore(address: HranaAddress): Store {
  const database = hranaDatabase(address)
  return {
    read: (query) => persist(() => query(database)),
    write: (statements) =>
      persist(() => inRoom(async () => (await database.batch(statements(database))) as never)),
    close: async () => database.$client.close(),
  }
}

/**
 * Tries again, at growing random intervals, while the server says it is busy: it has then done nothing, and a crowd that
 * arrives at once gets through in turn instead of being told to come back.
 */
async function persist<Value>(work: () => PromiseLike<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === ATTEMPTS || !isBusy(error)) throw new StoreFailure(error)
      await new Promise((resolve) => setTimeout(resolve, pauseAfter(attempt)))
    }
  }
}

/** Milliseconds: between half and the whole of a bound that doubles at each attempt, so that a crowd spreads out. */
function pauseAfter(attempt: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  return FIRST_PAUSE_MILLISECONDS * 2 ** attempt * (0.5 + random / 2 ** 33)
}

const TOO_MANY_REQUESTS = 429

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === 'SQLITE_BUSY') return true
  if ('status' in error && error.status === TOO_MANY_REQUESTS) return true
  return isBusy(error.cause)
}
