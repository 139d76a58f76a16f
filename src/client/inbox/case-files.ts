// The files of the case on screen, under the report and under each message that brought some. What was opened is forgotten when the
// letter is left.
import type { Attachments } from '../../protocol/attachment.ts'
import { copyTemplate, find, show } from '../dom.ts'
import { isWithdrawn, type Case } from './cases.ts'
import type { HoldKeeper } from './file-holds.ts'
import { makeFileLine, type FileLine } from './file-line.ts'
import { makeFileOpener, type OpenerMeans } from './file-opener.ts'
import type { Words } from './words.ts'

export interface FilesMeans extends OpenerMeans {
  holds: HoldKeeper
}

export interface CaseFiles {
  /** The list of what came with one envelope: the same element each time. */
  listOf: (attachments: Attachments) => HTMLElement
  /** Shows what has become of the case, and has its files kept. */
  update: (each: Case) => void
  /** Ends what is under way, and takes away what is shown. */
  end: () => void
}

/** `article` is a filled letter. */
export function makeCaseFiles(
  article: HTMLElement,
  { holds, ...means }: FilesMeans,
  words: Words,
  announce: (text: string) => void,
): CaseFiles {
  const opener = makeFileOpener(means)
  const lists = new Map<string, { list: HTMLElement; lines: FileLine[] }>()
  const owed = find('[data-part="files-owed"]', article)
  let now: Case | null = null
  let tried = false

  const close = (): void => {
    for (const { list, lines } of lists.values()) {
      for (const line of lines) line.close()
      show(find('[data-part="files-closed"]', list))
      show(find('[data-part="files-care"]', list), false)
    }
  }
  const listOf: CaseFiles['listOf'] = (attachments) => {
    const name = JSON.stringify(attachments)
    const known = lists.get(name)
    if (known) return known.list
    const list = copyTemplate('files')
    const lines = attachments.files.map((file) => makeFileLine(file, opener, words, announce))
    find('[data-part="file-lines"]', list).replaceChildren(...lines.map(({ line }) => line))
    lists.set(name, { list, lines })
    if (now && isWithdrawn(now.thread)) close()
    return list
  }
  const keep = async (): Promise<void> => {
    if (!now) return
    const kept = await holds.keep(now)
    show(owed, !kept)
    if (!kept && !tried) announce(words('file.owed'))
    tried = !kept
  }
  find('[data-part="files-keep"]', owed).addEventListener('click', async () => {
    await keep()
    if (owed.hidden) {
      announce(words('file.kept'))
      find('#letter-title', article).focus()
    }
  })

  return {
    listOf,
    update: (each) => {
      now = each
      const { opened } = each.head
      const reported = opened.ok && opened.value.kind === 'report' ? opened.value.attachments : undefined
      const section = article.querySelector<HTMLElement>('[data-part="files-section"]')
      if (section) show(section, reported !== undefined)
      const list = reported && listOf(reported)
      const place = section && find('[data-part="files"]', section)
      if (list && place && !place.contains(list)) place.replaceChildren(list)
      if (isWithdrawn(each.thread)) close()
      if (!tried) void keep()
    },
    end: () => {
      now = null
      for (const { lines } of lists.values()) for (const line of lines) line.close()
      lists.clear()
    },
  }
}
