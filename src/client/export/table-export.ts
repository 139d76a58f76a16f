// Where a member takes the listed cases away as a table of the columns they choose. A case that may no longer be used is not in it. One
// line of the record tells of the whole table: it names no case.
import type { CaseWork } from '../../protocol/case-file.ts'
import { find } from '../dom.ts'
import { reportOf, type Case } from '../inbox/cases.ts'
import { saveFile } from '../inbox/save-file.ts'
import type { Reason } from '../inbox/urgency.ts'
import { columnIn, COLUMNS, tableOf, USUAL_COLUMNS, type TableCase } from './columns.ts'
import { csvOf } from './csv.ts'
import type { Exports } from './exports.ts'
import { letOut } from './leaving.ts'
import { stayingOf } from './taken.ts'
import { fillTicks, ticksIn } from './ticks.ts'

export interface ListedCases {
  /** As they are listed now, in that order. */
  listed: () => readonly Case[]
  reasonsOf: (each: Case) => readonly Reason[]
}

/** `place` holds the list and the form. */
export function wireTableExport(
  place: HTMLElement,
  { listed, reasonsOf }: ListedCases,
  { leaving, confirm, renew, association, nameOf, workOf, words, saying }: Exports,
): void {
  const root = find('[data-part="table-export"]', place)
  const form = find<HTMLFormElement>('form', root)
  const ticks = find('[data-part="table-columns"]', form)
  const button = find('button', form)
  const confirmPlace = find('[data-part="table-confirm"]', root)
  const said = find('[data-part="table-said"]', root)
  const fault = find('[data-part="table-fault"]', root)
  let busy = false

  const rowOf = (each: Case): TableCase[] => {
    const report = reportOf(each)
    const work: CaseWork = workOf(each.id)
    return report ? [{ each, report, work, reasons: reasonsOf(each), nameOf }] : []
  }
  const refuse = (word: string): void => {
    fault.textContent = words(word)
    button.focus()
  }
  const take = async (): Promise<void> => {
    const columns = ticksIn(ticks, COLUMNS)
    if (columns.length === 0) return refuse('export.noColumns')
    if (listed().length === 0) return refuse('export.noCases')
    const day = await letOut(
      () => confirm(confirmPlace),
      null,
      leaving,
      async () => ((await renew()) ? null : 'not-read'),
    )
    if (!root.isConnected) return
    if (!day.ok) return refuse(`export-fault.${day.reason}`)
    const shown = listed()
    const rows = shown.filter((each) => stayingOf(each, day.value) === null).flatMap(rowOf)
    saveFile(`balise-${association.id}-${day.value}.csv`, csvOf(tableOf(rows, columns, saying)))
    const staying = shown.length - rows.length
    const left = staying > 0 ? ` ${words('export.tableLeft')} ${staying}` : ''
    said.textContent = `${words('export.tableSaved')} ${rows.length}.${left}`
    button.focus()
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (busy) return
    busy = true
    said.textContent = ''
    fault.textContent = ''
    await take().finally(() => {
      busy = false
    })
  })
  fillTicks(ticks, COLUMNS, USUAL_COLUMNS, (column) => columnIn(column, saying))
}
