// What an association keeps of its own work, as the workspace uses it: the files of cases, its templates, and the record of what was
// done. All are sealed in the key Worker and posted in the session.
import type { Day } from '../../protocol/day.ts'
import type { Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'
import { makeCaseDesk, type CaseDesk } from '../../domain/case-desk.ts'
import { makeRecordDesk, type RecordDesk } from '../../domain/record-desk.ts'
import { starterTemplates } from '../templates/starter-templates.ts'
import { makeTemplateDesk, type TemplateDesk } from '../../domain/template-desk.ts'
import { fetchTemplates, postTemplates } from '../templates/template-line.ts'
import { fetchCases, fetchHead, postCase, postRecord } from './case-line.ts'
import type { Correspondence } from './correspondence.ts'
import type { InSession } from './in-session.ts'
import { flat, type KeyHolder } from './key-holder.ts'
import type { Words } from './words.ts'

/** Each hears that what is known of one of them has changed. */
export interface DeskEvents {
  onCases: () => void
  onTemplates: () => void
}

export function openDesks(
  holder: KeyHolder,
  inSession: InSession,
  today: () => Promise<Result<Day, CallFault>>,
  words: Words,
  { onCases, onTemplates }: DeskEvents,
): { cases: CaseDesk; records: RecordDesk; templates: TemplateDesk } {
  const cases = makeCaseDesk(
    {
      fetch: (after) => inSession(() => fetchCases(after)),
      post: (post) => inSession(() => postCase(post)),
      open: (kept) => flat(holder.ask({ ask: 'open-case', kept })),
      seal: (draft) => flat(holder.ask({ ask: 'seal-case', draft })),
      today,
    },
    onCases,
  )
  const templates = makeTemplateDesk(
    {
      fetch: () => inSession(fetchTemplates),
      post: (post) => inSession(() => postTemplates(post)),
      open: (kept) => flat(holder.ask({ ask: 'open-templates', kept })),
      seal: (draft) => flat(holder.ask({ ask: 'seal-templates', draft })),
      today,
    },
    starterTemplates(words),
    onTemplates,
  )
  const records = makeRecordDesk({
    head: () => inSession(fetchHead),
    today,
    seal: (draft) => holder.ask({ ask: 'seal-record', draft }),
    post: (record) => inSession(() => postRecord(record)),
  })
  return { cases, records, templates }
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
