// The island of the method page: what was published until now, read from the public list. Without it the page lacks these two parts alone.
import { armQuit } from '../quit.ts'
import { changesBetween } from './changes.ts'
import { showChanges, showSpent, showStanding, showSynthetic } from './method-view.ts'
import { readEach, readList } from './read-releases.ts'
import { spentByYear } from './spent.ts'

armQuit()
showStanding('ledger', 'reading')
showStanding('changes', 'reading')

const list = await readList()
if (list?.releases.some(({ synthetic }) => synthetic)) showSynthetic()

const years = list && spentByYear(list)
if (years) showSpent(years)
showStanding('ledger', years === null ? 'unreachable' : years.length === 0 ? 'nothing' : 'there')

const releases = list && (await readEach(list.releases))
if (list && releases) {
  const changes = changesBetween(releases, list.held)
  showChanges(changes)
  showStanding('changes', changes.length > 0 ? 'there' : releases.length === 0 ? 'nothing' : 'none')
} else showStanding('changes', 'unreachable')
