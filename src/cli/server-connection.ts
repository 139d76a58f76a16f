// How a command speaks to a Balise server: over https (or this machine), following no redirect, believing no answer that is not
// of the expected shape, and printing nothing of one it does not know.
import * as v from 'valibot'
import type { Bytes } from '../crypto/encoding.ts'
import { done, misused, refused, type Outcome } from './outcome.ts'
import { ERROR_CODES, type ErrorCode } from '../protocol/error-codes.ts'
import { wordsOfRefusal } from './refusal-words.ts'

const MAX_ANSWER_BYTES = 8 * 1024 * 1024
const PATIENCE_MILLISECONDS = 30_000
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]']

/** The origin of a server, such as `https://balise.example`. */
export interface Server {
  origin: string
}

export interface Request {
  method?: 'GET' | 'POST' | 'DELETE'
  headers?: Record<string, string>
  /** Exact text of a JSON body. */
  body?: string
}

/**
 * Reads `--server`, or what else `named` says. Plain http is for this machine alone: elsewhere a session could be stolen on the way. `also`
 * names addresses that are as safe for what is asked of them.
 */
export function readServer(
  address: string,
  named = '--server',
  also: (url: URL) => boolean = () => false,
): Outcome<Server> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    return misused(`${named} must be an address such as https://balise.example`)
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return misused(`${named} must be the address of the site alone, without a path: https://balise.example`)
  }
  return url.protocol === 'https:' || isThisMachine(url.origin) || also(url)
    ? done({ origin: url.origin })
    : misused(`${named} must begin with https:// unless it is on this machine.`)
}

export const isThisMachine = (origin: string): boolean => LOCAL_HOSTS.includes(new URL(origin).hostname)

/** `lost` tells that no answer came, so that the request may or may not have arrived. */
export type Answered = { lost: false; response: Response; bytes: Bytes } | { lost: true }

/** One exchange, whatever the status. */
export async function exchange(server: Server, path: `/${string}`, request: Request = {}): Promise<Answered> {
  try {
    const response = await fetch(`${server.origin}${path}`, {
      ...request,
      headers: {
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(request.method === undefined ? {} : { Origin: server.origin, 'Sec-Fetch-Site': 'same-origin' }),
        ...request.headers,
      },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    })
    const bytes = await readAtMost(response, MAX_ANSWER_BYTES)
    return bytes ? { lost: false, response, bytes } : { lost: true }
  } catch {
    return { lost: true }
  }
}

async function readAtMost(response: Response, most: number): Promise<Bytes | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

export const unreachable = (server: Server) =>
  refused(`No answer from ${server.origin}. Check the address, and that the server is running.`)

export const foreign = (server: Server) =>
  refused(`The answer from ${server.origin} is not that of a Balise server of this version.`)

/** The JSON of an answer; undefined when it is none. */
export function parseAnswer(bytes: Bytes): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** The words for an answer that is not a success. */
export function refusalIn(server: Server, bytes: Bytes) {
  const words = wordsOfRefusal(parseAnswer(bytes))
  return words === null ? foreign(server) : refused(words)
}

/** The code of an answer that is a refusal of ours; null for any other. */
export function codeIn(bytes: Bytes): ErrorCode | null {
  const answer = parseAnswer(bytes)
  const code = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null
  return ERROR_CODES.find((known) => known === code) ?? null
}

/** An exchange whose answer must be JSON of this shape. */
export async function ask<Schema extends v.GenericSchema>(
  server: Server,
  path: `/${string}`,
  shape: Schema,
  request: Request = {},
): Promise<Outcome<v.InferOutput<Schema>>> {
  const answer = await exchange(server, path, request)
  if (answer.lost) return unreachable(server)
  return answer.response.ok ? parsedAs(server, shape, answer.bytes) : refusalIn(server, answer.bytes)
}

/** An answer that must be JSON of this shape. */
export function parsedAs<Schema extends v.GenericSchema>(
  server: Server,
  shape: Schema,
  bytes: Bytes,
): Outcome<v.InferOutput<Schema>> {
  const parsed = v.safeParse(shape, parseAnswer(bytes))
  return parsed.success ? done(parsed.output) : foreign(server)
}
