// What the workspace and the frame that shows a file say to each other. The frame is told of a kind, never of a media type: it can make
// nothing else of the bytes than an image, a sound or a video.
import type { Bytes } from '../../crypto/encoding.ts'
import { FILE_KINDS, type FileKind } from '../../protocol/file-kinds.ts'

/** To the frame, once it is ready. `label` says what it is to whoever cannot see it, in the language `lang`. */
export interface Showing {
  kind: FileKind
  bytes: Bytes
  label: string
  lang: string
}

/** From the frame. `failed`: this browser can make nothing of it. */
export const TOLD = ['ready', 'shown', 'failed'] as const
export type Told = (typeof TOLD)[number]

export type Shape = 'image' | 'audio' | 'video'

/** Null for what is only ever downloaded: a PDF can run programs and call home, and no browser plays AMR. */
export function shapeOf(kind: FileKind): Shape | null {
  if (kind === 'amr') return null
  const [shape] = FILE_KINDS[kind].mediaType.split('/')
  return shape === 'image' || shape === 'audio' || shape === 'video' ? shape : null
}
