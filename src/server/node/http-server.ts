// The HTTP server of a self-hosted house: how long and how many may keep it busy, and what hears whoever sends something that
// is no request at all. The app never sees those.
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { API } from '../headers.ts'

const LIMITS = {
  /** For a whole request: the largest submission on a line of 50 kbit/s. */
  requestTimeout: 120_000,
  headersTimeout: 20_000,
  /** How often the two above are looked at. */
  connectionsCheckingInterval: 5000,
  /** Node's own refusal would carry none of our headers; the app's does. */
  requireHostHeader: false,
}

/** Each may hold a body of 0.7 MB once its sender has paid for it: 360 MB, were all to do so at once. */
const MAX_CONNECTIONS = 512

export function makeServer(listener: RequestListener): Server {
  const server = createServer(LIMITS, listener)
  server.maxConnections = MAX_CONNECTIONS
  return server.on('clientError', refuseConnection).on('checkExpectation', refuseExpectation)
}

/** `Expect: 100-continue` is met; of anything else Node would say that it is not, without one of our headers. */
function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(417, { ...API, 'Content-Length': '0', Connection: 'close' }).end()
}

/** Whether an address, as it was built from the request, names somebody and their password: nothing may be made of such a one. */
export const hasCredentials = (url: string): boolean => /^https?:\/\/[^/?#]*@/.test(url)

const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Where an answer has begun, another would be read as part of it.
  const unanswered = socket instanceof Socket && socket.bytesWritten === 0
  if (!unanswered || !socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = STATUSES[error.code ?? ''] ?? 400
  const lines = Object.entries({ ...API, 'Content-Length': '0', Connection: 'close' })
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n'),
  )
}
