// What may be sent is told by what is in a file: every kind of the list, every reason for a refusal, and names that lie.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { HEAD_BYTES, recogniseFile } from '../../src/domain/recognise-file.ts'
import { FILE_KINDS, IMAGE_KINDS, type FileKind } from '../../src/protocol/file-kinds.ts'
import { MAX_FILE_BYTES } from '../../src/protocol/limits.ts'
import { OTHER_IMAGES, PHOTOGRAPHS } from '../fixtures/files/terms.ts'

/** One byte for each character. */
const latin = (text: string): Bytes => Uint8Array.from(text, (char) => char.charCodeAt(0))
const longEnough = (head: Bytes): Bytes => concat(head, new Uint8Array(200))
const box = (name: string, body: string): string =>
  `\0\0\0${String.fromCharCode(8 + body.length)}${name}${body}`

const HEADS: readonly (readonly [FileKind, string, string])[] = [
  ['jpeg', 'of a camera', '\xff\xd8\xff\xe1\x12\x34Exif\0\0'],
  ['jpeg', 'of a messenger', '\xff\xd8\xff\xe0\0\x10JFIF\0'],
  ['jpeg', 'with no header segment', '\xff\xd8\xff\xdb\0\x43\0'],
  ['png', 'of a screenshot', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['webp', 'lossy', 'RIFF\x24\x10\0\0WEBPVP8 '],
  ['webp', 'lossless', 'RIFF\x24\x10\0\0WEBPVP8L'],
  ['webp', 'with features', 'RIFF\x24\x10\0\0WEBPVP8X'],
  ['gif', 'of 1989', 'GIF89a\x40\0\x30\0'],
  ['gif', 'of 1987', 'GIF87a\x40\0\x30\0'],
  ['pdf', 'of a bank', '%PDF-1.7\n%\xe2\xe3\xcf\xd3'],
  ['pdf', 'after a blank line', '\r\n%PDF-1.4\n'],
  ['pdf', 'after a byte order mark', '\xef\xbb\xbf%PDF-1.4\n'],
  ['mp4', 'of a phone', box('ftyp', 'mp42\0\0\0\0isommp42')],
  ['mp4', 'of a messenger', box('ftyp', 'isom\0\0\x02\0isomiso2avc1mp41')],
  ['mp4', 'of an old Android', box('ftyp', '3gp4\0\0\0\x003gp4')],
  ['mov', 'of an iPhone', box('ftyp', 'qt  \0\0\0\0qt  ')],
  ['mov', 'of before 2001', '\0\0\0\x08wide\0\x01\x02\x03mdat'],
  ['webm', 'of a browser', '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm'],
  ['mp3', 'with its title', 'ID3\x04\0\0\0\0\0\x23'],
  ['mp3', 'bare', '\xff\xfb\x90\x64'],
  ['m4a', 'of an iPhone', box('ftyp', 'M4A \0\0\0\0M4A mp42isom')],
  ['ogg', 'of WhatsApp', `OggS\0\x02${'\0'.repeat(22)}OpusHead`],
  ['ogg', 'with Vorbis', `OggS\0\x02${'\0'.repeat(21)}\x1e\x01vorbis`],
  ['wav', 'of a recorder', 'RIFF\x24\x10\0\0WAVEfmt '],
  ['amr', 'of an old phone', '#!AMR\n\x3c'],
  ['amr', 'in wide band', '#!AMR-WB\n\x04'],
]

const recognised = (text: string, name = 'sans-nom') => {
  const head = longEnough(latin(text))
  return recogniseFile(head, head.length, name)
}

describe('a file on the list', () => {
  it.each(HEADS)('is known by its content: %s %s', (kind, _whose, head) => {
    expect(recognised(head)).toEqual({ ok: true, value: kind })
    expect(recognised(head, 'document')).toEqual({ ok: true, value: kind })
  })

  it('is tried for every kind there is', () => {
    expect(new Set(HEADS.map(([kind]) => kind))).toEqual(new Set(Object.keys(FILE_KINDS)))
  })

  it.each([...PHOTOGRAPHS, ...OTHER_IMAGES])('is known when it is a whole one: %s', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url)))
    const seen = recogniseFile(bytes.subarray(0, HEAD_BYTES), bytes.length, name)
    expect(seen.ok && FILE_KINDS[seen.value].extension).toBe(name.split('.').at(-1))
  })

  it('is what it holds, not what it is called: a PNG called .jpg is a PNG', () => {
    expect(recognised('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'photo.jpg')).toEqual({ ok: true, value: 'png' })
    expect(recognised('\xff\xd8\xff\xe0\0\x10JFIF\0', 'reçu.pdf')).toEqual({ ok: true, value: 'jpeg' })
  })

  it('may have 25 MiB and not one byte more', () => {
    const head = longEnough(latin('%PDF-1.7\n'))
    expect(recogniseFile(head, MAX_FILE_BYTES - 1, 'a.pdf').ok).toBe(true)
    expect(recogniseFile(head, MAX_FILE_BYTES, 'a.pdf').ok).toBe(true)
    expect(recogniseFile(head, MAX_FILE_BYTES + 1, 'a.pdf')).toEqual({ ok: false, reason: 'too-big' })
    expect(MAX_FILE_BYTES).toBe(26_214_400)
  })
})

describe('a file that cannot be sent', () => {
  it('is empty', () => {
    expect(recogniseFile(new Uint8Array(), 0, 'photo.jpg')).toEqual({ ok: false, reason: 'empty' })
    expect(recogniseFile(latin('x'), 1, 'photo')).toEqual({ ok: false, reason: 'not-on-the-list' })
  })

  it.each(['heic', 'heix', 'hevc', 'heim', 'mif1', 'msf1'])('is an iPhone’s photograph (%s)', (brand) => {
    const head = box('ftyp', `${brand}\0\0\0\0${brand}heic`)
    for (const name of ['IMG_0042.HEIC', 'IMG_0042.jpg', 'IMG_0042'])
      expect(recognised(head, name)).toEqual({ ok: false, reason: 'heic' })
  })

  it('is called an image and is none', () => {
    for (const [kind, , head] of HEADS) {
      const isImage = IMAGE_KINDS.some((image) => image === kind)
      for (const name of ['photo.jpg', 'PHOTO.JPEG', 'capture.png', 'photo.HEIC', 'a.pdf.webp'])
        expect(recognised(head, name)).toEqual(
          isImage ? { ok: true, value: kind } : { ok: false, reason: 'disguised' },
        )
    }
    expect(recognised('MZ\x90\0', 'photo.jpg')).toEqual({ ok: false, reason: 'disguised' })
  })

  it('only begins like one: a picture cut off after its first bytes', () => {
    expect(recogniseFile(latin('\xff\xd8\xff\xe0'), 99, 'a.jpg')).toEqual({ ok: false, reason: 'unreadable' })
    expect(recogniseFile(latin('\xff\xd8\xff\xe0'), 100, 'a.jpg')).toEqual({ ok: true, value: 'jpeg' })
    expect(recogniseFile(latin('%PDF-1.7'), 8, 'a.pdf')).toEqual({ ok: false, reason: 'unreadable' })
  })

  it.each([
    ['a program', 'MZ\x90\0'],
    ['an archive', 'PK\x03\x04'],
    ['a letter', 'PK\x03\x04\x14\0\x06\0[Content_Types].xml'],
    ['a web page', '<!doctype html><script>'],
    ['a drawing that can hold a script', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['a newer image', box('ftyp', 'avif\0\0\0\0avifmif1')],
    ['a newer image, named after its family', box('ftyp', 'mif1\0\0\0\0mif1avif')],
    ['a raw photograph', box('ftyp', 'crx \0\0\0\x01crx isom').replace('isom', 'cr3 ')],
    ['a Matroska film', '\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska'],
    ['a film in Ogg', `OggS\0\x02${'\0'.repeat(22)}\x80theora`],
    ['an old film', 'RIFF\x24\x10\0\0AVI LIST'],
    ['raw AAC', '\xff\xf1\x50\x80'],
    ['text in UTF-16', '\xff\xfeB\0o\0n\0'],
    ['a PDF hidden far into something else', `${'x'.repeat(70)}%PDF-1.7`],
  ])('is not on the list: %s', (_what, head) => {
    expect(recognised(head)).toEqual({ ok: false, reason: 'not-on-the-list' })
  })
})

describe('whatever its bytes and its name', () => {
  it('a file gets a verdict, and none is an image that does not begin as one', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.nat({ max: 2 * MAX_FILE_BYTES }),
        fc.string(),
        (...of) => {
          const verdict = recogniseFile(...of)
          const isImage = verdict.ok && IMAGE_KINDS.some((image) => image === verdict.value)
          expect(isImage && ![0xff, 0x89, 0x52, 0x47].includes(of[0][0] ?? 0)).toBe(false)
        },
      ),
    )
  })

  it('words are never taken for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!/^(?:GIF8|RIFF|OggS|ID3|#!AMR|\s*\uFEFF?\s*%PDF|.{4}(?:ftyp|moov|mdat|wide))/s.test(text))
        const bytes = utf8(text)
        expect(recogniseFile(bytes, bytes.length, 'a')).toEqual({ ok: false, reason: 'not-on-the-list' })
      }),
    )
  })
})
