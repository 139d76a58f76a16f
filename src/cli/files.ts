// Reads and writes the files a command is given, and says in words what is wrong with one. It never replaces a file unless
// told to, and what it writes anew is readable by its owner alone.
import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fromUtf8, type Bytes } from '../crypto/encoding.ts'
import { done, refused, type Outcome } from './outcome.ts'

const MAX_FILE_BYTES = 4 * 1024 * 1024

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function fault(error: unknown, path: string, what: string): Outcome<never> {
  const reasons: Record<string, string> = {
    ENOENT: `There is no file ${path} (${what}). Check the path.`,
    EISDIR: `${path} is a folder; ${what} must be a file.`,
    EACCES: `${path} (${what}) may not be opened by you. Check who owns it.`,
    EPERM: `${path} (${what}) may not be opened by you. Check who owns it.`,
    EEXIST: `${path} already exists and is left as it is. Move it away, or choose another place.`,
    ENOTDIR: `A part of the path ${path} (${what}) is not a folder. Check the path.`,
    ENOSPC: `The disk is full: ${path} (${what}) was not written.`,
    EROFS: `${path} (${what}) is on a disk that cannot be written.`,
  }
  return refused(reasons[codeOf(error)] ?? `${path} (${what}) cannot be opened or written. Check the disk.`)
}

/** `what` names the file's part in the errors: "the report", "the certificate". */
export async function readBytes(path: string, what: string): Promise<Outcome<Bytes>> {
  try {
    if ((await stat(path)).size > MAX_FILE_BYTES) return refused(`${path} is far too large to be ${what}.`)
    return done(new Uint8Array(await readFile(path)))
  } catch (error) {
    return fault(error, path, what)
  }
}

export async function readText(path: string, what: string): Promise<Outcome<string>> {
  const bytes = await readBytes(path, what)
  if (!bytes.ok) return bytes
  try {
    return done(fromUtf8(bytes.value).replace(/^\uFEFF/, ''))
  } catch {
    return refused(`${path} is not text in UTF-8, so it cannot be ${what}.`)
  }
}

export async function readJson(path: string, what: string): Promise<Outcome<unknown>> {
  const text = await readText(path, what)
  if (!text.ok) return text
  try {
    return done(JSON.parse(text.value))
  } catch {
    return refused(`${path} is not valid JSON, so it cannot be ${what}.`)
  }
}

/** Whether a file lies there, whatever it is. */
export async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

/** SHA-256 of a file of any length, in hexadecimal; null when none can be read there. */
export async function hashOfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch {
    return null
  }
  return hash.digest('hex')
}

/** A folder for private files, made if it is missing. */
export async function makeFolder(path: string): Promise<Outcome> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    return done(undefined)
  } catch (error) {
    return fault(error, path, 'the folder')
  }
}

/** Writes a file that does not exist yet, down to the disk, mode 0600. */
export async function writeNew(path: string, contents: string | Uint8Array, what: string): Promise<Outcome> {
  try {
    await writeThrough(path, contents, constants.O_EXCL, 0o600)
    await syncPath(dirname(path))
    return done(undefined)
  } catch (error) {
    return fault(error, path, what)
  }
}

/** Replaces a file in one step, for its owner alone. */
export async function replacePrivate(path: string, contents: string, what: string): Promise<Outcome> {
  const beside = `${path}.new`
  await remove(beside)
  const written = await writeNew(beside, contents, what)
  if (!written.ok) return written
  try {
    await rename(beside, path)
    await syncPath(dirname(path))
    return done(undefined)
  } catch (error) {
    return fault(error, path, what)
  }
}

/** The text of a file; `-` is what is piped in. */
export async function readTextOrInput(path: string, what: string): Promise<Outcome<string>> {
  if (path !== '-') return readText(path, what)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > MAX_FILE_BYTES) return refused(`What was given to read is far too large to be ${what}.`)
  }
  try {
    return done(fromUtf8(new Uint8Array(Buffer.concat(chunks))))
  } catch {
    return refused(`What was given to read is not text in UTF-8, so it cannot be ${what}.`)
  }
}

/** Replaces a file that is public in one step: a reader sees the old one or the new one, whole. */
export async function replace(path: string, contents: string, what: string): Promise<Outcome> {
  const beside = `${path}.new`
  try {
    await writeThrough(beside, contents, constants.O_TRUNC, 0o644)
    await rename(beside, path)
    await syncPath(dirname(path))
    return done(undefined)
  } catch (error) {
    return fault(error, path, what)
  }
}

export const remove = (path: string): Promise<void> => rm(path, { force: true })

async function writeThrough(
  path: string,
  contents: string | Uint8Array,
  how: number,
  mode: number,
): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | how, mode)
  try {
    await file.writeFile(contents)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Puts a file, or the names in a folder, on the disk. */
export async function syncPath(path: string): Promise<void> {
  const opened = await open(path, 'r')
  await opened.sync().finally(() => opened.close())
}
