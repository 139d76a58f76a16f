// What an envelope may say of a file: names that tell nothing, kinds of the list, sizes within what one report may hold.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { sealedLength } from '../../src/crypto/seal-parts.ts'
import { Attachment, Attachments } from '../../src/protocol/attachment.ts'
import { attachmentName, FILE_KINDS, type FileKind } from '../../src/protocol/file-kinds.ts'
import { MAX_FILE_BYTES, MAX_FILES, PART_BYTES } from '../../src/protocol/limits.ts'

const part = 'a'.repeat(64)
const hold = 'b'.repeat(64)
const photo = {
  name: 'piece-1.jpg',
  kind: 'jpeg' as const,
  mediaType: 'image/jpeg',
  bytes: 1000,
  sessionKey: 'c'.repeat(64),
  sha256: 'd'.repeat(64),
  parts: [part],
}
const isValid = (changes: object): boolean => v.is(Attachment, { ...photo, ...changes })

describe('an attachment', () => {
  it('is called by its number and its kind, for every kind there is', () => {
    for (const kind of Object.keys(FILE_KINDS) as FileKind[]) {
      const { mediaType } = FILE_KINDS[kind]
      expect(isValid({ kind, mediaType, name: attachmentName(MAX_FILES, kind) })).toBe(true)
      expect(isValid({ kind, mediaType, name: attachmentName(MAX_FILES + 1, kind) })).toBe(false)
      expect(isValid({ kind, mediaType, name: attachmentName(0, kind) })).toBe(false)
    }
  })

  it('is never called as it was on the phone, nor as what it is not', () => {
    for (const name of [
      'IMG_0042.jpg',
      'piece-1.png',
      'piece-1.jpg.exe',
      '../piece-1.jpg',
      'piece-01.jpg',
      '',
    ])
      expect(isValid({ name })).toBe(false)
    expect(isValid({ mediaType: 'text/html' })).toBe(false)
    expect(isValid({ kind: 'svg', name: 'piece-1.svg', mediaType: 'image/svg+xml' })).toBe(false)
  })

  it('says so when it is the original beside a clean copy', () => {
    expect(isValid({ name: 'piece-1-original.jpg', original: true })).toBe(true)
    expect(isValid({ name: 'piece-1-original.jpg' })).toBe(false)
    expect(isValid({ original: true })).toBe(false)
    expect(
      v.is(Attachments, { hold, files: [photo, { ...photo, name: 'piece-1-original.jpg', original: true }] }),
    ).toBe(true)
    expect(v.is(Attachments, { hold, files: [photo, photo] })).toBe(false)
  })

  it('has one byte at least and 25 MiB at most, in as many parts as that takes', () => {
    const parts = Array.from({ length: Math.ceil(sealedLength(MAX_FILE_BYTES) / PART_BYTES) }, () => part)
    expect(isValid({ bytes: MAX_FILE_BYTES, parts })).toBe(true)
    expect(isValid({ bytes: MAX_FILE_BYTES + 1, parts })).toBe(false)
    expect(isValid({ bytes: 0 })).toBe(false)
    expect(isValid({ parts: [] })).toBe(false)
    expect(isValid({ parts: Array.from({ length: 200 }, () => part) })).toBe(false)
  })

  it('has keys and hashes of their one length', () => {
    for (const wrong of ['', 'c'.repeat(63), 'C'.repeat(64), 'c'.repeat(65)]) {
      expect(isValid({ sessionKey: wrong })).toBe(false)
      expect(isValid({ sha256: wrong })).toBe(false)
      expect(isValid({ parts: [wrong] })).toBe(false)
      expect(v.is(Attachments, { hold: wrong, files: [photo] })).toBe(false)
    }
  })
})

describe('the attachments of one report', () => {
  const numbered = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...photo,
      bytes,
      name: attachmentName(index + 1, 'jpeg'),
    }))

  it('weigh 60 MiB together and not one byte more', () => {
    const mebibyte = 1024 * 1024
    expect(v.is(Attachments, { hold, files: numbered(3, 20 * mebibyte) })).toBe(true)
    const [first, ...rest] = numbered(3, 20 * mebibyte)
    expect(v.is(Attachments, { hold, files: [{ ...first, bytes: 20 * mebibyte + 1 }, ...rest] })).toBe(false)
  })

  it('are ten', () => {
    expect(v.is(Attachments, { hold, files: numbered(10, 1000) })).toBe(true)
    expect(v.is(Attachments, { hold, files: numbered(11, 1000) })).toBe(false)
  })
})
