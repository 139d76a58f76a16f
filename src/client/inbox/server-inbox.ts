// The inbox as the server gives it: pages of sealed envelopes, and the word that one was opened.
import * as v from 'valibot'
import { InboxPage } from '../../protocol/inbox.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call, type CallFault } from '../api.ts'

/** A page holds up to 32 envelopes, 3 MB in all. */
const PAGE_TIMEOUT_MS = 120_000

/** One page; `before` is the previous page's `next`, or null for the newest. */
export async function fetchPage(
  before: string | null,
  signal: AbortSignal,
): Promise<Result<InboxPage, CallFault>> {
  const query = before === null ? '' : `?before=${encodeURIComponent(before)}`
  const answer = await call(`/api/inbox${query}`, {
    credentials: 'same-origin',
    timeoutMs: PAGE_TIMEOUT_MS,
    signal,
  })
  if (!answer.ok) return answer
  const page = v.safeParse(InboxPage, answer.value)
  return page.success ? accept(page.output) : decline('unexpected')
}

/** Tells the server that this envelope was opened here. It learns nothing else. */
export const acknowledge = (id: string): Promise<Result<unknown, CallFault>> =>
  call('/api/acknowledgements', {
    method: 'POST',
    credentials: 'same-origin',
    body: JSON.stringify({ envelopes: [id] }),
  })
