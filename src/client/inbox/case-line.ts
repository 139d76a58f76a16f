// What the page asks the server about the files of cases: sealed pages, and the next revision.
import * as v from 'valibot'
import { CasePage, type CasePost, type SealedRecord } from '../../protocol/case-file.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call, type CallFault } from '../api.ts'

/** A page may hold megabytes. */
const PAGE_TIMEOUT_MS = 120_000

/** By case, those after one; null for the first page. */
export async function fetchCases(after: string | null): Promise<Result<CasePage, CallFault>> {
  const answer = await call(`/api/cases${after === null ? '' : `?after=${after}`}`, {
    credentials: 'same-origin',
    timeoutMs: PAGE_TIMEOUT_MS,
  })
  if (!answer.ok) return answer
  const page = v.safeParse(CasePage, answer.value)
  return page.success ? accept(page.output) : decline('unexpected')
}

/** After the last case there can be: an empty page, with what the next record follows. */
const BEYOND = String(Number.MAX_SAFE_INTEGER)

export async function fetchHead(): Promise<Result<CasePage['head'], CallFault>> {
  const page = await fetchCases(BEYOND)
  return page.ok ? accept(page.value.head) : page
}

export const postRecord = (record: SealedRecord): Promise<Result<unknown, CallFault>> =>
  call('/api/records', {
    method: 'POST',
    credentials: 'same-origin',
    body: JSON.stringify({ version: 1, record }),
  })

export const postCase = (post: CasePost): Promise<Result<unknown, CallFault>> =>
  call('/api/cases', { method: 'POST', credentials: 'same-origin', body: JSON.stringify(post) })
