// The record of what members did, on screen: read whole, checked line by line, and taken away as a file after showing that it is them.
import { utf8 } from '../../crypto/encoding.ts'
import type { CallFault } from '../api.ts'
import { RecordPage, type SealedRecord } from '../../protocol/case-file.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { TRAIL_START, type ReadRecord } from '../../sealing/records.ts'
import { call } from '../api.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { letOut, type LeavingMeans } from '../export/leaving.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import { saveFile } from '../inbox/save-file.ts'
import { showStrangerText } from '../inbox/stranger-text.ts'
import { dayInWords, type Words } from '../inbox/words.ts'
import * as v from 'valibot'
import type { TeammateView } from './team-messages.ts'

interface JournalMeans {
  holder: KeyHolder
  association: string
  words: Words
  teammates: () => readonly TeammateView[]
  confirm: () => Promise<boolean>
  leaving: LeavingMeans
  onFault: (reason: 'unreachable' | 'unexpected' | 'broken' | 'not-confirmed') => void
}

/** Lines on screen; the file has them all. */
const SHOWN = 200

/** Over its section. Answers how to empty it. */
export function wireJournal(section: HTMLElement, means: JournalMeans): () => void {
  const { holder, words, onFault } = means
  const list = find('[data-part="journal-lines"]', section)
  const verdict = find('[data-part="journal-verdict"]', section)
  const save = find('[data-part="journal-save"]', section)

  const readAll = async (): Promise<ReadRecord[] | null> => {
    const lines: ReadRecord[] = []
    let trail = TRAIL_START
    for (let after: number | null = 0; after !== null;) {
      const page = await fetchRecords(after)
      if (!page.ok) {
        onFault(page.reason === 'unreachable' ? 'unreachable' : 'unexpected')
        return null
      }
      const read = await holder.ask({ ask: 'read-records', records: page.value.records, trail })
      if (!read.ok) {
        onFault('broken')
        return null
      }
      lines.push(...read.value.lines)
      trail = read.value.trail
      after = page.value.next
    }
    return lines
  }
  const nameOf = (by: string): string =>
    means.teammates().find(({ fingerprint }) => fingerprint === by)?.name ?? `${by.slice(0, 16)}…`
  const rowOf = ({ number, record, fault }: ReadRecord): HTMLElement => {
    const row = copyTemplate('journal-line')
    setText(row, 'number', String(number))
    setText(row, 'action', record ? words(`action.${record.action}`) : words('journal.unread'))
    showStrangerText(find('[data-text="by"]', row), record ? nameOf(record.by) : '')
    setText(row, 'on', record ? dayInWords(record.writtenOn, { dateStyle: 'long' }) : '')
    setText(row, 'about', record?.case ? `${words('journal.case')} ${record.case}` : '')
    setText(row, 'line-fault', fault ? words(`journal-fault.${fault}`) : '')
    row.classList.toggle('row-problem', fault !== null)
    return row
  }
  const showAll = (lines: readonly ReadRecord[]): void => {
    const faults = lines.filter(({ fault }) => fault !== null).length
    const word = faults > 0 ? 'journal.broken' : lines.length === 0 ? 'journal.empty' : 'journal.whole'
    verdict.textContent = faults > 0 ? `${words(word)} ${faults}` : words(word)
    verdict.classList.toggle('notice-alert', faults > 0)
    show(verdict)
    show(save, lines.length > 0)
    list.replaceChildren(...lines.toReversed().slice(0, SHOWN).map(rowOf))
    verdict.focus()
  }

  find('[data-part="journal-read"]', section).addEventListener('click', async () => {
    const lines = await readAll()
    if (lines && section.isConnected) showAll(lines)
  })
  save.addEventListener('click', async () => {
    const left = await letOut(means.confirm, null, means.leaving)
    if (!left.ok) return onFault(left.reason === 'not-confirmed' ? left.reason : 'unreachable')
    const lines = await readAll()
    if (!lines) return
    showAll(lines)
    const file = `${JSON.stringify({ association: means.association, lines }, null, 2)}\n`
    saveFile(`balise-${means.association}-record.json`, utf8(file))
  })
  return () => {
    list.replaceChildren()
    show(verdict, false)
    show(save, false)
  }
}

async function fetchRecords(
  after: number,
): Promise<Result<{ records: SealedRecord[]; next: number | null }, CallFault>> {
  const answer = await call(`/api/records?after=${after}`, { credentials: 'same-origin' })
  if (!answer.ok) return answer
  const page = v.safeParse(RecordPage, answer.value)
  return page.success ? accept(page.output) : decline('unexpected')
}
