// Other cases that one may tell again, as a member chooses among them: those that name the same attackers, then the newest.
import type { CaseList } from './case-list.ts'
import { titleOf } from './row-words.ts'
import { dayInWords, type Words } from './words.ts'

/** A list that is chosen from by eye. */
const MOST = 40

export function othersOf(
  id: string,
  list: Pick<CaseList, 'get' | 'listed' | 'linksOf'>,
  words: Words,
): { id: string; title: string }[] {
  const linked = list.linksOf(id).flatMap((link) => link.others)
  const newest = list.listed().map((each) => each.id)
  const ids = [...new Set([...linked, ...newest])].filter((other) => other !== id).slice(0, MOST)
  return ids.flatMap((other) => {
    const each = list.get(other)
    const day = each && dayInWords(each.head.receivedOn, { dateStyle: 'medium' })
    return each?.head.opened.ok ? [{ id: other, title: `${day} · ${titleOf(each, words)}` }] : []
  })
}
