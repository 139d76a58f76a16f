// A loading of the inbox as a member sees it: how far it is, how to stop it, why it paused, and that there is nothing. It opens nothing.
import { find, setText, show } from '../dom.ts'
import { pauseWord, type LoadEnd } from './inbox-loader.ts'
import { makeLoadProgress } from './load-progress.ts'
import type { Words } from './words.ts'

export interface LoadViewMeans {
  announce: (text: string) => void
  /** Makes of what came what there is to see; false where nothing is to be seen any more. */
  onEnded: (end: LoadEnd) => Promise<boolean>
  /** Cases there are, and those listed among them. */
  size: () => number
  listed: () => number
  stop: () => void
  resume: () => Promise<LoadEnd>
}

export interface LoadView {
  /** Runs one loading, from its first page to whatever ended it. */
  run: (loading: () => Promise<LoadEnd>) => Promise<void>
  /** `total` is null before the server said it. */
  showOpened: (opened: number, total: number | null) => void
  showEmpty: (found: number) => void
  end: () => void
}

export function makeLoadView(inbox: HTMLElement, words: Words, means: LoadViewMeans): LoadView {
  const progress = find('[data-part="progress"]', inbox)
  const paused = find('[data-part="paused"]', inbox)
  const empty = find('[data-part="empty"]', inbox)
  const refresh = find<HTMLButtonElement>('[data-part="refresh"]', inbox)

  const share = makeLoadProgress(progress, words, means.announce)

  const showEmpty = (found: number): void => {
    const size = means.size()
    empty.textContent = words(size === 0 ? 'inbox.empty' : 'finding.none')
    const resting = [progress, paused].every((each) => each.hidden)
    show(empty, found === 0 && (resting || size > 0))
  }
  const showPaused = (word: string): void => {
    setText(paused, 'paused', words(word))
    show(paused)
    means.announce(words(word))
  }
  const run = async (loading: () => Promise<LoadEnd>): Promise<void> => {
    const hadFocus = paused.contains(document.activeElement)
    show(progress)
    show(paused, false)
    show(empty, false)
    refresh.disabled = true
    if (hadFocus) find('[data-part="stop"]', progress).focus()
    const end = await loading()
    share.end()
    if (!(await means.onEnded(end))) return
    const stopHadFocus = progress.contains(document.activeElement)
    show(progress, false)
    refresh.disabled = false
    if (end === 'done') means.announce(words('inbox.loaded'))
    else showPaused(pauseWord(end))
    if (stopHadFocus) {
      const after = end === 'done' ? find('#inbox-title', inbox) : find('[data-part="resume"]', paused)
      after.focus()
    }
    showEmpty(means.listed())
  }
  find('[data-part="stop"]', progress).addEventListener('click', means.stop)
  find('[data-part="resume"]', paused).addEventListener('click', () => void run(means.resume))
  return { run, showOpened: share.show, showEmpty, end: share.end }
}
