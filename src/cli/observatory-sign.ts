// `balise observatory sign`: a root keeper approves a release that is held, on their own machine, from a file. The store is not reached:
// the approval is a file too, which `balise observatory hand-in` gives to it.
import * as v from 'valibot'
import { sha256Hex } from '../crypto/sha256.ts'
import { fromUtf8 } from '../crypto/encoding.ts'
import type { StoredRelease } from '../db/statistics/releases.ts'
import { Release } from '../protocol/release.ts'
import { NOTE_OPTION, readNote, shownLines, signApproval } from './approving.ts'
import { command } from './command.ts'
import { readBytes, writeNew } from './files.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { readTrustedDirectory, TRUSTED_OPTIONS } from './observatory-key.ts'
import { done, print, refused, type Outcome } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'

export const observatorySign = command({
  name: 'observatory sign',
  summary: 'Approve a release that is held, from its file, into a file.',
  options: {
    release: { value: 'FILE', about: 'The release, from balise observatory list --held.', required: true },
    before: { value: 'FILE', about: 'The one published before it, from the site, to compare with.' },
    note: NOTE_OPTION,
    root: { value: 'ROOT.pem', about: 'The root key file.', required: true },
    out: { value: 'FILE', about: 'Where the approval goes; no file is replaced.', required: true },
    ...TRUSTED_OPTIONS,
  },
  notes: [PASSPHRASE_NOTE, ROOTS_NOTE],
  async run(given) {
    const directory = await readTrustedDirectory(given, Date.now())
    if (!directory.ok) return directory
    const note = await readNote(given.note)
    if (!note.ok) return note
    const release = await readReleaseFile(given.release)
    if (!release.ok) return release
    const before = given.before === undefined ? done(undefined) : await readReleaseFile(given.before)
    if (!before.ok) return before
    if (before.value && before.value.family !== release.value.family) {
      return refused(`${given.before} is of another family than ${given.release}.`)
    }
    for (const line of shownLines(release.value, before.value, note.value)) print(line)
    const root = { path: given.root, roots: directory.value.roots }
    const approval = await signApproval(release.value, note.value, root)
    if (!approval.ok) return approval
    const text = `${JSON.stringify(approval.value, null, 2)}\n`
    const written = await writeNew(given.out, text, 'the approval')
    if (!written.ok) return written
    print(`wrote ${given.out}: hand it in with balise observatory hand-in`)
    return done(undefined)
  },
})

type ReleaseFile = Pick<StoredRelease, 'family' | 'window' | 'body' | 'sha256'>

async function readReleaseFile(path: string): Promise<Outcome<ReleaseFile>> {
  const bytes = await readBytes(path, 'the release')
  if (!bytes.ok) return bytes
  try {
    const body = fromUtf8(bytes.value)
    const { family, window } = v.parse(Release, JSON.parse(body))
    return done({ family, window, body, sha256: sha256Hex(bytes.value) })
  } catch {
    return refused(`${path} is not a release.`)
  }
}
