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

/** How long a store may be waited for, each time it is asked. */
export interface Patience {
  /** From one request to the last byte of its answer. */
  answerMilliseconds: number
  /** No request begins later: neither one that waited for its turn, nor another after the server was busy. */
  turnMilliseconds: number
}

/**
 * A phone gives an answer thirty seconds (`client/api.ts`). A server that takes requests and never answers must not be what it waits
 * for: it hears within that time that nothing is known to be kept, and sends the same again. Longer than a libSQL server lets a writer
 * wait for its lock, which is five seconds.
 */
export const WHILE_SOMEONE_WAITS: Patience = { answerMilliseconds: 8000, turnMilliseconds: 20_000 }

/** For what is done by the clock: nobody waits, and a purge may have much to delete. */
export const WHILE_NOBODY_WAITS: Patience = { answerMilliseconds: 120_000, turnMilliseconds: 60_000 }

const ATTEMPTS = 7
const FIRST_PAUSE_MILLISECONDS = 30

export const hranaDatabase = ({ url, token }: HranaAddress, patience?: Patience) =>
  drizzle(
    beginImmediate(
      createClient({
        url,
        ...(token === undefined ? {} : { authToken: token }),
        ...(patience === undefined ? {} : { fetch: fetchWithin(patience.answerMilliseconds) }),
      }),
    ),
  )

/** The signal ends the reading of the answer too. */
const fetchWithin = (milliseconds: number) => (request: Request) =>
  fetch(request, { signal: AbortSignal.timeout(milliseconds) })

const inRoom = writingRoom()

/** Makes a client, which costs nothing until it is used: one for each request. */
export function openHranaStore(address: HranaAddress, patience = WHILE_NOBODY_WAITS): Store {
  const database = hranaDatabase(address, patience)
  const until = (): number => Date.now() + patience.turnMilliseconds
  return {
    read: (query) => persist(() => query(database), until()),
    write: (statements) => {
      const last = until()
      return persist(
        () => inRoom(async () => (await database.batch(statements(database))) as never, last),
        last,
      )
    },
    close: async () => database.$client.close(),
  }
}

/**
 * Tries again, at growing random intervals, while the server says it is busy: it has then done nothing, and a crowd that
 * arrives at once gets through in turn instead of being told to come back. Never where no answer came: what was asked may be done.
 */
async function persist<Value>(work: () => PromiseLike<Value>, until: number): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === ATTEMPTS || Date.now() > until || !isBusy(error)) throw new StoreFailure(error)
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
