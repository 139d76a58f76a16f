// Ends a self-hosted server well: what is under way is finished and made durable, and it is over within two seconds.
import type { Server } from 'node:http'
import type { Store } from '../../db/store.ts'

const PATIENCE_MILLISECONDS = 1500
const IDLE_CHECK_MILLISECONDS = 20

/** Stops accepting, waits for requests under way, flushes the stores. Settles when the process may exit. */
export async function stopServer(server: Server, stores: readonly Store[]): Promise<void> {
  await closed(server)
  await Promise.all(stores.map((store) => store.close()))
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection kept alive becomes idle only after its last answer: idle ones are swept until none is left.
    const sweep = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MILLISECONDS)
    const force = setTimeout(() => server.closeAllConnections(), PATIENCE_MILLISECONDS)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(force)
      resolve()
    })
  })
}
