// The inbox as the server gives it: pages of sealed envelopes, the word that some were opened and where their case stands, and copies of answers.
import * as v from 'valibot'
import type { CaseState } from '../../protocol/case-state.ts'
import {
  acknowledgementOf,
  InboxPage,
  type Acknowledgement,
  type OwnCopyEnvelope,
} from '../../protocol/inbox.ts'
import { INBOX_PAGE_ENVELOPES } from '../../protocol/limits.ts'
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

/** Tells the server that these envelopes were opened here, and where their case stands, or that it is worked on. Any number: they go in as few requests as it takes. */
export async function acknowledge(
  ids: readonly string[],
  said: CaseState | 'kept' | null,
): Promise<Result<unknown, CallFault>> {
  for (let at = 0; at < ids.length; at += INBOX_PAGE_ENVELOPES) {
    const envelopes = ids.slice(at, at + INBOX_PAGE_ENVELOPES)
    const asked: Acknowledgement = acknowledgementOf(envelopes, said)
    const answer = await call('/api/acknowledgements', {
      method: 'POST',
      credentials: 'same-origin',
      body: JSON.stringify(asked),
    })
    if (!answer.ok) return answer
  }
  return accept(null)
}

/** Keeps the association's own copy of an answer, sealed to its own key. */
export const keepCopy = (sealed: string): Promise<Result<unknown, CallFault>> =>
  call('/api/copies', {
    method: 'POST',
    credentials: 'same-origin',
    body: JSON.stringify({ version: 1, sealed } satisfies OwnCopyEnvelope),
  })
