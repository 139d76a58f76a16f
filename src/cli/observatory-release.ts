// `balise observatory release`: an officer publishes a window that is due, with a key that is kept offline the rest of the time. What
// was due before it goes first. It says what became of each, and nothing of the cards.
import * as v from 'valibot'
import type { PublishedRelease } from '../observatory/publish-due.ts'
import { dayOf } from '../protocol/day.ts'
import { dueOn, StatisticsWindow } from '../protocol/statistics-window.ts'
import { command } from './command.ts'
import { ROOTS_NOTE } from './known-roots.ts'
import { COUNTING_OPTIONS, openCounting, readStartedOn } from './observatory-key.ts'
import { done, misused, print, refused } from './outcome.ts'
import { PASSPHRASE_NOTE } from './passphrase.ts'
import { PUBLISH_FAULTS } from './publish-faults.ts'
import { inStatisticsStore, STORE_NOTE } from './statistics-store.ts'

const SAID: Record<PublishedRelease['outcome'], string> = {
  published: 'published',
  held: 'drawn and held, until two roots approve it with balise observatory approve',
  already: 'drawn elsewhere meanwhile; that draw stands',
  'in-the-way': 'not drawn: the store holds a release of it that nobody drew. See docs/observatory.md',
}

export const observatoryRelease = command({
  name: 'observatory release',
  summary: 'Publish one window that is due, and what was due before it.',
  options: {
    window: { value: 'WINDOW', about: 'A quarter or a year, such as 2026-Q3 or 2026.', required: true },
    ...COUNTING_OPTIONS,
  },
  notes: [STORE_NOTE, PASSPHRASE_NOTE, ROOTS_NOTE],
  async run(given) {
    const window = v.safeParse(StatisticsWindow, given.window)
    if (!window.success) return misused('--window is a quarter such as 2026-Q3, or a year such as 2026.')
    const startedOn = readStartedOn(given['started-on'])
    if (!startedOn.ok) return startedOn
    const now = Date.now()
    const through = window.output
    if (dayOf(now) < dueOn(through)) {
      return refused(`${through} is due on ${dueOn(through)}. Nothing is published before its day.`)
    }
    const counting = await openCounting(given, now)
    if (!counting.ok) return counting
    return await inStatisticsStore(async ({ store, tidy }) => {
      const { publishDue } = await import('../observatory/publish-due.ts')
      const means = { ...counting.value, startedOn: startedOn.value, store, now, through }
      const published = await publishDue({ ...means, log: () => undefined })
      if (!published.ok) return refused(PUBLISH_FAULTS[published.reason])
      const outcomes = published.value
      await tidy()
      for (const { family, window: of, outcome } of outcomes) print(`${family} ${of}: ${SAID[outcome]}`)
      if (outcomes.length === 0) print(`nothing was due up to ${through} that had not been drawn`)
      return done(undefined)
    })
  },
})
