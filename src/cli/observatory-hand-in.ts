// `balise observatory hand-in`: gives the store an approval that a root keeper signed elsewhere. It needs no key: the signature says who.
import { handIn } from './approving.ts'
import { command } from './command.ts'
import { readJson } from './files.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { readTrustedDirectory, TRUSTED_OPTIONS } from './observatory-key.ts'
import { inStatisticsStore, STORE_NOTE } from './statistics-store.ts'

export const observatoryHandIn = command({
  name: 'observatory hand-in',
  summary: 'Give the store an approval that a root keeper signed elsewhere.',
  options: {
    approval: { value: 'FILE', about: 'What balise observatory sign wrote.', required: true },
    ...TRUSTED_OPTIONS,
  },
  notes: [STORE_NOTE, ROOTS_NOTE],
  async run(given) {
    const directory = await readTrustedDirectory(given, Date.now())
    if (!directory.ok) return directory
    const approval = await readJson(given.approval, 'the approval')
    if (!approval.ok) return approval
    return await inStatisticsStore(({ store }) => handIn(store, directory.value.roots, approval.value))
  },
})
