// The part of a dossier that tells of a report which another association passed on: from whom, when, what stayed behind there. Pure.
import { isVouchedFor } from '../../sealing/cases.ts'
import { line, lines, ours, say, theirs, type Section } from './document.ts'
import type { Saying } from './saying.ts'
import type { Taken } from './taken.ts'

export function transferredSection(
  { each, report, chosen }: Taken,
  { word, label, day }: Saying,
): Section | null {
  if (!report.transferred) return null
  const { from, on, leftOut, note, said } = report.transferred
  return {
    heading: word('transfer.came'),
    blocks: [
      ...(isVouchedFor(each) ? [] : [say(word('transfer.unproven'))]),
      lines(
        line(word('transfer.cameFrom'), ours(label('association', from)), ours(day(on))),
        leftOut.length === 0
          ? null
          : line(
              word('transfer.leftOut'),
              ours(leftOut.map((part) => word(`transfer-part.${part}`)).join(', ')),
            ),
        note === '' || !chosen.has('work') ? null : line(word('transfer.noteOf'), theirs(note)),
        ...(chosen.has('exchanges') ? said : []).map((told) =>
          line(`${word('transfer.saidOf')}, ${day(told.on)}`, theirs(told.text)),
        ),
      ),
    ],
  }
}
