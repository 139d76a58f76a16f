// Shows how far the files have come, a bar each, and what stopped them. Words are in the page; each file may be taken out on its way.
import { copyTemplate, find, setText, show, showOne } from '../dom.ts'
import type { ChosenFile } from './chosen-file.ts'
import type { FilesFault } from './files-messages.ts'
import type { UploadFault } from './part-line.ts'

interface Going {
  file: ChosenFile
  /** How many parts it makes. */
  parts: number
}

const SAID_APART: readonly string[] = ['unreachable', 'storage-short']
const UNREAD: readonly string[] = ['unreadable', 'failed', 'no-canvas', 'untrue-canvas']

export class SendingFilesView {
  readonly #root: HTMLElement
  readonly #rows = new Map<ChosenFile, HTMLElement>()
  #cancelled: (file: ChosenFile) => void = () => {}
  #there = 0

  /**
   * @param root the `[data-files-sending]` of the page
   * @param onWithout everything is to go without any file
   */
  constructor(root: HTMLElement, onWithout: () => void) {
    this.#root = root
    find('[data-without-files]', root).addEventListener('click', onWithout)
    for (const change of ['online', 'offline']) addEventListener(change, () => this.#sayWhetherOnline())
  }

  onCancel(cancelled: (file: ChosenFile) => void): void {
    this.#cancelled = cancelled
  }

  begin(files: readonly Going[]): void {
    this.#there = 0
    this.#rows.clear()
    for (const { file, parts } of files) this.#rows.set(file, this.#draw(file, parts))
    find('ul', this.#root).replaceChildren(...this.#rows.values())
    show(find('[data-files-fault]', this.#root), false)
    showOne(find('[role="status"]', this.#root), 'going')
    this.#count()
    this.#sayWhetherOnline()
    show(this.#root)
  }

  /** So many of its parts are kept. */
  kept(file: ChosenFile, parts: number): void {
    const row = this.#rows.get(file)
    if (!row) return
    showOne(row, 'going')
    const bar = find<HTMLProgressElement>('progress', row)
    bar.value = parts
    setText(row, 'share', percent(parts / bar.max))
  }

  there(file: ChosenFile): void {
    const row = this.#rows.get(file)
    if (!row) return
    showOne(row, 'there')
    this.#there++
    this.#count()
  }

  forget(file: ChosenFile): void {
    this.#rows.get(file)?.remove()
    this.#rows.delete(file)
    this.#count()
  }

  /** `file` is the one that was on its way, if it was one. */
  fail(reason: UploadFault | FilesFault, file: ChosenFile | null): void {
    const fault = find('[data-files-fault]', this.#root)
    const isUnread = file !== null && UNREAD.includes(reason)
    showOne(fault, SAID_APART.includes(reason) ? reason : isUnread ? 'unread' : 'refused')
    setText(fault, 'name', file?.name ?? '')
    setText(fault, 'code', reason)
    showOne(find('[role="status"]', this.#root), null)
    show(fault)
  }

  clear(): void {
    this.#rows.clear()
    find('ul', this.#root).replaceChildren()
    show(this.#root, false)
  }

  #draw(file: ChosenFile, parts: number): HTMLElement {
    const row = copyTemplate('going-file')
    setText(row, 'name', file.name)
    showOne(row, 'waiting')
    const bar = find<HTMLProgressElement>('progress', row)
    bar.max = parts
    bar.value = 0
    find('button', row).addEventListener('click', () => {
      this.#cancelled(file)
      find('[role="status"]', this.#root).focus()
    })
    return row
  }

  #count(): void {
    setText(this.#root, 'there', String(this.#there))
    setText(this.#root, 'files', String(this.#rows.size))
  }

  #sayWhetherOnline(): void {
    show(find('[data-offline]', this.#root), !navigator.onLine)
  }
}

const percent = (share: number): string =>
  new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(Math.min(share, 1))
