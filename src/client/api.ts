// The one place where a page speaks to the server. It sends what it is given and turns every failure into a code;
// an answer that is not ours (a captive portal, a proxy's page) is `unreachable` too. It never sends a cookie unasked.
import type { Bytes } from '../crypto/encoding.ts'
import type { CallFault, ErrorCode } from '../protocol/error-codes.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

export type { CallFault } from '../protocol/error-codes.ts'

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  /** Exact text of a JSON body, or bytes that are none. */
  body?: string | Bytes
  /** `same-origin` only where an association's session is meant: a victim's call must not carry one that the browser holds. */
  credentials?: 'omit' | 'same-origin'
  /** How long the whole answer may take, in milliseconds; then it is `unreachable`. */
  timeoutMs?: number
  signal?: AbortSignal
}

const TIMEOUT_MS = 30_000

/** The parsed JSON answer, or null for an empty one. */
export const call = (path: `/api/${string}`, request: Call = {}): Promise<Result<unknown, CallFault>> =>
  ask(path, request, parsed)

/** The bytes of an answer that is none of JSON. */
export const callBytes = (path: `/api/${string}`, request: Call = {}): Promise<Result<Bytes, CallFault>> =>
  ask(path, request, async (response) => new Uint8Array(await response.arrayBuffer()))

async function ask<Answer>(
  path: string,
  { credentials = 'omit', timeoutMs = TIMEOUT_MS, signal, ...request }: Call,
  read: (response: Response) => Promise<Answer>,
): Promise<Result<Answer, CallFault>> {
  // `AbortSignal.any` is younger than the phones this must run on.
  const ending = new AbortController()
  const end = (): void => ending.abort()
  const timer = setTimeout(end, timeoutMs)
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  try {
    const response = await fetch(path, {
      ...request,
      headers: {
        ...request.headers,
        ...(request.body === undefined ? {} : { 'Content-Type': typeOf(request.body) }),
      },
      credentials,
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: ending.signal,
    })
    return response.ok ? accept(await read(response)) : decline(refusalOf(await parsed(response)))
  } catch {
    return decline('unreachable')
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}

const typeOf = (body: string | Bytes): string =>
  typeof body === 'string' ? 'application/json' : 'application/octet-stream'

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? null : JSON.parse(text)
}

const refusalOf = (answer: unknown): CallFault =>
  typeof answer === 'object' && answer !== null && 'error' in answer && typeof answer.error === 'string'
    ? (answer.error as ErrorCode)
    : 'unreachable'
