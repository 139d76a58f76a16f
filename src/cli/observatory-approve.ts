// `balise observatory approve`: a root keeper lets a release that is held be published, with a note for its readers. Two of the three
// roots must. It shows what is vouched for before it asks for the passphrase.
import * as v from 'valibot'
import { utf8 } from '../crypto/encoding.ts'
import { sha256Hex } from '../crypto/sha256.ts'
import { publishedBefore } from '../observatory/must-wait.ts'
import { readStored } from '../observatory/stored-text.ts'
import { FamilyName } from '../protocol/release.ts'
import { StatisticsWindow } from '../protocol/statistics-window.ts'
import { handIn, NOTE_OPTION, readNote, shownLines, signApproval } from './approving.ts'
import { command } from './command.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { readTrustedDirectory, TRUSTED_OPTIONS } from './observatory-key.ts'
import { misused, print, refused } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import { inStatisticsStore, STORE_NOTE } from './statistics-store.ts'

const ALTERED =
  'The text of this release is not that of its digest: somebody wrote in the store. Approve nothing of it.'

export const observatoryApprove = command({
  name: 'observatory approve',
  summary: 'Approve a release that is held, with a root key; two of the three roots publish it.',
  options: {
    family: { value: 'FAMILY', about: 'As balise observatory list names it.', required: true },
    window: { value: 'WINDOW', about: 'Its quarter or year, such as 2026-Q3 or 2026.', required: true },
    note: NOTE_OPTION,
    root: { value: 'ROOT.pem', about: 'The root key file.', required: true },
    ...TRUSTED_OPTIONS,
  },
  notes: [
    'Where the store is out of reach of a root key: balise observatory list --held, sign, then hand-in.',
    STORE_NOTE,
    PASSPHRASE_NOTE,
    ROOTS_NOTE,
  ],
  async run(given) {
    const window = v.safeParse(StatisticsWindow, given.window)
    const family = v.safeParse(FamilyName, given.family)
    if (!window.success || !family.success) {
      return misused('--family and --window are those of a line of balise observatory list.')
    }
    const directory = await readTrustedDirectory(given, Date.now())
    if (!directory.ok) return directory
    const { roots } = directory.value
    const note = await readNote(given.note)
    if (!note.ok) return note
    return await inStatisticsStore(async ({ store }) => {
      const { readRelease } = await import('../db/statistics/releases.ts')
      const { readRecord } = await import('../observatory/read-record.ts')
      const release = await readRelease(store, family.output, window.output)
      if (!release?.held) return refused(`${family.output} ${window.output} is not held.`)
      // A root signs the digest: it must be that of what is shown.
      const { body, sha256 } = release
      if (readStored(body) === null || sha256Hex(utf8(body)) !== sha256) return refused(ALTERED)
      const before = publishedBefore(release, await readRecord(store))
      for (const line of shownLines(release, before, note.value)) print(line)
      const approval = await signApproval(release, note.value, { path: given.root, roots })
      return approval.ok ? await handIn(store, roots, approval.value) : approval
    })
  },
})
