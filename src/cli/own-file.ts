// Reads a file that must be its owner's alone: a key that is kept, a passphrase. Where others may read it, it is not read.
import { stat } from 'node:fs/promises'
import { readBytes, readText } from './files.ts'
import { done, refused, type Outcome } from './outcome.ts'
import type { Bytes } from '../crypto/encoding.ts'

const OF_OTHERS = 0o077

/** `what` names the file's part in the errors: "the key". */
export async function readOwnBytes(path: string, what: string): Promise<Outcome<Bytes>> {
  const own = await isOwn(path, what)
  return own.ok ? await readBytes(path, what) : own
}

export async function readOwnText(path: string, what: string): Promise<Outcome<string>> {
  const own = await isOwn(path, what)
  return own.ok ? await readText(path, what) : own
}

/** A file that is missing is for whoever reads it to name. */
async function isOwn(path: string, what: string): Promise<Outcome> {
  const found = await stat(path).catch(() => null)
  return found && (found.mode & OF_OTHERS) !== 0
    ? refused(`Others may read ${path} (${what}). Run chmod 600 on it, and see who has read it.`)
    : done(undefined)
}
