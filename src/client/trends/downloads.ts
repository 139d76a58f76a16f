// Saves a sheet as a file, SVG or PNG. The image is drawn in this page, from an address of its own memory: nothing is fetched, and
// nothing is sent.
import type { Bytes } from '../../crypto/encoding.ts'
import { utf8 } from '../../crypto/encoding.ts'
import { saveFile } from '../inbox/save-file.ts'

/** A PNG has this many dots for each unit, so that it stays sharp in print. */
const DOTS = 2

const svgBytes = (sheet: SVGSVGElement): Bytes =>
  utf8(`<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(sheet)}\n`)

export const saveSvg = (name: string, sheet: SVGSVGElement): void => saveFile(`${name}.svg`, svgBytes(sheet))

/** False where the browser could not draw it: the SVG is there still. */
export async function savePng(name: string, sheet: SVGSVGElement): Promise<boolean> {
  const address = URL.createObjectURL(new Blob([svgBytes(sheet)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = sheet.viewBox.baseVal.width * DOTS
    canvas.height = sheet.viewBox.baseVal.height * DOTS
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob) saveFile(`${name}.png`, new Uint8Array(await blob.arrayBuffer()))
    return blob !== null
  } catch {
    return false
  } finally {
    URL.revokeObjectURL(address)
  }
}
