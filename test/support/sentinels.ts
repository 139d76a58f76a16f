// Words that must never be seen outside ciphertext, and the search for them in any bytes, in every form they could take.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A word no program makes by itself: one a field, so that a trace names the field it came from. */
export const sentinel = (field: string): string => `Zq${field.replaceAll(/[^a-zA-Z]/g, '')}Éxv7`

/** Every way the same words could be written: encodings, escapes, alignments of base64, cases. */
export function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word)
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64')
    return text.slice(shift === 0 ? 0 : 4, Math.floor(text.length / 4) * 4 - 4)
  })
  const escaped = JSON.stringify(word)
    .slice(1, -1)
    .replaceAll(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const texts = [
    word.toLowerCase(),
    word.toUpperCase(),
    escaped,
    encodeURIComponent(word),
    utf8.toString('hex'),
    ...aligned,
    ...aligned.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  return [
    utf8,
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'latin1'),
    ...texts.map((text) => Buffer.from(text)),
  ]
}

/** Which of the words can be found in the bytes. */
export function foundIn(bytes: Uint8Array | string, words: readonly string[]): string[] {
  const haystack = Buffer.from(bytes as string)
  return words.filter((word) => formsOf(word).some((form) => form.length > 5 && haystack.includes(form)))
}

/** Every file below a folder, whole: databases with their logs and shared memory too. */
export async function bytesBelow(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file)] as const)))
}
