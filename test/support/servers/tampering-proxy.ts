// Stands in front of a real server as an operator, an edge provider or a thief of a certificate could, and changes what it answers. For
// tests of what notices it.
import { once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Answer {
  status: number
  /** Name and value, as they go over the line. */
  headers: [string, string][]
  body: Buffer
}

/** Given the path, and a way to ask the server behind in its place; null leaves the answer as it is. */
export type Tamper = (path: string, asked: Asked) => Promise<Answer | null>

interface Asked {
  encoding: string
  /** The true answer for a path, encoded or as it is. */
  truly: (path: string, encoding?: string) => Promise<Answer>
}

export interface TamperingProxy {
  origin: string
  /** From now on. */
  tamper: (how: Tamper) => void
  stop: () => Promise<void>
}

const SENT_BY_EACH_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'date']

export async function startTamperingProxy(behind: string): Promise<TamperingProxy> {
  let how: Tamper = async () => null
  const truly = async (path: string, encoding = 'identity'): Promise<Answer> => {
    const [answer] = (await once(
      request(`${behind}${path}`, { headers: { 'Accept-Encoding': encoding } }).end(),
      'response',
    )) as [IncomingMessage]
    const headers: [string, string][] = []
    for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2) {
      const name = answer.rawHeaders[at] ?? ''
      if (!SENT_BY_EACH_HOP.includes(name.toLowerCase())) {
        headers.push([name, answer.rawHeaders[at + 1] ?? ''])
      }
    }
    return { status: answer.statusCode ?? 0, headers, body: await buffer(answer) }
  }
  const server = createServer((asked, reply) => {
    const path = asked.url ?? '/'
    const encoding = String(asked.headers['accept-encoding'] ?? 'identity')
    const answer = async (): Promise<void> => {
      const { status, headers, body } =
        (await how(path, { encoding, truly })) ?? (await truly(path, encoding))
      const kept = headers.filter(([name]) => name.toLowerCase() !== 'content-length')
      reply.writeHead(status, [...kept, ['Content-Length', String(body.length)]].flat())
      reply.end(body)
    }
    // Whoever asked is told nothing more than that the line was cut.
    answer().catch(() => reply.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tamper: (next) => {
      how = next
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
