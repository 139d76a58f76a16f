// Who walks through the journey in the pictures: together they come to every step, every ending, and what is said when something lacks.
import type { Phone } from '../support/browser.ts'
import type { WalkOptions } from '../support/journey-walk.ts'
import { ACTS, HARMS } from '../../src/protocol/vocabulary.ts'

export interface Visit extends Omit<WalkOptions, 'at'> {
  name: string
  /** Before the page is opened. */
  prepare?: (phone: Phone) => Promise<void>
}

const CONTACT = { contactChannel: ['phone'], contactValue: ['06 12 34 56 78'] } as const

export const VISITS: readonly Visit[] = [
  {
    name: 'send',
    way: 'send',
    answers: {
      ...CONTACT,
      role: ['victim'],
      ageBand: ['26-and-over'],
      acts: ACTS,
      harms: HARMS,
      month: ['03'],
      year: ['2026'],
      platform: ['other'],
      narrative: ['Il m’a écrit le soir. Ils étaient trois sur le parking.'],
    },
  },
  {
    name: 'minor',
    way: 'count',
    answers: { role: ['victim'], ageBand: ['under-15'], acts: ['outing-threat', 'filmed'] },
    sparing: true,
  },
  {
    name: 'relative',
    way: 'keep',
    answers: { role: ['relative'], ageBand: ['under-15'], keepFor: ['half-year'] },
    sparing: true,
  },
  { name: 'nothing', way: 'nothing', sparing: true },
  { name: 'pause', way: 'pause', sparing: true },
  {
    name: 'mended',
    way: 'send',
    sparing: true,
    answers: { ...CONTACT, contactValue: null, month: ['01'], year: null },
    mended: { ...CONTACT, month: [''] },
  },
  {
    name: 'cut-off',
    way: 'send',
    otherwise: 'nothing',
    sparing: true,
    answers: { consent: ['demo-ecoute'] },
    prepare: async ({ context }) => {
      await context.route('**/api/submissions', (route) => route.abort())
    },
  },
]
