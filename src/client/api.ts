// The one place where a page speaks to the server. It sends what it is given and turns every failure into a code;
// an answer that is not ours (a captive portal, a proxy's page) is `unreachable` too.
import type { ErrorCode } from '../protocol/error-codes.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

export type CallFault = ErrorCode | 'unreachable'

export interface Call {
  method?: 'GET' | 'POST' | 'DELETE'
  headers?: Record<string, string>
  /** Exact text of a JSON body. */
  body?: string
  signal?: AbortSignal
}

/** The parsed JSON answer, or null for an empty one. */
export async function call(path: `/api/${string}`, request: Call = {}): Promise<Result<unknown, CallFault>> {
  try {
    const response = await fetch(path, {
      ...request,
      headers: {
        ...request.headers,
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
    const text = await response.text()
    const answer: unknown = text === '' ? null : JSON.parse(text)
    return response.ok ? accept(answer) : decline(refusalOf(answer))
  } catch {
    return decline('unreachable')
  }
}

const refusalOf = (answer: unknown): CallFault =>
  typeof answer === 'object' && answer !== null && 'error' in answer && typeof answer.error === 'string'
    ? (answer.error as ErrorCode)
    : 'unreachable'
