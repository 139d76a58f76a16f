// `balise case list` and `balise case show`: what an association holds and what its team wrote about it, opened here and printed as plain
// text. What a stranger wrote never drives the terminal; nothing of it goes to the remarks.
import { command } from './command.ts'
import { letterOf } from './case-letter.ts'
import { summaryOf, viewOf } from './case-view.ts'
import { nameOf, lineOf, titleOf } from './case-words.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { inMemberSession, MEMBER_OPTIONS, SESSION_NOTE } from './member-session.ts'
import { CASE_ID, findCase, openCases, wordsOfCaseFault } from './open-cases.ts'
import { done, print, remark } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import { inertJson } from './shown-text.ts'

const JSON_OPTION = { about: 'Print JSON instead, for a script.' } as const

export const caseList = command({
  name: 'case list',
  summary: 'List the cases: number, day, state, who has it, what it is about.',
  options: { ...MEMBER_OPTIONS, json: JSON_OPTION },
  notes: [SESSION_NOTE, PASSPHRASE_NOTE, ROOTS_NOTE],
  async run({ json, ...given }) {
    return inMemberSession(given, async (session) => {
      const opened = await openCases(session)
      if (!opened.ok) return opened
      const { cases, desk } = opened.value
      const newest = cases.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
      if (json) {
        print(inertJson(newest.map((each) => summaryOf(each, desk.known(each.id)))))
        return done(undefined)
      }
      const { teammates } = session.keys
      const rows = newest.map((each) => {
        const { work } = desk.known(each.id)
        const who = work.assignee === null ? '-' : nameOf(work.assignee, teammates)
        return [each.id, each.day, lineOf(each, work), who, titleOf(each)]
      })
      for (const row of aligned(rows)) print(row)
      if (newest.some(({ id }) => desk.faultIn(id) !== null))
        remark(wordsOfCaseFault(session.server, 'unread').message)
      return done(undefined)
    })
  },
})

/** Columns as wide as their longest cell; the last one ends where it ends. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export const caseShow = command({
  name: 'case show',
  summary: 'Print one case: what was told, what followed, notes and tasks.',
  options: {
    case: CASE_ID,
    ...MEMBER_OPTIONS,
    unproven: { about: 'Also show messages that nobody is proven to have written.' },
    json: JSON_OPTION,
  },
  notes: [
    'What people wrote stands behind a bar. A character that would move the cursor, hide or turn text is printed as its code, <U+202E>.',
    SESSION_NOTE,
    PASSPHRASE_NOTE,
    ROOTS_NOTE,
  ],
  async run({ case: id, json, unproven, ...given }) {
    return inMemberSession(given, async (session) => {
      const opened = await openCases(session)
      if (!opened.ok) return opened
      const { cases, desk } = opened.value
      const found = findCase(cases, id)
      if (!found.ok) return found
      const known = desk.known(id)
      if (desk.faultIn(id) !== null) remark(wordsOfCaseFault(session.server, 'unread').message)
      if (json) print(inertJson(viewOf(found.value, known)))
      else
        for (const line of letterOf(found.value, known, { teammates: session.keys.teammates, unproven }))
          print(line)
      return done(undefined)
    })
  },
})
