// The work of the thread Worker: opens a mailbox's messages, signs and seals what an author says next. It fetches nothing, and
// holds nothing from one request to the next.
import { openMailboxMessage, type OpenedMessage } from '../../sealing/open-mailbox.ts'
import { sealFollowUp } from '../../sealing/seal-follow-up.ts'
import { sealDraft, sealOwnCopy } from '../../sealing/seal-own.ts'
import type { Recipient } from '../../sealing/seal-report.ts'
import type { ThreadOutcome, ThreadWork } from './thread-messages.ts'

/** `entries` are the directory's. Throws on keys that are none. */
export async function doThreadWork(work: ThreadWork, entries: readonly Recipient[]): Promise<ThreadOutcome> {
  const { certificate, secretKey, links } = work.keys
  if (work.type === 'open') {
    const opened: OpenedMessage[] = []
    for (const sealed of work.sealed) opened.push(await openMailboxMessage(sealed, work.keys, entries))
    return { type: 'opened', opened }
  }
  if (work.type === 'seal-own') {
    const { own } = work
    const sealed =
      own.kind === 'draft'
        ? await sealDraft(own, certificate, links)
        : await sealOwnCopy(own, certificate, links)
    return sealed.ok ? { type: 'sealed-own', own: sealed.value } : { type: 'failed', reason: sealed.reason }
  }
  const { unsigned, token } = work
  const recipient = entries.find(({ association }) => association === unsigned.association)
  if (!recipient) return { type: 'failed', reason: 'no-such-recipient' }
  const sealed = await sealFollowUp(unsigned, secretKey, recipient, token)
  return sealed.ok ? { type: 'sealed', ...sealed.value } : { type: 'failed', reason: sealed.reason }
}
