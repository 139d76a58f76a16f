// Asks a site for its answers as they come off the line: no redirect followed, no header joined or dropped, and everything bounded in bytes
// and in time. It asks as a browser does: a site that would answer a verifier otherwise than a phone must not tell them apart that easily.
import http from 'node:http'
import https from 'node:https'
import type { Bytes } from '../crypto/encoding.ts'
import { askedAs, type Encoding } from './asked-as.ts'
import { decoded } from './decode-answer.ts'

export type Loss = 'no-answer' | 'out-of-time' | 'too-long' | 'not-decodable' | 'told-early'

export type SiteAnswer =
  | {
      ok: true
      status: number
      /** By name in lower case, every value that came. */
      headers: ReadonlyMap<string, readonly string[]>
      /** Decoded. */
      body: Bytes
    }
  | { ok: false; reason: Loss }

export interface SiteReader {
  read: (path: string, encoding: Encoding) => Promise<SiteAnswer>
  close: () => void
}

export interface ReaderLimits {
  /** Of one answer, decoded or not. */
  answerBytes: number
  answerMilliseconds: number
  /** Of all answers together, decoded. */
  wholeBytes: number
  wholeMilliseconds: number
}

const LIMITS: ReaderLimits = {
  answerBytes: 8 * 1024 * 1024,
  answerMilliseconds: 30_000,
  wholeBytes: 256 * 1024 * 1024,
  wholeMilliseconds: 10 * 60_000,
}

const CONNECTIONS = 4

export function openSite(origin: string, limits: ReaderLimits = LIMITS): SiteReader {
  const whole = AbortSignal.timeout(limits.wholeMilliseconds)
  const { request, Agent } = origin.startsWith('https:') ? https : http
  // As Node's own: a proxy is taken only where whoever runs this says so.
  const proxyEnv = process.env['NODE_USE_ENV_PROXY'] === '1' ? process.env : undefined
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, proxyEnv })

  let wholeBytes = 0

  async function read(path: string, encoding: Encoding): Promise<SiteAnswer> {
    const signal = AbortSignal.any([whole, AbortSignal.timeout(limits.answerMilliseconds)])
    let toldEarly = false
    try {
      const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
        request(`${origin}${path}`, {
          agent,
          signal,
          headers: askedAs(origin, path, encoding),
        })
          // 100 says no more than that one may go on.
          .on('information', ({ statusCode }) => {
            toldEarly ||= statusCode !== 100
          })
          .once('response', resolve)
          .once('error', reject)
          .end()
      })
      if (toldEarly) {
        response.destroy()
        return { ok: false, reason: 'told-early' }
      }
      const sent = await readAtMost(response, limits.answerBytes)
      if (!sent) return { ok: false, reason: 'too-long' }
      const headers = headersOf(response.rawHeaders)
      const body = await decoded(sent, headers.get('content-encoding') ?? [], limits.answerBytes)
      wholeBytes += body?.length ?? 0
      if (wholeBytes > limits.wholeBytes) return { ok: false, reason: 'too-long' }
      return body
        ? { ok: true, status: response.statusCode ?? 0, headers, body }
        : { ok: false, reason: 'not-decodable' }
    } catch {
      return { ok: false, reason: signal.aborted ? 'out-of-time' : 'no-answer' }
    }
  }
  return { read, close: () => agent.destroy() }
}

async function readAtMost(response: http.IncomingMessage, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) {
      response.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** `raw`: name, value, name, value… */
function headersOf(raw: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), raw[at + 1] ?? ''])
  }
  return headers
}
