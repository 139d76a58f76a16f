// An association's templates, as this page knows them: those that ship with the product until its members wrote; then theirs, changed one
// template at a time on top of what others wrote meanwhile.
import { editTemplates, type TemplateEdit } from './template-edit.ts'
import type { Day } from '../protocol/day.ts'
import { accept, type Result } from '../protocol/result.ts'
import type {
  KeptTemplates,
  Template,
  TemplatesDraft,
  TemplatesPost,
  TemplatesState,
} from '../protocol/templates.ts'
import type { ReadingFault } from '../protocol/case-file.ts'
import type { CallFault } from '../protocol/error-codes.ts'
import { deskFaultOf, editOnTop, type DeskFault, type PaperMeans } from './edit-on-top.ts'

/** What it relies on. */
export interface TemplateMeans {
  fetch: () => Promise<Result<TemplatesState, CallFault>>
  post: (post: TemplatesPost) => Promise<Result<unknown, CallFault>>
  open: (kept: KeptTemplates) => Promise<Result<readonly Template[], ReadingFault | 'broken'>>
  seal: (draft: TemplatesDraft) => Promise<Result<TemplatesPost, 'too-long' | 'broken'>>
  today: () => Promise<Result<Day, CallFault>>
}

type Templates = readonly Template[]

export interface TemplateDesk {
  /** Reads them as they are now; answers what was in the way, or null. */
  load: () => Promise<DeskFault | null>
  known: () => Templates
  /** Whether some are there that cannot be believed. */
  isUnread: () => boolean
  edit: (edit: TemplateEdit) => Promise<Result<Templates, DeskFault>>
  /** Puts those that ship with the product in the place of some that cannot be believed. */
  startOver: () => Promise<Result<Templates, DeskFault>>
}

/** `starters` are there until someone wrote. `onChange` hears that others are known. */
export function makeTemplateDesk(
  { fetch, post, open, seal, today }: TemplateMeans,
  starters: Templates,
  onChange: () => void,
): TemplateDesk {
  let read: Templates = starters
  let revision = 0
  let unread = false
  let head: TemplatesState['head'] = { number: 0, digest: null }
  /** Edits go one after the other: each is made on top of the one before. */
  let last: Promise<unknown> = Promise.resolve()

  const renew = async (): Promise<DeskFault | null> => {
    const state = await fetch()
    if (!state.ok) return deskFaultOf(state.reason)
    const { templates: kept } = state.value
    head = state.value.head
    if (!kept || (kept.revision <= revision && !unread)) return null
    const opened = await open(kept)
    if (!opened.ok && opened.reason === 'broken') return 'unexpected'
    revision = kept.revision
    unread = !opened.ok
    if (opened.ok) read = opened.value
    onChange()
    return null
  }
  const means: PaperMeans<Templates, TemplatesPost> = {
    today,
    renew,
    now: () => (unread ? null : read),
    seal: (templates, on) => seal({ revision: revision + 1, templates, head, today: on }),
    post,
  }
  const inTurn = (change: () => Promise<Result<Templates, DeskFault>>) => {
    const mine = last.then(change)
    last = mine
    return mine
  }
  return {
    load: renew,
    known: () => read,
    isUnread: () => unread,
    edit: (edit) => inTurn(() => editOnTop((now) => editTemplates(now, edit), means)),
    startOver: () =>
      inTurn(() =>
        editOnTop((now) => (unread ? accept(starters) : accept(now)), {
          ...means,
          now: () => (unread ? [] : read),
        }),
      ),
  }
}
