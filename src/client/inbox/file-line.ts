// One file of a case on screen: what it is, what it may tell, and the two ways to have it. Nothing is fetched before someone asks, and
// what is not what it says is never shown.
import type { Attachment } from '../../protocol/attachment.ts'
import { copyTemplate, find, setText, show } from '../dom.ts'
import { shapeOf, type Shape } from '../viewer/viewer-messages.ts'
import { openFrame } from './file-frame.ts'
import type { FileOpener, OpenedFile } from './file-opener.ts'
import { saveFile } from './save-file.ts'
import { bytesInWords, type Words } from './words.ts'

export interface FileLine {
  line: HTMLElement
  /** Takes away what is shown, and every way to have more of it. */
  close: () => void
}

export type FileWarning = 'pdf' | 'disguised' | 'not-shown'

export function makeFileLine(
  attachment: Attachment,
  { open }: FileOpener,
  words: Words,
  announce: (text: string) => void,
): FileLine {
  const { name, kind, parts } = attachment
  const line = copyTemplate('file')
  const ways = find('[data-part="file-ways"]', line)
  const showButton = find<HTMLButtonElement>('[data-part="file-show"]', line)
  const saveButton = find<HTMLButtonElement>('[data-part="file-save"]', line)
  const bringing = find('[data-part="file-bringing"]', line)
  const progress = find<HTMLProgressElement>('progress', bringing)
  const warning = find('[data-part="file-warning"]', line)
  const fault = find('[data-part="file-fault"]', line)
  const place = find('[data-part="file-place"]', line)
  const shape = shapeOf(kind)
  let stopping: AbortController | null = null
  let takeAway: (() => void) | null = null
  /** The warning that was read: what it warns of may then be taken. */
  let warned: FileWarning | null = kind === 'pdf' ? 'pdf' : shape ? null : 'not-shown'

  const warn = (about: FileWarning): void => {
    warned = about
    warning.textContent = words(`file-warning.${about}`)
    show(warning)
    show(showButton, false)
    if (about === 'disguised') setText(line, 'save', words('file.saveAnyway'))
  }
  const hide = (): void => {
    takeAway?.()
    takeAway = null
    setText(line, 'show', words('file.show'))
    showButton.setAttribute('aria-expanded', 'false')
  }
  /** Null when it was stopped or did not come, which the line then says; `asker` has the focus again. */
  const bring = async (asker: HTMLElement): Promise<OpenedFile | null> => {
    if (stopping) return null
    stopping = new AbortController()
    const { signal } = stopping
    fault.textContent = ''
    show(ways, false)
    show(bringing)
    find('[data-part="file-stop"]', bringing).focus()
    const onPart = (count: number): void => {
      progress.value = count
    }
    const answer = await open(attachment, onPart, signal)
    const hadFocus = bringing.contains(document.activeElement)
    stopping = null
    show(bringing, false)
    show(ways)
    if (hadFocus) asker.focus()
    if (signal.aborted) return null
    if (answer.ok) return answer.value
    fault.textContent = words(`file-fault.${answer.reason}`)
    return null
  }
  const notAsSaid = (): void => {
    warn('disguised')
    saveButton.focus()
    announce(words('file-warning.disguised'))
  }
  const showFile = ({ bytes }: OpenedFile, as: Shape): void => {
    const { lang } = document.documentElement
    const label = `${words(`file-kind.${kind}`)}, ${name}`
    takeAway = openFrame(place, { kind, bytes, label, lang }, as, (told) => {
      if (told === 'shown') return announce(words('file.shown'))
      hide()
      warn('not-shown')
      saveButton.focus()
      announce(words('file-warning.not-shown'))
    })
    setText(line, 'show', words('file.hide'))
    showButton.setAttribute('aria-expanded', 'true')
  }

  showButton.addEventListener('click', async () => {
    if (takeAway) return hide()
    const file = await bring(showButton)
    if (!file || !shape) return
    if (file.asSaid) showFile(file, shape)
    else notAsSaid()
  })
  saveButton.addEventListener('click', async () => {
    const file = await bring(saveButton)
    if (!file) return
    if (!file.asSaid && warned !== 'disguised') return notAsSaid()
    saveFile(file.asSaid ? name : `${name.slice(0, name.lastIndexOf('.'))}.bin`, file.bytes)
    announce(words('file.saved'))
  })
  find('[data-part="file-stop"]', bringing).addEventListener('click', () => stopping?.abort())

  setText(line, 'file-name', name)
  setText(line, 'kind', words(`file-kind.${kind}`))
  setText(line, 'size', bytesInWords(attachment.bytes))
  // Our own phones make every clean copy a JPEG.
  const clean = kind === 'jpeg' && !attachment.original
  setText(line, 'file-state', words(clean ? 'file.clean' : 'file.original'))
  setText(line, 'sha256', attachment.sha256)
  show(find('[data-part="file-digest"]', line), !clean)
  progress.max = parts.length
  if (warned) warn(warned)
  return {
    line,
    close: () => {
      stopping?.abort()
      hide()
      for (const part of [ways, bringing, warning]) part.remove()
    },
  }
}
