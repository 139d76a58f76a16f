// The page's side of the files Worker: looks at a file, asks for its clean copy, asks for its sealed parts one by one. A Worker that
// throws, goes silent or never arrives gives a reason; nothing half sealed is ever taken for a file.
import type { SealedContent } from '../../crypto/seal-parts.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { WorkerLine } from '../worker-line.ts'
import { cleanImage, type CleanCopy, type MakeSurface } from './clean-image.ts'
import type { Content, FilesAnswer, FilesFault, FilesRequest, SealedPart } from './files-messages.ts'

/** A sealed file: what opens it, and the SHA-256 of each of its parts in order. */
export interface SealedFile extends SealedContent {
  parts: readonly string[]
}

/** For browsers whose Workers cannot draw. */
const pageSurface: MakeSurface = (width, height) => {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d')
  return (
    pen && {
      canvas,
      pen,
      toJpeg: (quality) => new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality)),
    }
  )
}

export class FilesDesk {
  readonly #line = new WorkerLine<FilesRequest, FilesAnswer>('files')

  /** A copy of an image without anything but its pixels. */
  async clean(file: Blob): Promise<Result<CleanCopy, FilesFault>> {
    const answer = await this.#ask({ type: 'clean', turn: this.#line.nextTurn(), file })
    if (answer?.type === 'cleaned') return accept(answer.copy)
    const reason = faultOf(answer)
    return reason === 'no-canvas' ? cleanImage(file, pageSurface) : decline(reason)
  }

  /**
   * Seals a file. `onPart` is given each part in its turn, and the next is made when it has done with it: true to go on. Both the
   * file and whoever takes its parts may be slow; at most one part is held here.
   */
  async seal(
    content: Content,
    onPart: (part: SealedPart) => Promise<boolean>,
  ): Promise<Result<SealedFile, FilesFault | 'stopped'>> {
    const turn = this.#line.nextTurn()
    const parts: string[] = []
    let answer = await this.#ask({ type: 'seal', turn, content })
    while (answer?.type === 'part') {
      parts.push(answer.part.sha256)
      if (!(await onPart(answer.part))) {
        this.#line.tell({ type: 'drop', turn })
        return decline('stopped')
      }
      answer = await this.#ask({ type: 'next', turn })
    }
    return answer?.type === 'sealed' ? accept({ ...answer.content, parts }) : decline(faultOf(answer))
  }

  /** Ends the Worker, and with it all it holds. Whoever waits on it hears that it failed. */
  close(): void {
    this.#line.close()
  }

  /** Null when nothing was answered. */
  async #ask(request: FilesRequest): Promise<FilesAnswer | null> {
    const answer = await this.#line.ask(request, (each) => (each.turn === request.turn ? each : undefined))
    return answer.ok ? answer.value : null
  }
}

const faultOf = (answer: FilesAnswer | null): FilesFault =>
  answer?.type === 'failed' ? answer.reason : 'failed'
