// The island of the method page: what was published until now, read from the public list. Without it the page lacks these two parts alone.
import { dayOf } from '../../protocol/day.ts'
import type { ListedRelease } from '../../protocol/release.ts'
import { isDemonstration } from '../is-demonstration.ts'
import { armQuit } from '../quit.ts'
import { loadList, loadRelease } from '../trends/loading.ts'
import { changesBetween, type ReadRelease } from './changes.ts'
import { showChanges, showFilling, showSpent, showStanding, showSynthetic } from './method-view.ts'
import { spentByYear } from './spent.ts'
import { isHalfFilled, standingOf } from './standing.ts'

/** Null when one of them cannot be read: a change might be in it. */
async function readEach(listed: readonly ListedRelease[]): Promise<ReadRelease[] | null> {
  const read = await Promise.all(
    listed.map(async (each) => {
      const release = await loadRelease(each)
      return release && { ...each, codeSha256: release.codeSha256 }
    }),
  )
  return read.every((each) => each !== null) ? read : null
}

armQuit()
showStanding('ledger', 'reading')
showStanding('changes', 'reading')

const answer = await loadList()
const list = answer.ok ? answer.value : null
const standing = standingOf(list, isDemonstration())
if (list?.releases.some(({ synthetic }) => synthetic)) showSynthetic()
if (list && isHalfFilled(list, isDemonstration(), dayOf(Date.now()))) showFilling()

if (list && standing === 'there') {
  showSpent(spentByYear(list))
  showStanding('ledger', 'there')
  const releases = await readEach(list.releases)
  const changes = releases && changesBetween(releases, list.held)
  if (changes) showChanges(changes)
  showStanding('changes', changes === null ? 'unreachable' : changes.length > 0 ? 'there' : 'none')
} else {
  showStanding('ledger', standing)
  showStanding('changes', standing)
}
