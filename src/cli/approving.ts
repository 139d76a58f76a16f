// What a root keeper reads and signs when they approve a release that is held, and how an approval is handed to the store. Nothing is
// signed that was not shown.
import * as v from 'valibot'
import { knownTotal } from '../domain/ladder.ts'
import type { StoredRelease } from '../db/statistics/releases.ts'
import type { Store } from '../db/store.ts'
import { ApprovalNote, approvalBytes, type Approval } from '../observatory/approval.ts'
import type { ApprovalFault } from '../observatory/approve-release.ts'
import { readStored } from '../observatory/stored-text.ts'
import { FamilyName } from '../protocol/release.ts'
import { readText } from './files.ts'
import { done, print, refused, type Outcome } from './outcome.ts'
import { readRoot } from './root-file.ts'
import { signAsRoot } from './root-keys.ts'
import { inertLine } from './shown-text.ts'

const FAULTS: Record<ApprovalFault, string> = {
  'not-an-approval': 'It is not of the form of an approval.',
  'not-found': 'There is no such release in this store.',
  'not-held': 'That release is published already, or was approved with another note.',
  'other-release': 'The release in this store is not the one that was approved. See who writes there.',
  'not-signed': 'It is not signed by one of the three roots of the directory.',
}

export const NOTE_OPTION = {
  value: 'FILE',
  about: 'What was looked into, for readers; both roots give the same.',
  required: true,
} as const

/** As readers will see it: lines, at most 600 characters. */
export async function readNote(path: string): Promise<Outcome<string>> {
  const text = await readText(path, 'the note')
  if (!text.ok) return text
  const note = v.safeParse(ApprovalNote, text.value.replaceAll('\r\n', '\n').trim().normalize())
  return note.success
    ? done(note.output)
    : refused(`${path} cannot be the note: plain text in lines, without tabs, of at most 600 characters.`)
}

/** Asks for the root's passphrase, then signs. `release` was shown. */
export async function signApproval(
  { family, window, sha256 }: Pick<StoredRelease, 'family' | 'window' | 'sha256'>,
  note: string,
  { path, roots }: { path: string; roots: readonly string[] },
): Promise<Outcome<Approval>> {
  const root = await readRoot(path)
  if (!root.ok) return root
  if (!roots.includes(root.value.publicKey)) {
    return refused(`${path} is not one of the three roots of the directory.`)
  }
  const approved = { family: v.parse(FamilyName, family), window, sha256, note }
  return done({ ...approved, ...signAsRoot(root.value, approvalBytes(approved)) })
}

/** Gives it to the store and says what came of it. Throws `StoreFailure`. */
export async function handIn(store: Store, roots: readonly string[], approval: unknown): Promise<Outcome> {
  const { approveRelease } = await import('../observatory/approve-release.ts')
  const outcome = await approveRelease(store, roots, approval)
  if (!outcome.ok) return refused(FAULTS[outcome.reason])
  const { family, window, root } = approval as Approval
  print(
    outcome.value === 'published'
      ? `approved by root ${root}: ${family} ${window} is published, with the note`
      : `approved by root ${root}: another root must approve it with the same note`,
  )
  return done(undefined)
}

/**
 * What a keeper puts their name to; `before` is what was published of the same kind, where it is known. Rows of a store that others write to
 * as well: nothing in them moves a terminal's cursor.
 */
export function shownLines(
  { family, window, body, sha256 }: Pick<StoredRelease, 'family' | 'window' | 'body' | 'sha256'>,
  before: Pick<StoredRelease, 'window' | 'body'> | undefined,
  note: string,
): string[] {
  const rows = readStored(body)?.rows ?? []
  const rowsBefore = (before && readStored(before.body)?.rows) ?? []
  const counts = new Map(rowsBefore.map((row) => [row.slice(0, -1).join(' '), row.at(-1)]))
  return [
    `${family} ${window}, sha256 ${sha256}`,
    `noisy total ${knownTotal(rows)}; ${before ? `${before.window} said ${knownTotal(rowsBefore)}` : 'not compared with what was published before'}`,
    ...rows.map((row) => {
      const cell = row.slice(0, -1).join(' ')
      return `  ${cell || 'in all'}: ${Number(row.at(-1))}${before ? ` (before: ${counts.get(cell) ?? 'none'})` : ''}`
    }),
    'note:',
    ...note.split('\n').map((line) => `  ${line}`),
  ].map(inertLine)
}
