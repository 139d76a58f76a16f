// `balise observatory run`: the observatory as a process of its own, for a user of its own. It publishes what is due, at start and each
// hour, until it is told to stop. It opens no store but that of statistics, and says nothing of the cards.
import { once } from 'node:events'
import * as v from 'valibot'
import { keepPublishing } from '../observatory/keep-publishing.ts'
import { StatisticsWindow } from '../protocol/statistics-window.ts'
import { command } from './command.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { COUNTING_OPTIONS, openCounting, readStartedOn } from './observatory-key.ts'
import { done, misused, print, remark } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import { PUBLISH_FAULTS } from './publish-faults.ts'
import { openStatisticsStore, STORE_NOTE } from './statistics-store.ts'

export const observatoryRun = command({
  name: 'observatory run',
  summary: 'Publish what is due, now and each hour, until told to stop.',
  options: {
    ...COUNTING_OPTIONS,
    'catch-up': {
      value: 'WINDOW',
      about: 'Publish all that is due up to this quarter, more than two quarters at once too.',
    },
  },
  notes: [
    STORE_NOTE,
    'Run it as a user of its own, never as the one that runs the app: see docs/observatory.md.',
    PASSPHRASE_NOTE,
    ROOTS_NOTE,
  ],
  async run(given) {
    process.umask(0o077)
    const startedOn = readStartedOn(given['started-on'])
    if (!startedOn.ok) return startedOn
    const catchUp = v.safeParse(v.optional(StatisticsWindow), given['catch-up'])
    if (!catchUp.success) return misused('--catch-up is a quarter such as 2026-Q3, or a year such as 2026.')
    const counting = await openCounting(given, Date.now())
    if (!counting.ok) return counting
    const opened = await openStatisticsStore(process.env)
    if (!opened.ok) return opened
    const { store, tidy } = opened.value
    const { publishDue } = await import('../observatory/publish-due.ts')
    const told = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
    const stop = keepPublishing({
      publish: async (now) => {
        const means = { ...counting.value, startedOn: startedOn.value, catchUp: catchUp.output, store, now }
        const published = await publishDue({ ...means, log: remark })
        if (!published.ok) remark(`${published.reason}: ${PUBLISH_FAULTS[published.reason]}`)
        await tidy()
      },
      now: Date.now,
      log: remark,
    })
    print('ready')
    await told
    stop()
    // What is being written is finished. A round that wanted to write more finds the store closed; the next start goes on from there.
    await store.close()
    return done(undefined)
  },
})
