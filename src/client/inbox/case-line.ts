// What the page asks the server about the files of cases: sealed pages, and the next revision.
import * as v from 'valibot'
import { CasePage, type CasePost } from '../../protocol/case-file.ts'
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

export const postCase = (post: CasePost): Promise<Result<unknown, CallFault>> =>
  call('/api/cases', { method: 'POST', credentials: 'same-origin', body: JSON.stringify(post) })
