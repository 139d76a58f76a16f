// What one row of the list says of a case, made of the vocabulary's words: never a victim's own text. Pure but for the page's words.
import { isSetAside } from '../../domain/case-edit.ts'
import type { JunkRule } from '../../domain/junk.ts'
import type { CaseWork } from '../../protocol/case-file.ts'
import { isDisputed, isNew, isWithdrawn, orphanOf, type Case } from './cases.ts'
import { provenFiles } from './file-holds.ts'
import { summaryOf } from '../../domain/letter.ts'
import type { Strength } from './series.ts'
import { levelOf, type Reason } from './urgency.ts'
import { labelOf, type Words } from './words.ts'

const ACTS_SHOWN = 3

/** What a case is about, in one line. */
export function titleOf(each: Case, words: Words): string {
  const { opened } = each.head
  if (!opened.ok) return words(`inbox.${opened.reason}`)
  if (opened.value.kind !== 'report') return words(`inbox.orphan-${orphanOf(each)}`)
  const { role, acts } = summaryOf(opened.value)
  const named = acts.slice(0, ACTS_SHOWN).map((act) => labelOf(words, 'acts', act))
  const rest = acts.length > named.length ? [`+${acts.length - named.length}`] : []
  const what = named.length > 0 ? [...named, ...rest] : [words('inbox.noActs')]
  const who = role === 'witness' || role === 'relative' ? [labelOf(words, 'role', role)] : []
  return [...what, ...who].join(' · ')
}

/** What helps to choose: where the association says it stands, what holds it aside, and words of its own. */
export function workIn({ state, aside, tags }: CaseWork, rule: JunkRule | null, words: Words): string {
  const standing = state === 'received' ? [] : [words(`case-state.${state}`)]
  const chosen = isSetAside({ aside }) ? [words(`case-aside.${aside}`)] : []
  const set = rule === null ? chosen : [`${words('cases.byRule')} ${words(`case-aside.${rule}`)}`]
  return [...standing, ...set, ...tags.map((tag) => `#${tag}`)].join(' · ')
}

export function factsOf(each: Case, words: Words): string {
  const { opened } = each.head
  if (!opened.ok) return ''
  const following = each.thread?.messages.length ?? 0
  const followed = following > 0 ? [`${words('inbox.followed')} ${following}`] : []
  if (opened.value.kind !== 'report') return followed.join('')
  const { departement, needs } = summaryOf(opened.value)
  const sent = provenFiles(each).reduce((sum, { files }) => sum + files.length, 0)
  const files = sent > 0 ? [`${words('inbox.files')} ${sent}`] : []
  const place = departement === null ? [] : [labelOf(words, 'departement', departement)]
  const needed = needs.map((need) => labelOf(words, 'needs', need))
  if (needed[0] !== undefined) needed[0] = `${words('inbox.needs')} ${needed[0]}`
  return [...followed, ...files, ...place, ...needed].join(' · ')
}

/** Whether it is new, and what must not be missed before it is opened. */
export function stateOf(each: Case, words: Words): string {
  const { head, thread } = each
  const withdrawn = isWithdrawn(thread) ? ['inbox.isWithdrawn'] : []
  const disputed = isDisputed(thread) ? ['inbox.isDisputed'] : []
  const isDeclined = head.standing === 'declined'
  const declined = isDeclined ? ['inbox.isDeclined'] : []
  const standing = [...withdrawn, ...disputed, ...declined]
  // A case is declined with all it held: what is new in it came since.
  if (isDeclined && isNew(each)) return [...standing, 'inbox.isFollowed'].map(words).join(' · ')
  const read = orphanOf(each) === 'answer' ? 'inbox.isOver' : 'inbox.isAcknowledged'
  const first = isNew(each) ? ['inbox.isNew'] : standing.length > 0 ? [] : [read]
  return [...first, ...standing].map(words).join(' · ')
}

/** How much it asks for attention, then why; empty when nothing does. */
export function urgencyIn(reasons: readonly Reason[], words: Words): string {
  if (reasons.length === 0) return ''
  return [words(`level.${levelOf(reasons)}`), ...reasons.map((reason) => words(`reason.${reason}`))].join(
    ' · ',
  )
}

/** With how many other reports it shares something that points to the attackers. */
export function seriesIn(counts: Readonly<Record<Strength, number>>, words: Words): string {
  const strong = counts.strong > 0 ? [`${words('series.rowStrong')} ${counts.strong}`] : []
  const weak = counts.weak > 0 ? [`${words('series.rowWeak')} ${counts.weak}`] : []
  return [...strong, ...weak].join(' · ')
}
