// The two recovery sheets, one after the other: eight words each, printed or copied by hand, then gone from the page. What is left of
// them is the certificate that the words stand for.
import { showCode } from '../code/code-view.ts'
import { copyTemplate, find, setText, showOne } from '../dom.ts'
import type { KeyHolder } from '../inbox/key-holder.ts'
import { RECOVERY_KEYS } from '../../protocol/limits.ts'

export interface SheetsForm {
  root: HTMLElement
  /** Draws the first sheet. */
  begin: () => Promise<void>
  end: () => void
}

/** `onMade` hears the certificates, binary, in base64, once both sheets were noted; `onBroken`, that none could be made. */
export function makeSheetsForm(
  holder: KeyHolder,
  association: string,
  onMade: (sheets: readonly string[]) => Promise<void>,
  onBroken: () => void,
): SheetsForm {
  const root = copyTemplate('sheets')
  const paper = find('[data-print-alone]', root)
  const next = find<HTMLButtonElement>('[data-part="next-sheet"]', root)
  const certificates: string[] = []
  let latest: string | null = null
  let busy = false

  const draw = async (): Promise<void> => {
    latest = null
    const drawn = await holder.ask({ ask: 'draw-words' })
    const made = drawn.ok ? await holder.ask({ ask: 'sheet', code: drawn.value }) : drawn
    if (!drawn.ok || !made.ok) return onBroken()
    showCode(paper, null)
    showCode(paper, drawn.value)
    setText(paper, 'sheet', String(certificates.length + 1))
    showOne(next, certificates.length + 1 < RECOVERY_KEYS ? 'next' : 'finish')
    latest = made.value
    find('[data-part="sheet-title"]', paper).focus()
  }

  setText(paper, 'sheet-association', association)
  find('[data-part="print-sheet"]', root).addEventListener('click', () => print())
  next.addEventListener('click', async () => {
    if (busy) return
    busy = true
    try {
      if (latest !== null) certificates.push(latest)
      latest = null
      if (certificates.length < RECOVERY_KEYS) return await draw()
      showCode(paper, null)
      // Where it did not go well it can be tried again, with the same two sheets.
      await onMade(certificates)
    } finally {
      busy = false
    }
  })
  return { root, begin: draw, end: () => showCode(paper, null) }
}
