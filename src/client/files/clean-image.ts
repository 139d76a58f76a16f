// Draws an image anew, so that what leaves the phone is its pixels alone: the right way up, not too large, on white, without a word of
// where, when or with what it was taken. The same code runs in the Worker and on a page whose Worker cannot draw.
import type { Bytes } from '../../crypto/encoding.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { bareJpeg } from './bare-jpeg.ts'

/** The longer side, in pixels: enough to read a screenshot, too little to count pores. */
export const COPY_PIXELS = 2048
export const THUMBNAIL_PIXELS = 160
const QUALITY = 0.9

/** Two JPEGs. `width` and `height`, in pixels, are of `image`. */
export interface CleanCopy {
  image: Bytes
  thumbnail: Bytes
  width: number
  height: number
}

/**
 * `unreadable`: the browser does not see a picture in it. `untrue-canvas`: it gives back other pixels than were drawn, as some do
 * against tracking, so that a copy would show noise. `no-canvas`: it cannot draw here.
 */
export type CleanFault = 'unreadable' | 'untrue-canvas' | 'no-canvas'

/** A canvas, in a Worker or on a page. `toJpeg` is null when the browser does not give one. */
export interface Surface {
  canvas: CanvasImageSource
  pen: Pick<
    OffscreenCanvasRenderingContext2D,
    'drawImage' | 'fillRect' | 'fillStyle' | 'getImageData' | 'imageSmoothingQuality'
  >
  toJpeg: (quality: number) => Promise<Blob | null>
}

/** Null where the browser has no such canvas. */
export type MakeSurface = (width: number, height: number) => Surface | null

export async function cleanImage(
  file: Blob,
  makeSurface: MakeSurface,
): Promise<Result<CleanCopy, CleanFault>> {
  const probe = makeSurface(PROBE_PIXELS, 1)
  if (!probe) return decline('no-canvas')
  if (!givesBackWhatWasDrawn(probe)) return decline('untrue-canvas')
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return decline('unreadable')
  const drawn = draw(picture, picture, COPY_PIXELS, makeSurface)
  const { width, height } = drawn ?? picture
  picture.close()
  const small = drawn && draw(drawn.surface.canvas, drawn, THUMBNAIL_PIXELS, makeSurface)
  const image = drawn && (await jpegOf(drawn.surface))
  const thumbnail = small && (await jpegOf(small.surface))
  return image && thumbnail ? accept({ image, thumbnail, width, height }) : decline('no-canvas')
}

/** The picture no larger than `most` pixels either way, and never larger than it is. Null where there is no canvas so large. */
function draw(
  picture: CanvasImageSource,
  size: { width: number; height: number },
  most: number,
  makeSurface: MakeSurface,
): { surface: Surface; width: number; height: number } | null {
  const scale = Math.min(1, most / Math.max(size.width, size.height))
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  const surface = makeSurface(width, height)
  if (!surface) return null
  const { pen } = surface
  // A JPEG has no transparency: without this, what is see-through would turn black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, width, height)
  return { surface, width, height }
}

async function jpegOf(surface: Surface): Promise<Bytes | null> {
  const blob = await surface.toJpeg(QUALITY)
  // A browser that does not write JPEG gives a PNG instead, and says so.
  if (blob?.type !== 'image/jpeg') return null
  return bareJpeg(new Uint8Array(await blob.arrayBuffer()))
}

const PROBE = [0x000000, 0xff0000, 0x00ff00, 0x0000ff, 0x336699, 0xcc9933, 0xffff00, 0x808080] as const
const PROBE_PIXELS = PROBE.length
/** Some browsers move each colour by a step or two; that shows nowhere. */
const TOLERATED = 8

function givesBackWhatWasDrawn({ pen }: Surface): boolean {
  for (const [index, colour] of PROBE.entries()) {
    pen.fillStyle = `#${colour.toString(16).padStart(6, '0')}`
    pen.fillRect(index, 0, 1, 1)
  }
  const { data } = pen.getImageData(0, 0, PROBE_PIXELS, 1)
  return PROBE.every((colour, index) =>
    [colour >> 16, (colour >> 8) & 0xff, colour & 0xff].every(
      (value, channel) => Math.abs(value - (data[4 * index + channel] ?? 0)) <= TOLERATED,
    ),
  )
}
