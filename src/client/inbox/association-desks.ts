// What an association keeps of its own work, as the workspace uses it: the files of cases, and the record of what was done. Both are
// sealed in the key Worker and posted in the session.
import type { Day } from '../../protocol/day.ts'
import type { Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'
import { makeCaseDesk, type CaseDesk } from '../../domain/case-desk.ts'
import { fetchCases, fetchHead, postCase, postRecord } from './case-line.ts'
import type { Correspondence } from './correspondence.ts'
import { flat, type KeyHolder } from './key-holder.ts'
import { makeRecordDesk, type RecordDesk } from '../../domain/record-desk.ts'

/** Asks again once the session was opened anew, where it had ended. */
export type InSession = <Value>(
  ask: () => Promise<Result<Value, CallFault>>,
) => Promise<Result<Value, CallFault>>

/** `onChange` hears that what is known of cases has changed. */
export function openDesks(
  holder: KeyHolder,
  inSession: InSession,
  today: () => Promise<Result<Day, CallFault>>,
  onChange: () => void,
): { cases: CaseDesk; records: RecordDesk } {
  const cases = makeCaseDesk(
    {
      fetch: (after) => inSession(() => fetchCases(after)),
      post: (post) => inSession(() => postCase(post)),
      open: (kept) => flat(holder.ask({ ask: 'open-case', kept })),
      seal: (draft) => flat(holder.ask({ ask: 'seal-case', draft })),
      today,
    },
    onChange,
  )
  const records = makeRecordDesk({
    head: () => inSession(fetchHead),
    today,
    seal: (draft) => holder.ask({ ask: 'seal-record', draft }),
    post: (record) => inSession(() => postRecord(record)),
  })
  return { cases, records }
}

/** The same correspondence; each answer that leaves is noted. */
export const notedIn = (records: RecordDesk, correspondence: Correspondence): Correspondence => ({
  ...correspondence,
  send: async (id, box, addressee) => {
    const sent = await correspondence.send(id, box, addressee)
    if (sent.ok) void records.note('answered', id)
    return sent
  },
})
