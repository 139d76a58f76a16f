// The parts of a dossier that came after the report: what was said to one another, and, only where it was asked for, what the team wrote.
// Pure.
import { isSetAside, NEW_CASE } from '../../domain/case-edit.ts'
import { standingOf } from '../../domain/standings.ts'
import { line, lines, ours, theirs, type Line, type Section, type Value } from './document.ts'
import type { Saying } from './saying.ts'
import { exchangesOf, type Exchange, type Taken, type TakenFiles } from './taken.ts'

export function exchangeSection(taken: Taken, files: readonly TakenFiles[], saying: Saying): Section | null {
  const exchanges = exchangesOf(taken, files)
  if (exchanges.length === 0) return null
  return {
    heading: saying.word('thread.heading'),
    blocks: [{ kind: 'lines', lines: exchanges.map((each) => exchangeLine(each, saying)) }],
  }
}

function exchangeLine({ from, kind, day, text, granting, asking, files }: Exchange, saying: Saying): Line {
  const { word, label } = saying
  const values: Value[] = text.trim() === '' ? [] : [theirs(text)]
  if (kind === 'withdrawal' || kind === 'new-code') values.push(ours(word(`thread.${kind}`)))
  if (granting) {
    values.push(ours(`${word(`thread.granting-${granting.answer}`)} ${label('association', granting.to)}`))
  }
  if (asking) {
    const to = asking.for === 'transfer' ? ` ${label('association', asking.to)}` : ''
    values.push(ours(`${word(`thread.asking-${asking.for}`)}${to}`))
  }
  if (files && files.length > 0) values.push(ours(files.map(({ name }) => name).join(', ')))
  return line(`${word(from === 'author' ? 'thread.author' : 'thread.own')}, ${saying.day(day)}`, ...values)
}

export function workSection(
  { each, work, chosen }: Taken,
  nameOf: (fingerprint: string) => string,
  { word, day }: Saying,
): Section | null {
  if (!chosen.has('work') || JSON.stringify(work) === JSON.stringify(NEW_CASE)) return null
  const { reason, assignee, aside, duplicateOf, tags, notes, tasks } = work
  return {
    heading: word('export-choice.work'),
    blocks: [
      lines(
        line(word('cases.state'), ours(word(`case-state.${standingOf(each, work)}`))),
        reason === '' ? null : line(word('export.reason'), theirs(reason)),
        assignee === null ? null : line(word('cases.assignee'), theirs(nameOf(assignee))),
        !isSetAside({ aside }) ? null : line(word('export.aside'), ours(word(`case-aside.${aside}`))),
        duplicateOf === null ? null : line(word('cases.duplicate'), ours(duplicateOf)),
        tags.length === 0 ? null : line(word('cases.tags'), ...tags.map(theirs)),
        ...tasks.map(({ by, text, due, done }) =>
          line(
            word('cases.tasks'),
            theirs(text),
            theirs(nameOf(by)),
            ...(due === null ? [] : [ours(`${word('cases.dueBy')} ${day(due)}`)]),
            ...(done === null ? [] : [ours(`${word('case-state.done')} ${day(done)}`)]),
          ),
        ),
        ...notes.map(({ by, on, text }) =>
          line(`${word('export.note')}, ${day(on)}`, theirs(nameOf(by)), theirs(text)),
        ),
      ),
    ],
  }
}
