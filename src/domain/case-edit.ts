// One change that a member makes to a case's file, applied to the file as it is by then. Nothing that someone else wrote meanwhile is
// lost: what only adds is added, and two who chose differently for the same thing are told so. Pure; ids and days are arguments.
import type { CaseNote, CaseTask, CaseWork } from '../protocol/case-file.ts'
import type { Day } from '../protocol/day.ts'
import type { CaseState } from '../protocol/case-state.ts'
import { MAX_CASE_NOTES, MAX_CASE_TAGS, MAX_CASE_TASKS } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'

/** `from` is what the member saw when they chose. */
export type CaseEdit =
  | { edit: 'state'; from: CaseState; to: CaseState; reason: string }
  | { edit: 'assignee'; from: string | null; to: string | null }
  | { edit: 'aside'; from: CaseWork['aside']; to: CaseWork['aside'] }
  | { edit: 'duplicate'; from: string | null; to: string | null }
  | { edit: 'transfer'; to: string; on: Day; by: string }
  | { edit: 'tag'; tag: string; on: boolean }
  | { edit: 'note'; note: CaseNote }
  | { edit: 'rewrite'; id: string; from: string; to: string }
  | { edit: 'remove-note'; id: string; from: string }
  | { edit: 'task'; task: CaseTask }
  | { edit: 'task-done'; id: string; done: string | null }

/** `theirs`: someone else chose or wrote otherwise since. `full`: there are as many as a file holds. `gone`: what was meant is not there. */
export type EditFault = 'theirs' | 'full' | 'gone'

export const NEW_CASE: CaseWork = {
  state: 'received',
  reason: '',
  assignee: null,
  aside: null,
  duplicateOf: null,
  transfers: [],
  tags: [],
  notes: [],
  tasks: [],
}

/** Whether a member set it aside; the rules on suspected junk are another matter. */
export const isSetAside = ({ aside }: Pick<CaseWork, 'aside'>): boolean =>
  aside !== null && aside !== 'genuine'

/** The file's work after a change. Making the same change twice is making it once. */
export function editCase(now: CaseWork, edit: CaseEdit): Result<CaseWork, EditFault> {
  switch (edit.edit) {
    case 'state':
      return chosen(now.state, edit, () => ({ ...now, state: edit.to, reason: edit.reason }))
    case 'assignee':
      return chosen(now.assignee, edit, () => ({ ...now, assignee: edit.to }))
    case 'aside':
      return chosen(now.aside, edit, () => ({ ...now, aside: edit.to }))
    case 'duplicate':
      return chosen(now.duplicateOf, edit, () => ({ ...now, duplicateOf: edit.to }))
    case 'transfer': {
      const { to, on, by } = edit
      const known = now.transfers.some((each) => each.to === to)
      return accept(known ? now : { ...now, transfers: [...now.transfers, { to, on, by }] })
    }
    case 'tag': {
      const others = now.tags.filter((tag) => tag !== edit.tag)
      const tags = edit.on ? [...others, edit.tag] : others
      return tags.length > MAX_CASE_TAGS ? decline('full') : accept({ ...now, tags })
    }
    case 'note':
      return added(now.notes, edit.note, MAX_CASE_NOTES, (notes) => ({ ...now, notes }))
    case 'rewrite':
      return changed(
        now.notes,
        edit.id,
        ({ text }) => text === edit.from || text === edit.to,
        (note) => ({ ...note, text: edit.to }),
        (notes) => ({ ...now, notes }),
      )
    case 'remove-note': {
      const note = now.notes.find(({ id }) => id === edit.id)
      if (note && note.text !== edit.from) return decline('theirs')
      return accept({ ...now, notes: now.notes.filter(({ id }) => id !== edit.id) })
    }
    case 'task':
      return added(now.tasks, edit.task, MAX_CASE_TASKS, (tasks) => ({ ...now, tasks }))
    case 'task-done':
      return changed(
        now.tasks,
        edit.id,
        () => true,
        (task) => ({ ...task, done: edit.done }),
        (tasks) => ({ ...now, tasks }),
      )
  }
}

/** Who chose the same in the meantime agrees. */
const chosen = <Value>(
  now: Value,
  { from, to }: { from: Value; to: Value },
  make: () => CaseWork,
): Result<CaseWork, EditFault> => (now === from || now === to ? accept(make()) : decline('theirs'))

function added<Each extends { id: string }>(
  now: readonly Each[],
  one: Each,
  most: number,
  make: (all: Each[]) => CaseWork,
): Result<CaseWork, EditFault> {
  if (now.some(({ id }) => id === one.id)) return accept(make([...now]))
  return now.length >= most ? decline('full') : accept(make([...now, one]))
}

function changed<Each extends { id: string }>(
  now: readonly Each[],
  id: string,
  isAsSeen: (each: Each) => boolean,
  change: (each: Each) => Each,
  make: (all: Each[]) => CaseWork,
): Result<CaseWork, EditFault> {
  const found = now.find((each) => each.id === id)
  if (!found) return decline('gone')
  if (!isAsSeen(found)) return decline('theirs')
  return accept(make(now.map((each) => (each === found ? change(each) : each))))
}
