// Where a member takes one case away, within its letter: as an archive, or as a document to print. What leaves is what is ticked, after
// they showed that it is them and the record has it.
import { dayOf, type Day } from '../../protocol/day.ts'
import type { Result } from '../../protocol/result.ts'
import { find, setText, show } from '../dom.ts'
import { reportOf, type Case } from '../inbox/cases.ts'
import { makeFileOpener, type OpenerMeans } from '../inbox/file-opener.ts'
import { saveFile } from '../inbox/save-file.ts'
import { bringFiles, type Brought } from './bring-files.ts'
import { caseArchive, dossierFor, type Taker } from './case-archive.ts'
import { showDossier } from './dossier-view.ts'
import type { Exports } from './exports.ts'
import { letOut } from './leaving.ts'
import { CHOICES, filesOf, stayingOf, type Choice, type Taken, type TakenFile } from './taken.ts'
import { fillTicks, ticksIn } from './ticks.ts'

export interface CaseExport {
  /** Shows whether the case, as it is now, may leave. */
  update: (each: Case) => void
  /** Ends what is under way, and takes away what is shown. */
  end: () => void
}

/** Neither how to reach the person, nor what their phone says of them, nor what the team wrote for itself. */
const USUAL: readonly Choice[] = ['about', 'identifiers', 'exchanges', 'files']

/** Over a letter. */
export function wireCaseExport(
  article: HTMLElement,
  first: Case,
  files: OpenerMeans,
  { leaving, confirm, renew, association, self, nameOf, workOf, sentIn, words, saying }: Exports,
): CaseExport {
  const root = find('[data-part="export"]', article)
  const ticks = find('[data-part="export-choices"]', root)
  const confirmPlace = find('[data-part="export-confirm"]', root)
  const bringing = find('[data-part="export-bringing"]', root)
  const progress = find<HTMLProgressElement>('progress', bringing)
  const said = find('[data-part="export-said"]', root)
  const fault = find('[data-part="export-fault"]', root)
  const archiveButton = find('[data-part="export-archive"]', root)
  const dossierButton = find('[data-part="export-dossier"]', root)
  let now = first
  let busy = false
  let stopping: AbortController | null = null
  let closeDossier: (() => void) | null = null

  const takenNow = (): Taken | null => {
    const report = reportOf(now)
    const chosen = new Set(ticksIn(ticks, CHOICES))
    return report && { each: now, report, sent: sentIn(now.id), work: workOf(now.id), chosen }
  }
  const showStaying = (day: Day): boolean => {
    const staying = stayingOf(now, day)
    const place = find('[data-part="export-staying"]', root)
    place.textContent = staying ? words(`export-staying.${staying}`) : ''
    show(place, staying !== null)
    show(find('[data-part="export-form"]', root), staying === null)
    return staying !== null
  }
  /** One at a time: a second click asks for nothing more. `asker` has the focus again. */
  const leave = async (
    asker: HTMLElement,
    take: (taken: Taken, taker: Taker) => Promise<void>,
  ): Promise<void> => {
    if (busy) return
    busy = true
    said.textContent = ''
    fault.textContent = ''
    try {
      const day = await letOut(
        () => confirm(confirmPlace),
        now.id,
        leaving,
        async (on) => {
          if (!(await renew())) return 'not-read'
          return showStaying(on) ? 'staying' : null
        },
      )
      if (!root.isConnected) return
      if (!day.ok) {
        if (day.reason !== 'staying') fault.textContent = words(`export-fault.${day.reason}`)
        asker.focus()
        return
      }
      const taken = takenNow()
      if (taken) await take(taken, { association, by: self, nameOf, on: day.value })
    } finally {
      busy = false
    }
  }
  const bring = async (taken: readonly TakenFile[]): Promise<Result<Brought, 'stopped'>> => {
    stopping = new AbortController()
    progress.max = Math.max(1, taken.length)
    show(bringing)
    find('[data-part="export-stop"]', bringing).focus()
    const onFile = (done: number): void => {
      progress.value = done
      setText(bringing, 'export-done', `${done} / ${taken.length}`)
    }
    const brought = await bringFiles(taken, makeFileOpener(files), onFile, stopping.signal)
    stopping = null
    show(bringing, false)
    archiveButton.focus()
    return brought
  }

  archiveButton.addEventListener('click', () =>
    leave(archiveButton, async (taken, taker) => {
      const from = filesOf(taken)
      const brought = await bring(from.flatMap((each) => each.files))
      if (!root.isConnected) return
      if (!brought.ok) {
        said.textContent = words('export.stopped')
        return
      }
      const { missing } = brought.value
      saveFile(
        `balise-${association.id}-${taken.each.id}.zip`,
        await caseArchive(taken, taker, from, brought.value, saying),
      )
      const lacking = missing.length > 0 ? ` ${words('export.lacking')} ${missing.length}` : ''
      said.textContent = `${words('export.saved')}${lacking}`
    }),
  )
  dossierButton.addEventListener('click', () =>
    leave(dossierButton, async (taken, taker) => {
      const paper = await dossierFor(taken, taker, filesOf(taken), null, saying)
      if (!root.isConnected) return
      const file = `balise-${association.id}-${taken.each.id}.html`
      closeDossier = showDossier(article, paper, { lang: saying.lang, file }, () => {
        closeDossier = null
        dossierButton.focus()
      })
    }),
  )
  find('[data-part="export-stop"]', bringing).addEventListener('click', () => stopping?.abort())

  fillTicks(ticks, CHOICES, USUAL, (choice) => words(`export-choice.${choice}`))
  showStaying(dayOf(Date.now()))
  return {
    update: (each) => {
      now = each
      if (showStaying(dayOf(Date.now()))) {
        stopping?.abort()
        closeDossier?.()
      }
    },
    end: () => {
      stopping?.abort()
      closeDossier?.()
    },
  }
}
