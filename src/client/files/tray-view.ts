// Draws the chosen files: what each is, what would go of it, and why one was refused. Words are in the page; a name is shown as text, to
// its owner alone.
import type { FileFault } from '../../domain/recognise-file.ts'
import { FILE_KINDS, type FileKind } from '../../protocol/file-kinds.ts'
import { copyTemplate, find, findAll, setText, show, showAll, showOne } from '../dom.ts'
import { piecesOf, type ChosenFile } from './chosen-file.ts'
import type { FilesFault } from './files-messages.ts'

/** `too-heavy`: all together, with what was there already. */
export interface Refusal {
  name: string
  fault: FileFault | FilesFault | 'too-many' | 'too-heavy'
}

export interface FileActions {
  onRemove: () => void
  /** False when it cannot be so, for want of room. */
  onDecide: (decision: Partial<Pick<ChosenFile, 'withOriginal' | 'agreed'>>) => boolean
}

/** What the page calls a kind of file. */
type Family = 'image' | 'pdf' | 'audio' | 'video'

const familyOf = (kind: FileKind): Family => {
  if (kind === 'pdf') return kind
  return FILE_KINDS[kind].mediaType.split('/')[0] as Family
}

export function drawFile(file: ChosenFile, { onRemove, onDecide }: FileActions): HTMLElement {
  const { copy, original } = file.taken
  const card = copyTemplate('chosen-file')
  const family = copy || !original ? 'image' : familyOf(original.kind)
  setText(card, 'name', file.name)
  setText(card, 'size', sizeWords(file.bytes))
  find(copy ? '[data-as-it-is]' : '[data-clean]', card).remove()
  if (!original) find('[data-original]', card).remove()
  showOne(card, family)
  if (copy) showThumbnail(find<HTMLImageElement>('img', card), copy.thumbnail)
  for (const box of findAll<HTMLInputElement>('input', card))
    box.addEventListener('change', () => {
      const decided = onDecide(copy ? { withOriginal: box.checked } : { agreed: box.checked })
      show(find('[data-no-room]', card), !decided)
      if (!decided) box.checked = false
      showAll('[data-not-agreed]', !file.agreed, card)
    })
  find('[data-remove]', card).addEventListener('click', onRemove)
  return card
}

/** The browser has its own picture of it once it is loaded: the address goes at once. */
function showThumbnail(image: HTMLImageElement, jpeg: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([jpeg], { type: FILE_KINDS.jpeg.mediaType }))
  for (const end of ['load', 'error'])
    image.addEventListener(end, () => URL.revokeObjectURL(address), { once: true })
  image.src = address
  show(image)
}

export function drawRefusal({ name, fault }: Refusal): HTMLElement {
  const line = copyTemplate('refused-file')
  setText(line, 'name', name)
  showOne(line, fault)
  return line
}

/** What would go, for the letter to read over: a line a kind, with how many. Empty when nothing would. */
export function writeSummary(root: HTMLElement, files: readonly ChosenFile[]): void {
  const counts = new Map<string, number>()
  for (const { kind, original } of files.flatMap(piecesOf)) {
    const name = original ? 'original' : familyOf(kind)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const lines = findAll('[data-summary-words] [data-of]', root).flatMap((words) => {
    const count = counts.get(words.dataset['of'] ?? '')
    return count === undefined ? [] : [`${words.textContent ?? ''} ${count}`]
  })
  find('[data-field="files"]', root).textContent = lines.join('\n')
  show(find('[data-nothing-goes]', root), files.length > 0 && lines.length === 0)
}

/** « 4,2 Mo ». Below a tenth, it is a tenth. */
export const sizeWords = (bytes: number): string =>
  new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(Math.max(bytes / 1_000_000, 0.1))
