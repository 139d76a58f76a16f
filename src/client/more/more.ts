// The part that the report page brings in: files, the return code, the pause, keeping for oneself, the letter to print. It lends the page
// what each envelope takes from the code, and drops everything when the page is wiped.
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import type { Keeping } from '../../protocol/mailbox.ts'
import { replyOf } from '../../sealing/reply.ts'
import { CodeDesk } from '../code/code-desk.ts'
import { find, findAll, show, showAll } from '../dom.ts'
import { shelf } from '../hand-over.ts'
import { applyConditions } from '../report/conditions.ts'
import { ProvingDesk } from '../report/proving-desk.ts'
import type { ReportGuest, ReportHouse } from '../report/report-house.ts'
import type { Resumed } from '../report/resumed.ts'
import { wayOf } from '../report/ways.ts'
import { isCaught, showCaught } from './caught.ts'
import { CodePanel } from './code-panel.ts'
import { clearComplaint, writeComplaint } from './complaint.ts'
import { giveBack, takeDraft } from './draft.ts'
import { letGo, PuttingAway, type Left } from './put-away.ts'
import { reportFiles } from './report-files.ts'

/** Steps that a story is not taken up at again: what was agreed to there is asked anew. */
const BEFORE_AGREEING = 'path'

function makeGuest({ form, journey, desk, rows, place, useCode, end }: ReportHouse): ReportGuest {
  const codes = new CodeDesk()
  const prover = new ProvingDesk()
  const files = reportFiles()
  const putting = new PuttingAway({ codes, desk, prover })
  let keys: ReturnKeys | null = null
  let numbers: Readonly<Record<string, number>> = {}

  const panel = new CodePanel(codes, (derived) => {
    keys = derived
    if (journey.current === 'pause') return void put('pause')
    if (wayOf(form) === 'keep') return void put(termIn(form) ?? 'month')
    useCode({ reply: replyOf(derived), links: derived.links, numbers })
    journey.goOn()
  })

  async function put(keep: Keeping): Promise<void> {
    const used = keys
    if (!used || isCaught(form, panel.code)) return showCaught(journey, form, panel.code)
    panel.show('putting')
    const at = place()
    const draftOf = (today: string) => takeDraft(form, rows.rows(), at, today)
    const kept = await putting.put(draftOf, keep, used)
    // Wiped, or gone elsewhere meanwhile.
    if (keys !== used || !['code', 'pause'].includes(journey.current)) return
    if (!kept.ok) return panel.show(kept.reason)
    for (const day of findAll('[data-kept-until]')) day.textContent = dayInWords(kept.value.until)
    sayOlder(!kept.value.alone)
    end(keep === 'pause' ? 'paused' : 'kept')
  }

  find('[data-without]').addEventListener('click', () => {
    codes.close()
    useCode(null)
    journey.goOn()
  })
  for (const again of findAll('[data-put-again]'))
    again.addEventListener(
      'click',
      () => void put(journey.current === 'pause' ? 'pause' : (termIn(form) ?? 'month')),
    )
  form.addEventListener('change', () => show(find('[data-term-missing]'), false))

  return {
    files,
    enter: (step) => {
      showAll('[data-files-stay]', files.any)
      if (step === 'ready') writeComplaint(form, rows.rows())
      if (step === 'pause') panel.open('pause')
      if (step === 'code') panel.open(wayOf(form) === 'keep' ? 'keep' : 'send')
    },
    allows: () => {
      const missing = journey.current === 'keep' && termIn(form) === null
      show(find('[data-term-missing]'), missing)
      if (missing) find('[data-term-missing]').focus()
      const caught = isCaught(form, panel.code)
      if (caught) showCaught(journey, form, panel.code)
      return !missing && !caught
    },
    letGo: () => {
      const { left } = putting
      putting.wipe()
      void letGoOf(left)
    },
    resume: (resumed: Resumed) => {
      keys = resumed.keys
      numbers = resumed.numbers
      putting.cameFrom(resumed.keys, resumed.message)
      panel.adopt(resumed.code, resumed.keys)
      giveBack(form, resumed.draft)
      const step = form.querySelector<HTMLElement>(`[data-step="${CSS.escape(resumed.draft.step)}"]`)
      const away = step?.dataset['off'] !== undefined || step?.dataset['chapter'] === undefined
      journey.arriveAt(away ? BEFORE_AGREEING : resumed.draft.step)
      show(find('[data-resumed]'))
      show(find('[data-resumed-withdrawn]'), resumed.withdrawn.length > 0)
    },
    wipe: () => {
      keys = null
      numbers = {}
      putting.wipe()
      panel.wipe()
      codes.close()
      prover.close()
      files.wipe()
      clearComplaint()
      show(find('[data-resumed]'), false)
      show(find('[data-caught]'), false)
    },
  }
}

/** The page is wiped at once: what is still to be done holds what it needs by itself. */
async function letGoOf(left: readonly Left[]): Promise<void> {
  sayOlder(left.length > 0)
  if (left.length === 0) return
  const own = new CodeDesk()
  const gone = await letGo(left, { codes: own, prover: new ProvingDesk() })
  own.close()
  sayOlder(gone.length < left.length)
}

/** Whether a text that was put away before may still be in a mailbox: the endings say no more than is so. */
function sayOlder(mayStay: boolean): void {
  showAll('[data-older-stays]', mayStay)
  showAll('[data-nothing-stays]', !mayStay)
}

const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  )

const termIn = (form: HTMLFormElement): Keeping | null =>
  (new FormData(form).get('keepFor') as Keeping | null) ?? null

if (shelf.report) {
  shelf.guest = makeGuest(shelf.report)
  applyConditions(shelf.report.form)
}
