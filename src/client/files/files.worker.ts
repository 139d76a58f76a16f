// The files Worker: makes clean copies of images, and seals files part by part as the page asks for them.
// It never speaks to the network, and keeps nothing of a file once it is sealed or dropped.
import { digestHex } from '../../crypto/digest.ts'
import type { Bytes } from '../../crypto/encoding.ts'
import { sealInParts, type SealedContent } from '../../crypto/seal-parts.ts'
import { PART_BYTES } from '../../protocol/limits.ts'
import { cleanImage, type MakeSurface } from './clean-image.ts'
import type { Content, FilesAnswer, FilesRequest } from './files-messages.ts'

const sealings = new Map<number, AsyncGenerator<Bytes, SealedContent>>()

const makeSurface: MakeSurface = (width, height) => {
  if (typeof OffscreenCanvas === 'undefined') return null
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  return pen && { canvas, pen, toJpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }) }
}

async function* piecesOf(content: Content): AsyncGenerator<Bytes> {
  const file = content instanceof Blob ? content : new Blob([content])
  for (let at = 0; at < file.size; at += PART_BYTES)
    yield new Uint8Array(await file.slice(at, at + PART_BYTES).arrayBuffer())
}

const lengthOf = (content: Content): number => (content instanceof Blob ? content.size : content.length)

/** The file was deleted, changed, or is out of reach since it was chosen (File API, §7.1). */
const isGone = (error: unknown): boolean =>
  error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name)

async function nextOf(turn: number): Promise<FilesAnswer> {
  const step = await sealings.get(turn)?.next()
  if (!step) return { type: 'failed', turn, reason: 'failed' }
  if (step.done) {
    sealings.delete(turn)
    return { type: 'sealed', turn, content: step.value }
  }
  return { type: 'part', turn, part: { bytes: step.value, sha256: await digestHex(step.value) } }
}

async function answerTo(request: Exclude<FilesRequest, { type: 'drop' }>): Promise<FilesAnswer> {
  const { turn } = request
  if (request.type === 'clean') {
    const copy = await cleanImage(request.file, makeSurface)
    return copy.ok
      ? { type: 'cleaned', turn, copy: copy.value }
      : { type: 'failed', turn, reason: copy.reason }
  }
  if (request.type === 'seal')
    sealings.set(turn, sealInParts(lengthOf(request.content), piecesOf(request.content)))
  return nextOf(turn)
}

addEventListener('message', ({ data }: MessageEvent<FilesRequest>) => {
  if (data.type === 'drop') {
    sealings.delete(data.turn)
    return
  }
  answerTo(data).then(
    // Handed over rather than copied: the page holds the part, and the Worker no longer does.
    (answer) => postMessage(answer, answer.type === 'part' ? [answer.part.bytes.buffer] : []),
    (error: unknown) => {
      sealings.delete(data.turn)
      const reason = isGone(error) ? 'unreadable' : 'failed'
      postMessage({ type: 'failed', turn: data.turn, reason } satisfies FilesAnswer)
    },
  )
})
