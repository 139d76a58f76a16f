// The line between one phone and the site, as something that can be cut: an HTTP proxy on loopback, outside the page, so that what a cut
// does to a request is what the browser's own network does. It lets through one origin, and remembers all that the phone asked and sent.
import { once } from 'node:events'
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/**
 * `before`: nothing reaches the server. `body`: half of what goes up does. `after`: the server did its work, and its answer is lost.
 * `half`: half of the answer comes. `silence`: the server never hears it, and nobody says so.
 */
export type Manner = 'before' | 'body' | 'after' | 'half' | 'silence'

/** What was asked, without what differs from one visit to the next. */
export interface Asked {
  request: string
  hasBody: boolean
}

/** Where to cut: the `turn`th time, from 1, that this is asked. */
export interface Cut {
  request: string
  turn: number
  manner: Manner
}

export interface CutLine {
  /** For the browser's settings. */
  proxy: string
  /** All that was asked since it was opened, in order. */
  asked: readonly Asked[]
  /** Whether the cut came about. */
  readonly wasCut: boolean
  /** How often anything was asked of it, while it was there or not. */
  readonly stirrings: number
  cut: (cut: Cut) => void
  /** It is there again. */
  restore: () => void
  /** Whether these words left the phone as they are. */
  carried: (words: string) => boolean
  /** What was asked of anyone but the site. */
  foreign: readonly string[]
  close: () => Promise<void>
}

/** A hash, a number, a long name: they differ each time. */
const VARYING = /[0-9a-f]{16,}|(?<=\/)[0-9]+(?=\/|$)/g

export async function openCutLine(origin: string): Promise<CutLine> {
  const asked: Asked[] = []
  const foreign: string[] = []
  const carried: string[] = []
  const sockets = new Set<Socket>()
  const { hostname, port } = new URL(origin)
  let planned: Cut | null = null
  let wasCut = false
  let isDown = false
  let stirrings = 0

  function goDown(): void {
    isDown = true
    for (const socket of sockets) socket.resetAndDestroy()
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => goDown()))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('connect', ({ url = '' }: IncomingMessage, socket) => {
    foreign.push(url)
    socket.destroy()
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '', headers } = request
    stirrings++
    if (!URL.canParse(url) || new URL(url).origin !== origin) {
      foreign.push(url)
      return void request.socket.destroy()
    }
    if (isDown) return void request.socket.resetAndDestroy()
    const { pathname, search } = new URL(url)
    const name = `${method} ${pathname.replaceAll(VARYING, '*')}`
    const hasBody = Number(headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in headers
    asked.push({ request: name, hasBody })
    const manner = mannerFor(name)
    if (manner === 'before') return goDown()
    const body = await bodyOf(request)
    carried.push(`${url}\n${JSON.stringify(headers)}\n${body.toString('latin1')}`)
    if (manner === 'silence') return
    const up = { method, path: `${pathname}${search}`, headers, hostname, port, agent: false as const }
    if (manner === 'body') {
      await sendHalf(up, body)
      return goDown()
    }
    const { statusCode = 502, rawHeaders, bytes } = await forward(up, body)
    if (manner === 'after') return goDown()
    const head = headOf(statusCode, rawHeaders, bytes)
    if (manner === 'half') {
      const whole = Buffer.concat([Buffer.from(head, 'latin1'), bytes])
      const { socket } = request
      socket.write(
        whole.subarray(0, head.length + Math.floor(bytes.length / 2) - (bytes.length === 0 ? 20 : 0)),
      )
      await new Promise<void>((resolve) => void socket.end(resolve))
      return goDown()
    }
    if (isDown) return
    response.writeHead(statusCode, withoutFraming(rawHeaders)).end(bytes)
  }

  /** The manner of the cut that is due now, if one is. */
  function mannerFor(name: string): Manner | null {
    if (!planned || wasCut || planned.request !== name) return null
    if (asked.filter(({ request }) => request === name).length < planned.turn) return null
    wasCut = true
    return planned.manner
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    get wasCut() {
      return wasCut
    },
    get stirrings() {
      return stirrings
    },
    cut: (cut) => {
      planned = cut
    },
    restore: () => {
      isDown = false
    },
    carried: (words) => {
      const bytes = Buffer.from(words).toString('latin1')
      return carried.some((each) => each.includes(bytes) || each.includes(encodeURIComponent(words)))
    },
    foreign,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function bodyOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function forward(
  up: RequestOptions,
  body: Buffer,
): Promise<{ statusCode?: number; rawHeaders: string[]; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const sent = ask(up, (answer) => {
      const { statusCode, rawHeaders } = answer
      bodyOf(answer).then(
        (bytes) => resolve({ ...(statusCode === undefined ? {} : { statusCode }), rawHeaders, bytes }),
        reject,
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Says, as the phone did, how much comes; sends half, and is gone. */
function sendHalf(up: RequestOptions, body: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const sent = ask(up)
    sent.on('error', () => {})
    sent.on('close', resolve)
    sent.write(body.subarray(0, Math.ceil(body.length / 2)), () => sent.destroy())
  })
}

const FRAMING = ['connection', 'keep-alive', 'transfer-encoding', 'content-length']

/** What belongs to one connection stays on it. */
function withoutFraming(rawHeaders: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at], rawHeaders[at + 1]]
    if (!FRAMING.includes(name.toLowerCase())) kept.push(name, value)
  }
  return kept
}

function headOf(status: number, rawHeaders: readonly string[], bytes: Buffer): string {
  const kept = withoutFraming(rawHeaders)
  const lines = kept.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${kept[at + 1]}`] : []))
  return [`HTTP/1.1 ${status} OK`, ...lines, `Content-Length: ${bytes.length}`, '', ''].join('\r\n')
}
