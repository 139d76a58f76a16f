// `balise purges`: how many of each kind went, day by day, as the purge itself counted. Counts alone: of no row does it say which it was.
import { command } from './command.ts'
import { done, print } from './outcome.ts'
import { inEnvelopesStore } from './envelopes-store.ts'

export const purgesCommand = command({
  name: 'purges',
  summary: 'Print how many of each kind the purge let go, day by day, for the last ninety days.',
  options: {},
  notes: [
    'It reads the store in DATA_DIR, or the one of ENVELOPES_URL with ENVELOPES_TOKEN.',
    'Proofs and permits are not counted by day: there is one for each thing that came.',
  ],
  async run() {
    return await inEnvelopesStore(async (store) => {
      const { listPurges } = await import('../db/envelopes/purges.ts')
      const listed = await listPurges(store)
      for (const { day, kind, count } of listed) print(`${day} ${kind} ${count}`)
      if (listed.length === 0) print('nothing went in the last ninety days')
      return done(undefined)
    })
  },
})
