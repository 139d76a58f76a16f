// What a member tells the server of a case: that it was opened, where it stands, that it is declined. The page shows what has become of it
// once the server knows, and not before.
import { dayOf } from '../../protocol/day.ts'
import type { InSession } from './in-session.ts'
import type { CaseDesk } from '../../domain/case-desk.ts'
import type { CaseList } from './case-list.ts'
import { owedReceipts } from '../../sealing/cases.ts'
import type { InboxItem } from '../../sealing/inbox-items.ts'
import type { InboxLoader } from './inbox-loader.ts'
import type { RecordDesk } from '../../domain/record-desk.ts'
import { acknowledge } from './server-inbox.ts'
import { makeStandings, type StandingMeans, type Standings } from '../../domain/standings.ts'

export interface CaseActsMeans {
  list: Pick<CaseList, 'get' | 'all' | 'replace'>
  loader: Pick<InboxLoader, 'mark' | 'items'>
  cases: CaseDesk
  records: RecordDesk
  inSession: InSession
  /** False once the workspace was left. */
  isShown: () => boolean
  onMarked: () => void
  onExpired: () => void
}

export interface CaseActs extends Standings {
  /** Confirms the case's envelopes, or those of `among`; true once the server knows. */
  acknowledge: (id: string, among?: readonly string[]) => Promise<boolean>
  decline: (id: string) => Promise<boolean>
}

export function makeCaseActs(means: CaseActsMeans): CaseActs {
  const { list, loader, cases, records, inSession } = means

  const tell: StandingMeans['tell'] = async (id, ids, said) => {
    const answer = await inSession(() => acknowledge(ids, said))
    if (!means.isShown()) return false
    if (!answer.ok) {
      if (answer.reason === 'sign-in-required') means.onExpired()
      return false
    }
    loader.mark(ids, said, dayOf(Date.now()))
    const marked = new Map(loader.items().map((item) => [item.id, item]))
    const renewed = (item: InboxItem): InboxItem => marked.get(item.id) ?? item
    const each = list.get(id)
    if (each) list.replace({ ...each, head: renewed(each.head), envelopes: each.envelopes.map(renewed) })
    means.onMarked()
    return true
  }
  const standings = makeStandings(cases, {
    get: list.get,
    all: list.all,
    tell,
    owed: (id) => {
      const each = list.get(id)
      return each ? owedReceipts(each) : []
    },
    today: () => dayOf(Date.now()),
  })
  return {
    ...standings,
    acknowledge: async (id, among) => {
      const unread = (list.get(id)?.envelopes ?? []).flatMap((each) => (each.acknowledged ? [] : [each.id]))
      const ids = unread.filter((each) => among?.includes(each) ?? true)
      return standings.confirm(id, ids)
    },
    decline: async (id) => {
      const { state } = cases.known(id).work
      const edit = { edit: 'state', from: state, to: 'declined', reason: '' } as const
      const written = await standings.desk.edit(id, edit)
      if (written.ok) void records.note('declined', id)
      return written.ok
    },
  }
}
