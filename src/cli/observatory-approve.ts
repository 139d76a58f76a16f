// `balise observatory approve`: a root keeper lets a release that is held be published, with a note for its readers. Two of the three
// roots must. It shows what is vouched for before it asks for the passphrase.
import * as v from 'valibot'
import { readRelease, readReleases, type StoredRelease } from '../db/statistics/releases.ts'
import { StoreFailure, type Store } from '../db/store.ts'
import type { Directory } from '../directory/directory.ts'
import { knownTotal } from '../domain/ladder.ts'
import { ApprovalNote, approvalBytes } from '../observatory/approval.ts'
import { approveRelease, type ApprovalFault } from '../observatory/approve-release.ts'
import { readRows } from '../observatory/due-releases.ts'
import { FamilyName } from '../protocol/release.ts'
import { spanOf, StatisticsWindow } from '../protocol/statistics-window.ts'
import { command } from './command.ts'
import { readText } from './files.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { readTrustedDirectory, TRUSTED_OPTIONS } from './observatory-key.ts'
import { done, misused, print, refused, type Outcome } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import { readRoot } from './root-file.ts'
import { signAsRoot } from './root-keys.ts'
import { openStatisticsStore, STORE_NOTE } from './statistics-store.ts'

const FAULTS: Record<ApprovalFault, string> = {
  'not-an-approval': 'What was to be signed is not of the form of an approval. Nothing was signed.',
  'not-found': 'There is no such release any more.',
  'not-held': 'It was approved meanwhile, with another note.',
  'other-release': 'The release changed in the store since it was shown here. See who writes there.',
  'not-signed': 'The root key is not one of the three roots of the directory.',
}

export const observatoryApprove = command({
  name: 'observatory approve',
  summary: 'Approve a release that is held, with a root key; two of the three roots publish it.',
  options: {
    family: { value: 'FAMILY', about: 'As balise observatory list names it.', required: true },
    window: { value: 'WINDOW', about: 'Its quarter or year, such as 2026-Q3 or 2026.', required: true },
    note: {
      value: 'FILE',
      about: 'What was looked into, for readers; both roots give the same.',
      required: true,
    },
    root: { value: 'ROOT.pem', about: 'The root key file.', required: true },
    ...TRUSTED_OPTIONS,
  },
  notes: [STORE_NOTE, PASSPHRASE_NOTE, ROOTS_NOTE],
  async run(given) {
    const window = v.safeParse(StatisticsWindow, given.window)
    const family = v.safeParse(FamilyName, given.family)
    if (!window.success || !family.success) {
      return misused('--family and --window are those of a line of balise observatory list.')
    }
    const directory = await readTrustedDirectory(given, Date.now())
    if (!directory.ok) return directory
    const note = await readNote(given.note)
    if (!note.ok) return note
    const opened = await openStatisticsStore(process.env)
    if (!opened.ok) return opened
    const { store } = opened.value
    try {
      const release = await readRelease(store, family.output, window.output)
      if (!release?.held) return refused(`${family.output} ${window.output} is not held.`)
      for (const line of shownLines(release, await readReleases(store), note.value)) print(line)
      return await approve(store, directory.value, { ...release, note: note.value }, given.root)
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
      return refused(`The store stopped answering (${error.code}). Run the same again.`)
    } finally {
      await store.close()
    }
  },
})

async function readNote(path: string): Promise<Outcome<string>> {
  const text = await readText(path, 'the note')
  if (!text.ok) return text
  const note = v.safeParse(ApprovalNote, text.value.replaceAll('\r\n', '\n').trim().normalize())
  return note.success
    ? done(note.output)
    : refused(`${path} cannot be the note: plain text in lines, without tabs, of at most 600 characters.`)
}

async function approve(
  store: Store,
  { roots }: Directory,
  release: { family: string; window: string; sha256: string; note: string },
  rootPath: string,
): Promise<Outcome> {
  const root = await readRoot(rootPath)
  if (!root.ok) return root
  const { family, window, sha256, note } = release
  const approved = { family: v.parse(FamilyName, family), window, sha256, note }
  const signed = { ...approved, ...signAsRoot(root.value, approvalBytes(approved)) }
  const outcome = await approveRelease(store, roots, signed)
  if (!outcome.ok) return refused(FAULTS[outcome.reason])
  print(
    outcome.value === 'published'
      ? `approved by root ${root.value.publicKey}: ${family} ${window} is published, with the note`
      : `approved by root ${root.value.publicKey}: another root must approve it with the same note`,
  )
  return done(undefined)
}

/** What a keeper puts their name to, beside what was published of the same kind before. */
function shownLines(release: StoredRelease, all: readonly StoredRelease[], note: string): string[] {
  const { family, window, body, sha256 } = release
  const before = all.findLast(
    (each) =>
      each.family === family && !each.held && spanOf(each.window) === spanOf(window) && each.window < window,
  )
  const rows = readRows(body)
  const rowsBefore = before ? readRows(before.body) : []
  const counts = new Map(rowsBefore.map((row) => [row.slice(0, -1).join(' '), row.at(-1)]))
  return [
    `${family} ${window}, sha256 ${sha256}`,
    `noisy total ${knownTotal(rows)}; ${before ? `${before.window} said ${knownTotal(rowsBefore)}` : 'nothing was published before'}`,
    ...rows.map((row) => {
      const cell = row.slice(0, -1).join(' ')
      return `  ${cell || 'in all'}: ${row.at(-1)} (before: ${counts.get(cell) ?? 'none'})`
    }),
    'note:',
    ...note.split('\n').map((line) => `  ${line}`),
  ]
}
