// The files that a person chose on a page: takes each in, lets its owner decide what goes of it, and drops it when they say so. It sends
// nothing, and what it refuses leaves the rest untouched.
import { MAX_FILES, MAX_FILES_BYTES } from '../../protocol/limits.ts'
import { find, findAll, show } from '../dom.ts'
import { weightOf, type ChosenFile } from './chosen-file.ts'
import type { FilesDesk } from './files-desk.ts'
import { takeFile } from './take-file.ts'
import { drawFile, drawRefusal, writeSummary, type Refusal } from './tray-view.ts'

/** The element around the tray hears `input` whenever what would be sent is another thing. */
export class FileTray {
  readonly #root: HTMLElement
  readonly #desk: Pick<FilesDesk, 'clean'>
  readonly #cards = new Map<ChosenFile, HTMLElement>()
  #taking: Promise<void> = Promise.resolve()
  #waiting = 0
  /** What was chosen before a wiping is not taken in after it. */
  #turn = 0

  /** @param root the `[data-tray]` of the page */
  constructor(root: HTMLElement, desk: Pick<FilesDesk, 'clean'>) {
    this.#root = root
    this.#desk = desk
    const input = find<HTMLInputElement>('input[type="file"]', root)
    const takeChosen = (): void => {
      const chosen = [...(input.files ?? [])]
      // So that the same file can be chosen again, and the field holds none of them.
      input.value = ''
      if (chosen.length === 0) return
      this.#waiting++
      const turn = this.#turn
      this.#taking = this.#taking.then(() => this.#take(chosen, turn)).finally(() => this.#waiting--)
    }
    input.addEventListener('change', takeChosen)
    // Whoever was quicker than the script that looks at files finds theirs all the same.
    takeChosen()
  }

  /** In the order they were chosen. */
  get files(): readonly ChosenFile[] {
    return [...this.#cards.keys()]
  }

  /** Whether there is a file, or one is still being looked at. */
  get any(): boolean {
    return this.#cards.size > 0 || this.#waiting > 0
  }

  /** Once everything that was chosen has been looked at. */
  settled(): Promise<void> {
    return this.#taking
  }

  remove(file: ChosenFile): void {
    this.#cards.get(file)?.remove()
    if (this.#cards.delete(file)) this.#changed()
  }

  /** Drops every file. */
  clear(): void {
    this.#turn++
    for (const file of this.files) this.remove(file)
    this.#refuse([])
    show(find('[data-looking]', this.#root), false)
  }

  async #take(chosen: readonly File[], turn: number): Promise<void> {
    if (turn !== this.#turn) return
    const refusals: Refusal[] = []
    this.#refuse(refusals)
    const looking = find('[data-looking]', this.#root)
    show(looking)
    for (const file of chosen) {
      const { name } = file
      if (this.#cards.size >= MAX_FILES) {
        refusals.push({ name, fault: 'too-many' })
        continue
      }
      const taken = await takeFile(file, this.#desk)
      if (turn !== this.#turn) return
      if (!taken.ok) {
        refusals.push({ name, fault: taken.reason })
        continue
      }
      const one = { name, bytes: file.size, taken: taken.value, withOriginal: false, agreed: false }
      // One that may go as it is must have room to.
      if (weightOf([...this.files, { ...one, agreed: true }]) > MAX_FILES_BYTES)
        refusals.push({ name, fault: 'too-heavy' })
      else this.#add(one)
    }
    show(looking, false)
    this.#refuse(refusals)
  }

  #add(file: ChosenFile): void {
    const card = drawFile(file, {
      onRemove: () => this.#removeByHand(file),
      onDecide: (decision) => this.#decide(file, decision),
    })
    this.#cards.set(file, card)
    find('[data-tray-files]', this.#root).append(card)
    this.#changed()
  }

  /** False when all of it would be too much: the tick is taken back. */
  #decide(file: ChosenFile, decision: Partial<Pick<ChosenFile, 'withOriginal' | 'agreed'>>): boolean {
    const others = this.files.filter((each) => each !== file)
    if (weightOf([...others, { ...file, ...decision }]) > MAX_FILES_BYTES) return false
    Object.assign(file, decision)
    this.#changed()
    return true
  }

  /** Whoever uses keys stays where they were. */
  #removeByHand(file: ChosenFile): void {
    const next = this.#cards.get(file)?.nextElementSibling ?? this.#cards.get(file)?.previousElementSibling
    this.remove(file)
    const place = next?.querySelector<HTMLElement>('[data-remove]')
    if (place) place.focus()
    else find('input[type="file"]', this.#root).focus()
  }

  #refuse(refusals: readonly Refusal[]): void {
    const notice = find('[data-refusals]', this.#root)
    find('ul', notice).replaceChildren(...refusals.map(drawRefusal))
    show(notice, refusals.length > 0)
  }

  #changed(): void {
    const { files } = this
    writeSummary(this.#root, files)
    for (const place of findAll('[data-tray-some]', this.#root)) show(place, files.length > 0)
    this.#root.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
