// The files that one adds to a message: one tray for the whole page, laid under one association's box at a time, and the way ahead of the
// message that tells of them. It keeps nothing of them once it is wiped, and none ever goes to an association it was not chosen for.
import type { Attachments } from '../../protocol/attachment.ts'
import { accept, type Result } from '../../protocol/result.ts'
import { find, findAll, show } from '../dom.ts'
import { piecesOf } from '../files/chosen-file.ts'
import { FileTray } from '../files/file-tray.ts'
import { FilesDesk } from '../files/files-desk.ts'
import type { FilesStop, Holder } from '../files/files-for.ts'
import { SendingFiles } from '../files/sending-files.ts'
import { SendingFilesView } from '../files/sending-files-view.ts'
import type { MessageFiles } from './message-files.ts'

export class BackFiles implements MessageFiles {
  readonly #home = find('[data-files-home]')
  readonly #part = find('[data-added-files]', this.#home)
  readonly #root = find('[data-tray]', this.#part)
  readonly #desk = new FilesDesk()
  readonly #tray = new FileTray(this.#root, this.#desk)
  readonly #view: SendingFilesView
  readonly #sending: SendingFiles
  /** Under whose box it lies. */
  #association: string | null = null
  #version = 0
  #locked = false

  /** `solve` gives the `Proof` header for a challenge; null when it fails. */
  constructor(solve: (challenge: string) => Promise<string | null>) {
    const going = find('[data-files-sending]', this.#part)
    this.#view = new SendingFilesView(going, () => this.#goWithout())
    this.#sending = new SendingFiles({ tray: this.#tray, desk: this.#desk, view: this.#view, solve })
    this.#root.addEventListener('input', () => {
      this.#version++
      if (!this.#locked) this.#view.clear()
    })
    going.addEventListener('click', () => {
      // The button that took the last file out is gone with its line.
      if (!this.#locked && document.activeElement === document.body) find('input', this.#root).focus()
    })
    this.#part.addEventListener('keydown', (event) => {
      // In a form, Enter on a tick would send it.
      const { key, target } = event
      if (key === 'Enter' && (target as Element).matches('[type="checkbox"]')) event.preventDefault()
    })
  }

  get version(): number {
    return this.#version
  }

  get goes(): boolean {
    return this.#tray.files.some((file) => piecesOf(file).length > 0)
  }

  /** Once all that was chosen has been looked at: whether any file would go to this association. */
  async goTo(association: string): Promise<boolean> {
    if (association !== this.#association) return false
    await this.#tray.settled()
    return this.goes
  }

  /** What goes with a message to this association; null where none was to be added. */
  of(association: string): MessageFiles | null {
    return association === this.#association ? this : null
  }

  /** Of a box that has just been drawn: it takes the tray over from the one it takes the place of. */
  arm(form: HTMLFormElement, association: string): void {
    if (association === this.#association) this.#layUnder(form)
    find('[data-attach]', form).addEventListener('click', () => this.#open(form, association))
  }

  /** After cards were drawn again. Whoever can no longer be written to gets no file either. */
  drawn(): void {
    if (this.#association !== null && !this.#part.isConnected) this.wipe()
  }

  /** While a message is on its way nothing can be added to it. */
  lock(locked: boolean): void {
    this.#locked = locked
    show(this.#root, !locked)
  }

  async send(): Promise<Result<null, FilesStop>> {
    const sent = await this.#sending.prepare([])
    return sent.ok ? accept(null) : sent
  }

  async hold(holder: Holder): Promise<Result<Attachments | null, FilesStop>> {
    const held = await this.#sending.prepare([holder])
    return held.ok ? accept(held.value.get(holder.association) ?? null) : held
  }

  /** Files, sealed parts and Worker go; the tray goes back to where it was. */
  wipe(): void {
    this.#sending.wipe()
    this.#tray.clear()
    this.#desk.close()
    this.lock(false)
    this.#goHome()
  }

  #open(form: HTMLFormElement, association: string): void {
    const elsewhere = this.#locked || (this.#association !== association && this.#tray.any)
    show(find('[data-files-elsewhere]', form), elsewhere)
    if (elsewhere) return
    this.#goHome()
    this.#association = association
    this.#layUnder(form)
    this.#part.focus()
  }

  #layUnder(form: HTMLFormElement): void {
    find('[data-files-place]', form).append(this.#part)
    show(find('[data-attach]', form), false)
  }

  #goHome(): void {
    const form = this.#part.closest('form')
    if (form) show(find('[data-attach]', form))
    for (const said of findAll('[data-files-elsewhere]')) show(said, false)
    this.#home.append(this.#part)
    this.#association = null
  }

  #goWithout(): void {
    const form = this.#part.closest('form')
    this.#tray.clear()
    this.#view.clear()
    if (form) find('button[type=submit]', form).click()
  }
}
