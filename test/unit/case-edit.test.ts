// Two members at one case: whatever each did reaches the file, in either order, unless both chose for the same thing; then it is said.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editCase, NEW_CASE, type CaseEdit } from '../../src/domain/case-edit.ts'
import type { CaseWork } from '../../src/protocol/case-file.ts'

const note = (id: string, text = 'Rappeler jeudi') => ({ id, by: 'A'.repeat(40), on: '2026-11-20', text })
const task = (id: string) => ({ id, by: 'A'.repeat(40), text: 'Écrire', due: null, done: null })
const ID = (n: number): string => String(n).padStart(32, '0')
const edited = (work: CaseWork, ...edits: CaseEdit[]): CaseWork =>
  edits.reduce((now, edit) => {
    const next = editCase(now, edit)
    if (!next.ok) throw new Error(next.reason)
    return next.value
  }, work)

/** Changes that choose nothing: they only add, or tick. */
const adding = fc.oneof(
  fc.record({ edit: fc.constant('note' as const), note: fc.nat(30).map((n) => note(ID(n))) }),
  fc.record({ edit: fc.constant('task' as const), task: fc.nat(30).map((n) => task(ID(n + 100))) }),
  fc.record({
    edit: fc.constant('tag' as const),
    tag: fc.constantFrom('gare', 'parking', 'hôtel'),
    on: fc.constant(true),
  }),
)
const setOf = (work: CaseWork) => ({
  ...work,
  notes: work.notes.map(({ id }) => id).toSorted(),
  tasks: work.tasks.map(({ id }) => id).toSorted(),
  tags: work.tags.toSorted(),
})

describe('what only adds', () => {
  test('is all there, whoever came first', () => {
    fc.assert(
      fc.property(fc.array(adding, { maxLength: 8 }), fc.array(adding, { maxLength: 8 }), (ours, theirs) => {
        const one = edited(NEW_CASE, ...ours, ...theirs)
        const other = edited(NEW_CASE, ...theirs, ...ours)
        expect(setOf(one)).toEqual(setOf(other))
      }),
    )
  })

  test('is there once, though it was sent twice', () => {
    fc.assert(
      fc.property(adding, (edit) => {
        expect(edited(NEW_CASE, edit, edit)).toEqual(edited(NEW_CASE, edit))
      }),
    )
  })
})

describe('a choice', () => {
  test.each<[string, CaseEdit, CaseEdit]>([
    [
      'of a state',
      { edit: 'state', from: 'received', to: 'accepted', reason: '' },
      { edit: 'state', from: 'received', to: 'declined', reason: 'hors de portée' },
    ],
    [
      'of who works on it',
      { edit: 'assignee', from: null, to: 'A' },
      { edit: 'assignee', from: null, to: 'B' },
    ],
    [
      'to set it aside',
      { edit: 'aside', from: null, to: 'test' },
      { edit: 'aside', from: null, to: 'insults' },
    ],
    [
      'of what it repeats',
      { edit: 'duplicate', from: null, to: '7' },
      { edit: 'duplicate', from: null, to: '8' },
    ],
  ])('%s that someone made otherwise meanwhile is not overwritten', (_what, mine, theirs) => {
    const now = edited(NEW_CASE, theirs)
    expect(editCase(now, mine)).toEqual({ ok: false, reason: 'theirs' })
    expect(edited(now, theirs)).toEqual(now)
  })
})

describe('a note', () => {
  const written = edited(NEW_CASE, { edit: 'note', note: note(ID(1)) })
  test('is written over by whoever saw its last words, and by nobody else', () => {
    const now = edited(written, { edit: 'rewrite', id: ID(1), from: 'Rappeler jeudi', to: 'Rappeler lundi' })
    expect(now.notes).toEqual([note(ID(1), 'Rappeler lundi')])
    const late: CaseEdit = { edit: 'rewrite', id: ID(1), from: 'Rappeler jeudi', to: 'Ne pas rappeler' }
    expect(editCase(now, late)).toEqual({ ok: false, reason: 'theirs' })
    expect(editCase(now, { edit: 'remove-note', id: ID(1), from: 'Rappeler jeudi' })).toEqual({
      ok: false,
      reason: 'theirs',
    })
  })
  test('that is gone is not written over, and is not removed twice', () => {
    const gone = edited(written, { edit: 'remove-note', id: ID(1), from: 'Rappeler jeudi' })
    expect(gone.notes).toEqual([])
    expect(edited(gone, { edit: 'remove-note', id: ID(1), from: 'Rappeler jeudi' })).toEqual(gone)
    expect(editCase(gone, { edit: 'rewrite', id: ID(1), from: 'Rappeler jeudi', to: 'x' })).toEqual({
      ok: false,
      reason: 'gone',
    })
  })
  test('beyond the sixtieth does not fit, and the others stay', () => {
    const full = edited(
      NEW_CASE,
      ...Array.from({ length: 60 }, (_, n): CaseEdit => ({ edit: 'note', note: note(ID(n)) })),
    )
    expect(editCase(full, { edit: 'note', note: note(ID(61)) })).toEqual({ ok: false, reason: 'full' })
    expect(full.notes).toHaveLength(60)
  })
})

test('a task is ticked, and ticked off again', () => {
  const now = edited(
    NEW_CASE,
    { edit: 'task', task: task(ID(2)) },
    { edit: 'task-done', id: ID(2), done: '2026-11-21' },
  )
  expect(now.tasks[0]?.done).toBe('2026-11-21')
  expect(edited(now, { edit: 'task-done', id: ID(2), done: null }).tasks).toEqual([task(ID(2))])
})
