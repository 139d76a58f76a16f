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
import { editCase, NEW_CASE, type CaseEdit } from './case-edit.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { CallFault } from '../protocol/error-codes.ts'
import { deskFaultOf, editOnTop, type DeskFault } from './edit-on-top.ts'

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
export type CaseFault = DeskFault | 'untold'

export interface CaseDesk {
  /** Reads them all. */
  load: () => Promise<Result<null, CallFault | 'broken'>>
  known: (id: string) => KnownCase
  /** Why a file is there and cannot be believed; null when all is well. */
  faultIn: (id: string) => ReadingFault | null
  edit: (id: string, edit: CaseEdit) => Promise<Result<CaseWork, CaseFault>>
}

const UNWRITTEN: KnownCase = { work: NEW_CASE, revision: 0, by: null }

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
  const renew = async (id: string): Promise<DeskFault | null> => {
    const page = await fetch(id === '1' ? null : String(Number(id) - 1))
    if (!page.ok) return deskFaultOf(page.reason)
    const [first] = page.value.cases
    const cases = first?.case === id ? [first] : []
    return (await take({ ...page.value, cases })) ? null : 'unexpected'
  }
  const editOnce = (id: string, edit: CaseEdit): Promise<Result<CaseWork, CaseFault>> =>
    editOnTop((work: CaseWork) => editCase(work, edit), {
      today,
      renew: () => renew(id),
      now: () => (faults.has(id) ? null : known(id).work),
      seal: (work, on) => {
        const revision = known(id).revision + 1
        return seal({
          case: id,
          revision,
          work,
          action: edit.edit === 'transfer' ? 'transferred' : 'case-changed',
          head,
          today: on,
        })
      },
      post,
    })

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
