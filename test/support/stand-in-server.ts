// A server of the test's own making, honest or not: what a client does with answers no honest server would give.
import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export interface Received {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface Told {
  status?: number
  headers?: Record<string, string>
  body?: string | Uint8Array | object
}

/** `undefined` drops the connection without an answer. */
export type Answer = Told | undefined

const UNKNOWN: Told = { status: 404, body: { error: 'not-found' } }

export interface StandIn {
  origin: string
  received: Received[]
  stop: () => Promise<void>
}

/** Answers each request with what `answer` says; anything it does not know is 404 with our own code. */
export async function startStandIn(
  answer: (request: Received, origin: string) => Answer | null | Promise<Answer | null>,
): Promise<StandIn> {
  const received: Received[] = []
  const server = createServer(async (incoming, outgoing) => {
    let body = ''
    for await (const chunk of incoming.setEncoding('utf8')) body += chunk
    const { method = '', url: path = '', headers } = incoming
    const request = { method, path, headers, body }
    received.push(request)
    const given = await answer(request, origin)
    if (given === undefined) {
      outgoing.destroy()
      return
    }
    const { status = 200, headers: sent, body: told } = given ?? UNKNOWN
    outgoing.writeHead(status, sent)
    outgoing.end(
      typeof told === 'string' || told instanceof Uint8Array || told === undefined
        ? told
        : JSON.stringify(told),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { origin, received, stop }
}
