// Words that must never be seen outside ciphertext, and the search for them in any bytes, in every form they could take.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib'

/** A word no program makes by itself: one a field, so that a trace names the field it came from. */
export const sentinel = (field: string): string => `Zq${field.replaceAll(/[^a-zA-Z]/g, '')}Éxv7`

/** `\u00e9` for every character that is not plain, in lower case. */
const escaped = (word: string): string =>
  JSON.stringify(word)
    .slice(1, -1)
    .replaceAll(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The three ways base64 can write the same bytes, by what stands before them; without the ends, which what is around them changes. */
const base64Of = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    return text.slice(shift === 0 ? 0 : 4, Math.floor(text.length / 4) * 4 - 4)
  })

/** A secret written out: its bytes are the same secret. */
const isHex = (word: string): boolean => /^(?:[0-9a-f]{2}){16,}$/.test(word)

const FORMS = new Map<string, Buffer[]>()

/** Every way the same words could be written: encodings, escapes, alignments of base64, cases. */
export function formsOf(word: string): Buffer[] {
  const known = FORMS.get(word)
  if (known) return known
  const utf8 = Buffer.from(word)
  const utf16 = Buffer.from(word, 'utf16le')
  const base64 = [...base64Of(utf8), ...base64Of(utf16)]
  const percents = encodeURIComponent(word)
  const texts = [
    word.toLowerCase(),
    word.toUpperCase(),
    escaped(word),
    escaped(word).replaceAll(/\\u[0-9a-f]{4}/g, (each) => `\\u${each.slice(2).toUpperCase()}`),
    percents,
    percents.replaceAll(/%../g, (each) => each.toLowerCase()),
    word.replaceAll(/[^ -~]/g, (c) => `&#${c.charCodeAt(0)};`),
    utf8.toString('hex'),
    utf8.toString('hex').toUpperCase(),
    ...(isHex(word) ? base64Of(Buffer.from(word, 'hex')) : []),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  const forms = [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(word, 'latin1'),
    ...(isHex(word) ? [Buffer.from(word, 'hex')] : []),
    ...texts.map((text) => Buffer.from(text)),
  ].filter((form) => form.length > 5)
  const distinct = [...new Map(forms.map((form) => [form.toString('latin1'), form])).values()]
  FORMS.set(word, distinct)
  return distinct
}

/** More than any page, store or log of a test holds: a bomb is not our concern here. */
const UNPACKED_BYTES = 64 * 1024 * 1024
/** What begins with these bytes may be packed: RFC 1952 §2.3.1; RFC 1950 §2.2 at its usual levels; RFC 8878 §3.1.1. */
const PACKED: [begins: Buffer, unpack: (bytes: Buffer) => Buffer][] = [
  [Buffer.of(0x1f, 0x8b, 0x08), (bytes) => gunzipSync(bytes, UNPACKING)],
  ...[0x01, 0x5e, 0x9c, 0xda].map((level): [Buffer, (bytes: Buffer) => Buffer] => [
    Buffer.of(0x78, level),
    (bytes) => inflateSync(bytes, UNPACKING),
  ]),
  [
    Buffer.of(0x28, 0xb5, 0x2f, 0xfd),
    (bytes) => zstdDecompressSync(bytes, { maxOutputLength: UNPACKED_BYTES }),
  ],
]
/** What is cut off, or followed by something else, is unpacked as far as it goes. */
const UNPACKING = { maxOutputLength: UNPACKED_BYTES, finishFlush: constants.Z_SYNC_FLUSH }

function unpacked(unpack: () => Buffer): Buffer[] {
  try {
    return [unpack()]
  } catch {
    return []
  }
}

/** The bytes, and whatever they are when unpacked: as a whole where nothing says so (brotli, deflate), from any place where something does. */
function layersOf(bytes: Buffer): Buffer[] {
  const within = PACKED.flatMap(([begins, unpack]) => {
    const found: Buffer[] = []
    for (let at = bytes.indexOf(begins); at >= 0; at = bytes.indexOf(begins, at + 1)) {
      const from = at
      found.push(...unpacked(() => unpack(bytes.subarray(from))))
    }
    return found
  })
  return [
    bytes,
    ...unpacked(() => brotliDecompressSync(bytes, { maxOutputLength: UNPACKED_BYTES })),
    ...unpacked(() => inflateRawSync(bytes, UNPACKING)),
    ...within,
  ]
}

interface Wanted {
  word: string
  form: Buffer
}

const SEARCHES = new Map<string, (Wanted[] | undefined)[]>()

/** By their first two bytes: so that a folder of stores is read once, however many words there are in however many forms. */
function searchFor(words: readonly string[]): (Wanted[] | undefined)[] {
  const name = words.join('\0')
  const known = SEARCHES.get(name)
  if (known) return known
  const search: (Wanted[] | undefined)[] = Array.from({ length: 2 ** 16 }, () => undefined)
  for (const word of words) {
    for (const form of formsOf(word)) (search[form.readUInt16BE()] ??= []).push({ word, form })
  }
  SEARCHES.set(name, search)
  return search
}

/** Which of the words can be found in the bytes. */
export function foundIn(bytes: Uint8Array | string, words: readonly string[]): string[] {
  const search = searchFor(words)
  const found = new Set<string>()
  for (const layer of layersOf(Buffer.from(bytes as string))) {
    for (let at = 0; at + 1 < layer.length; at++) {
      const wanted = search[((layer[at] ?? 0) << 8) | (layer[at + 1] ?? 0)]
      for (const { word, form } of wanted ?? []) {
        if (form.equals(layer.subarray(at, at + form.length))) found.add(word)
      }
    }
  }
  return words.filter((word) => found.has(word))
}

/** Where words are looked for. */
export interface Places {
  /** Each whole, with the names of its files: a data folder, a backup, a folder for what is temporary. */
  folders?: readonly string[]
  /** Outputs, answers, addresses, headers: by what they are. */
  texts?: Readonly<Record<string, string | Uint8Array>>
}

/** Place → the words that were found there. Empty when none was found anywhere. */
export async function hunt({ folders = [], texts = {} }: Places, words: readonly string[]) {
  const places: [string, string | Uint8Array][] = Object.entries(texts)
  for (const folder of folders) places.push(...(await bytesBelow(folder)))
  const found = places.map(([place, bytes]): [string, string[]] => [
    place,
    [...new Set([...foundIn(bytes, words), ...foundIn(place, words)])],
  ])
  return Object.fromEntries(found.filter(([, these]) => these.length > 0))
}

/** Every file below a folder, whole: databases with their logs and shared memory too. */
export async function bytesBelow(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)))
}
