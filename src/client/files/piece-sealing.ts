// One piece on its way to being sealed and sent: it stays where it was left when the line is lost, and goes on from there, so that what is
// kept already keeps its hash. At most one part of it is in memory.
import type { Result } from '../../protocol/result.ts'
import type { FilesDesk, SealedFile } from './files-desk.ts'
import type { Content, FilesFault, SealedPart } from './files-messages.ts'
import type { UploadFault } from './part-line.ts'

type Step = { part: SealedPart } | { ended: Result<SealedFile, FilesFault | 'stopped'> }

export class PieceSealing {
  #step: Promise<Step>
  #arrive: (step: Step) => void = () => {}
  #goOn: (goOn: boolean) => void = () => {}
  #kept = 0
  #isBroken = false

  constructor(desk: Pick<FilesDesk, 'seal'>, content: Content) {
    this.#step = this.#nextStep()
    const ended = desk.seal(content, (part) => {
      const done = new Promise<boolean>((resolve) => (this.#goOn = resolve))
      this.#arrive({ part })
      return done
    })
    void ended.then((outcome) => this.#arrive({ ended: outcome }))
  }

  /** How many of its parts are kept. */
  get kept(): number {
    return this.#kept
  }

  /** It could not be sealed: what was kept of it is of no use. */
  get isBroken(): boolean {
    return this.#isBroken
  }

  /** Sends what is left of it. After a fault of `send` it may be called again, and begins with the part that did not arrive. */
  async send(
    send: (part: SealedPart) => Promise<Result<null, UploadFault>>,
    onKept: () => void,
  ): Promise<Result<SealedFile, UploadFault | FilesFault>> {
    for (;;) {
      const step = await this.#step
      if ('ended' in step) {
        this.#isBroken = !step.ended.ok
        return step.ended
      }
      const sent = await send(step.part)
      if (!sent.ok) return sent
      this.#kept++
      onKept()
      this.#step = this.#nextStep()
      this.#goOn(true)
    }
  }

  /** It is not wanted any more. */
  drop(): void {
    this.#goOn(false)
  }

  #nextStep(): Promise<Step> {
    return new Promise((resolve) => (this.#arrive = resolve))
  }
}
