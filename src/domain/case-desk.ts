// What members write about cases, as a page or a command knows it: read once, changed one edit at a time on top of what others wrote meanwhile. An
// edit that was sent and not heard of is looked for before it is sent again: nothing is lost, and nothing is there twice.
import type {
  CaseDraft,
  CasePage,
  CasePost,
  CaseWork,
  KeptCase,
  OpenedWork,
  ReadingFault,
} from '../protocol/case-file.ts'
import type { Day } from '../protocol/day.ts'
import { editCase, NEW_CASE, type CaseEdit, type EditFault } from './case-edit.ts'
import { MAX_TEAM_MEMBERS } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { CallFault } from '../protocol/error-codes.ts'

/** What it relies on. */
export interface CaseMeans {
  fetch: (after: string | null) => Promise<Result<CasePage, CallFault>>
  post: (post: CasePost) => Promise<Result<unknown, CallFault>>
  open: (kept: KeptCase) => Promise<Result<OpenedWork, ReadingFault | 'broken'>>
  seal: (draft: CaseDraft) => Promise<Result<CasePost, 'too-long' | 'broken'>>
  today: () => Promise<Result<Day, CallFault>>
}

/** `by` is null until someone wrote. */
export interface KnownCase {
  work: CaseWork
  revision: number
  by: string | null
}

/** `untold`: it is kept, but the person could not be told. */
export type CaseFault = EditFault | 'too-long' | 'unread' | 'untold' | 'unreachable' | 'unexpected'

export interface CaseDesk {
  /** Reads them all. */
  load: () => Promise<Result<null, CallFault | 'broken'>>
  known: (id: string) => KnownCase
  /** Why a file is there and cannot be believed; null when all is well. */
  faultIn: (id: string) => ReadingFault | null
  edit: (id: string, edit: CaseEdit) => Promise<Result<CaseWork, CaseFault>>
}

const UNWRITTEN: KnownCase = { work: NEW_CASE, revision: 0, by: null }

/** How often an edit is made again on top of someone else's: each time one of those who write at once gets through. */
const TRIES = 2 * MAX_TEAM_MEMBERS

export function makeCaseDesk(
  { fetch, post, open, seal, today }: CaseMeans,
  onChange: (id: string) => void,
): CaseDesk {
  const files = new Map<string, KnownCase>()
  const faults = new Map<string, ReadingFault>()
  let head: CasePage['head'] = { number: 0, digest: null }
  /** Edits go one after the other: each is made on top of the one before. */
  let last: Promise<unknown> = Promise.resolve()

  const take = async (page: CasePage): Promise<boolean> => {
    for (const kept of page.cases) {
      if ((files.get(kept.case)?.revision ?? 0) >= kept.revision && !faults.has(kept.case)) continue
      const opened = await open(kept)
      if (!opened.ok && opened.reason === 'broken') return false
      if (opened.ok) {
        files.set(kept.case, { ...opened.value, revision: kept.revision })
        faults.delete(kept.case)
      } else faults.set(kept.case, opened.reason as ReadingFault)
      onChange(kept.case)
    }
    head = page.head
    return true
  }
  const known = (id: string): KnownCase => files.get(id) ?? UNWRITTEN

  /** The file of one case as it is now, with what the next record follows. */
  const renew = async (id: string): Promise<CaseFault | null> => {
    const page = await fetch(id === '1' ? null : String(Number(id) - 1))
    if (!page.ok) return faultOf(page.reason)
    const [first] = page.value.cases
    const cases = first?.case === id ? [first] : []
    return (await take({ ...page.value, cases })) ? null : 'unexpected'
  }
  const editOnce = async (id: string, edit: CaseEdit): Promise<Result<CaseWork, CaseFault>> => {
    const day = await today()
    if (!day.ok) return decline(faultOf(day.reason))
    for (let tries = 0; tries < TRIES; tries++) {
      // What others wrote, or what was sent from here and never heard of, comes first.
      const lacking = await renew(id)
      if (lacking) return decline(lacking)
      if (faults.has(id)) return decline('unread')
      const { work, revision } = known(id)
      const next = editCase(work, edit)
      if (!next.ok) return next
      if (JSON.stringify(next.value) === JSON.stringify(work)) return accept(work)
      const sealed = await seal({
        case: id,
        revision: revision + 1,
        work: next.value,
        action: edit.edit === 'transfer' ? 'transferred' : 'case-changed',
        head,
        today: day.value,
      })
      if (!sealed.ok) return decline(sealed.reason === 'too-long' ? 'too-long' : 'unexpected')
      const kept = await post(sealed.value)
      if (kept.ok) {
        // What was written is read back, as everyone else reads it.
        const unread = await renew(id)
        return unread ? decline(unread) : accept(known(id).work)
      }
      if (kept.reason !== 'case-changed' && kept.reason !== 'record-changed') {
        return decline(faultOf(kept.reason))
      }
    }
    return decline('unexpected')
  }

  return {
    load: async () => {
      for (let after: string | null = null; ;) {
        const page = await fetch(after)
        if (!page.ok) return page
        if (!(await take(page.value))) return decline('broken')
        after = page.value.next
        if (after === null) return accept(null)
      }
    },
    known,
    faultIn: (id) => faults.get(id) ?? null,
    edit: (id, edit) => {
      const mine = last.then(() => editOnce(id, edit))
      last = mine
      return mine
    },
  }
}

const faultOf = (reason: CallFault): CaseFault => (reason === 'unreachable' ? reason : 'unexpected')
