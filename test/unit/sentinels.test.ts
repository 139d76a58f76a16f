// The search for words that must not be seen finds them however they were written or packed: what it does not find is not there.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { foundIn, hunt, sentinel } from '../support/sentinels.ts'

const words = ['narrative', 'platform'].map(sentinel)
const said = `{"narrative":"avant ${words[0]} après","platform":"${words[1]}"}`
const plain = Buffer.from(said)
const big = Buffer.from(plain.toString('utf16le'), 'utf16le')

const WRITTEN: [string, string | Uint8Array][] = [
  ['as they are', plain],
  ['in lower case', said.toLowerCase()],
  ['in upper case', said.toUpperCase()],
  ['in latin-1', Buffer.from(said, 'latin1')],
  ['in UTF-16', Buffer.from(said, 'utf16le')],
  ['in UTF-16, the other way round', Buffer.from(said, 'utf16le').swap16()],
  ['in hexadecimal', plain.toString('hex')],
  ['in capital hexadecimal', plain.toString('hex').toUpperCase()],
  ['percent-encoded', encodeURIComponent(said)],
  [
    'percent-encoded in lower case',
    encodeURIComponent(said).replaceAll(/%../g, (each) => each.toLowerCase()),
  ],
  ['as a form', new URLSearchParams({ said }).toString()],
  ['escaped in JSON', said.replaceAll('É', '\\u00c9')],
  ['escaped in JSON in capitals', said.replaceAll('É', '\\u00C9')],
  ['escaped in HTML', said.replaceAll('É', '&#201;')],
  ...[0, 1, 2].map((shift): [string, string] => [
    `in base64 after ${shift} bytes`,
    Buffer.concat([Buffer.alloc(shift, 'x'), plain]).toString('base64'),
  ]),
  ['in base64 for addresses', plain.toString('base64url')],
  ['in UTF-16, then base64', Buffer.from(said, 'utf16le').toString('base64')],
  ['in brotli', brotliCompressSync(plain)],
  ['in gzip', gzipSync(plain)],
  ['in zlib', deflateSync(plain)],
  ['in bare deflate', deflateRawSync(plain)],
  ['in zstd', zstdCompressSync(plain)],
  ['in gzip, in the middle of something else', Buffer.concat([big, Buffer.alloc(99, 7), gzipSync(plain)])],
  ['in zlib that was cut off', deflateSync(Buffer.concat([plain, big, big])).subarray(0, -6)],
]

describe('a word that must not be seen', () => {
  it.each(WRITTEN)('is found %s', (_how, bytes) => {
    expect(foundIn(bytes, words)).toEqual(words)
  })

  it('is not found where it is not, nor in another’s place', () => {
    expect(foundIn('Zq et rien de plus', words)).toEqual([])
    expect(foundIn(`only ${words[1]}`, words)).toEqual([words[1]])
  })

  it('is found in any file of a folder, in its name too, and the place is told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'balise-hunt-'))
    const [inside, named] = [join(folder, 'store.db-wal'), join(folder, `${words[1]}.jpg`)]
    await writeFile(inside, gzipSync(`${words[0]}`))
    await writeFile(named, '')
    const places = {
      folders: [folder],
      texts: { log: 'kept 1', url: `/?${encodeURIComponent(words[0] ?? '')}` },
    }
    expect(await hunt(places, words)).toEqual({ [inside]: [words[0]], [named]: [words[1]], url: [words[0]] })
    expect(await hunt(places, [sentinel('elsewhere')])).toEqual({})
    await rm(folder, { recursive: true })
  })
})
