// What is left of a JPEG: all that draws it, and not one word of who took it, where, or with what.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { concat, type Bytes } from '../../src/crypto/encoding.ts'
import { bareJpeg } from '../../src/client/files/bare-jpeg.ts'
import { BETRAYED, PHOTOGRAPHS } from '../fixtures/files/terms.ts'

const photograph = (name: string): Bytes =>
  new Uint8Array(readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url)))
const camera = photograph('camera-1.jpg')

/** Markers of a JPEG's segments before its picture, in order. */
function markersOf(jpeg: Bytes): number[] {
  const markers: number[] = []
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda;) {
    markers.push(jpeg[at + 1] ?? 0)
    at += 2 + ((jpeg[at + 2] ?? 0) << 8) + (jpeg[at + 3] ?? 0)
  }
  return markers
}

describe('a bare JPEG', () => {
  it.each(PHOTOGRAPHS)('says nothing any more: %s', (name) => {
    const [before, after] = [photograph(name), bareJpeg(photograph(name))]
    expect(Buffer.from(before).includes(BETRAYED)).toBe(true)
    expect(after && Buffer.from(after).includes(BETRAYED)).toBe(false)
    expect(after && markersOf(after).filter((marker) => marker > 0xe0 && marker !== 0xee)).toEqual([])
  })

  it('keeps its picture, bit by bit', () => {
    const scan = (jpeg: Bytes): string => Buffer.from(jpeg).toString('latin1').split('\xff\xda').at(-1) ?? ''
    const bare = bareJpeg(camera)
    expect(bare && scan(bare)).toBe(scan(camera))
    expect(scan(camera).length).toBeGreaterThan(50)
    expect(bare && bareJpeg(bare)).toEqual(bare)
  })

  it('ends where its picture ends: what phones hang after it is gone', () => {
    const film = concat(camera, Uint8Array.from(Buffer.from(`ftypmp42${BETRAYED}`)))
    expect(bareJpeg(film)).toEqual(bareJpeg(camera))
  })

  it('is not made of anything else, nor of one that was cut off', () => {
    expect(bareJpeg(photograph('text-and-exif.png'))).toBeNull()
    expect(bareJpeg(new Uint8Array())).toBeNull()
    for (const length of [2, 3, 4, 20, 500, camera.length - 200, camera.length - 1])
      expect(bareJpeg(camera.slice(0, length))).toBeNull()
  })
})
