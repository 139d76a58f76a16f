// Two members at an association's templates: whoever writes another one loses nothing; whoever writes the same one is told so.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { editTemplates, type TemplateEdit } from '../../src/domain/template-edit.ts'
import { MAX_TEMPLATES } from '../../src/protocol/limits.ts'
import { Template } from '../../src/protocol/templates.ts'
import { templateOf } from '../support/template-writer.ts'

const edited = (now: readonly Template[], ...edits: TemplateEdit[]): readonly Template[] =>
  edits.reduce((before, edit) => {
    const next = editTemplates(before, edit)
    if (!next.ok) throw new Error(next.reason)
    return next.value
  }, now)

const START = Array.from({ length: 6 }, (_, n) => templateOf(n, `texte ${n}`))
const byId = (templates: readonly Template[]) => templates.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** A change of one of the six, or one more; `which` is of its author alone. */
const editOf = (which: number, what: number, word: string): TemplateEdit => {
  const from = START[which] as Template
  if (what === 0) return { edit: 'add', template: templateOf(100 + which, word) }
  return what === 1 ? { edit: 'remove', from } : { edit: 'rewrite', from, to: templateOf(which, word) }
}

describe('two members who write at once', () => {
  test('find both their changes, whoever came first, where they are of different templates', () => {
    const each = fc.tuple(fc.nat(2), fc.stringMatching(/^[a-z]{1,8}$/))
    fc.assert(
      fc.property(
        fc.array(each, { minLength: 6, maxLength: 6 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        (whats, order) => {
          const edits = whats.map(([what, word], which) => editOf(which, what, word))
          const shuffled = order.map((at) => edits[at] as TemplateEdit)
          expect(byId(edited(START, ...shuffled))).toEqual(byId(edited(START, ...edits)))
        },
      ),
    )
  })

  test('are told so where both wrote the same one, and the first stays', () => {
    const from = START[0] as Template
    const theirs: TemplateEdit = { edit: 'rewrite', from, to: templateOf(0, 'le leur') }
    const mine: TemplateEdit = { edit: 'rewrite', from, to: templateOf(0, 'le mien') }
    const now = edited(START, theirs)
    expect(editTemplates(now, mine)).toEqual({ ok: false, reason: 'theirs' })
    expect(editTemplates(now, { edit: 'remove', from })).toEqual({ ok: false, reason: 'theirs' })
    const removed = edited(START, { edit: 'remove', from })
    expect(editTemplates(removed, mine)).toEqual({ ok: false, reason: 'gone' })
  })
})

test('a change that was sent twice is there once', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(2), (which, what) => {
      const edit = editOf(which, what, 'autre')
      expect(edited(START, edit, edit)).toEqual(edited(START, edit))
    }),
  )
})

test('a template beyond the last that fits is not taken, and the others stay', () => {
  const full = Array.from({ length: MAX_TEMPLATES }, (_, n) => templateOf(n, 'texte'))
  expect(editTemplates(full, { edit: 'add', template: templateOf(999, 'de trop') })).toEqual({
    ok: false,
    reason: 'full',
  })
})

test('a template without a text in any language is none', () => {
  expect(v.is(Template, templateOf(1, 'Bonjour'))).toBe(true)
  expect(v.is(Template, templateOf(1, '  '))).toBe(false)
})
