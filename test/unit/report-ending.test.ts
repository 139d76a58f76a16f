// The page never says that nothing was sent when something was, or may have been.
import { expect, test } from 'vitest'
import { endingFor, type AskedEnding, type Known } from '../../src/client/report/ending.ts'

const NOTHING: Known = { received: false, counted: false, perhaps: false }

test.each<[string, AskedEnding, Partial<Known>, string]>([
  ['nothing left', 'unsent', {}, 'unsent'],
  ['nothing left', 'kept', {}, 'kept'],
  ['a report was received', 'unsent', { received: true }, 'receipt'],
  ['a report was received', 'kept', { received: true }, 'kept'],
  ['a report was received', 'paused', { received: true }, 'paused'],
  ['a report was received and another may have been', 'unsent', { received: true, perhaps: true }, 'receipt'],
  ['a report was received and counted', 'unsent', { received: true, counted: true }, 'receipt'],
  ['only a card was counted', 'unsent', { counted: true }, 'counted'],
  ['a card was counted and a report may have arrived', 'kept', { counted: true, perhaps: true }, 'kept'],
  ['something may have arrived', 'unsent', { perhaps: true }, 'perhaps'],
  ['something may have arrived', 'paused', { perhaps: true }, 'paused'],
])('when %s, whoever asked to end as %s is told so', (_, asked, known, ending) => {
  expect(endingFor(asked, { ...NOTHING, ...known })).toBe(ending)
})
