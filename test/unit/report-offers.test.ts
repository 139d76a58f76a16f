// What a person agreed to stands only while the association, its key and its terms are what they were.
import { expect, test } from 'vitest'
import { compareOffers } from '../../src/client/report/compare-offers.ts'
import type { Offer } from '../../src/client/report/worker-messages.ts'
import type { Seeker } from '../../src/domain/routing.ts'

const adult: Seeker = { needs: [], audiences: [], departement: null, language: 'fr', ageBand: '26-and-over' }

const offer = (association: string, more: Partial<Offer> = {}): Offer => ({
  association,
  name: association,
  about: { fr: 'Écoute', en: 'Listening' },
  scope: ['legal'],
  audiences: [],
  territory: [],
  languages: ['fr'],
  answersWithinDays: 3,
  acceptsMinors: false,
  acceptsUnder15: false,
  status: 'active',
  fingerprint: 'A'.repeat(40),
  ...more,
})

test('nothing is asked again when nothing changed, whatever the order of the fields', () => {
  const { fingerprint, ...rest } = offer('ecoute')
  const { kept, changed, gone } = compareOffers([offer('ecoute')], [{ fingerprint, ...rest }], adult)
  expect([kept.length, changed.length, gone.length]).toEqual([1, 0, 0])
})

test.each([
  ['key', { fingerprint: 'B'.repeat(40) }],
  ['time to answer', { answersWithinDays: 30 }],
  ['description', { about: { fr: 'Autre chose', en: 'Something else' } }],
])('a new %s is asked again', (_, change) => {
  const { kept, changed, gone } = compareOffers([offer('ecoute')], [offer('ecoute', change)], adult)
  expect([kept.length, changed.length, gone.length]).toEqual([0, 1, 0])
})

test('an association that left, paused, or may not receive this person is gone', () => {
  const agreed = [offer('partie'), offer('pause'), offer('majeurs')]
  const now = [offer('pause', { status: 'paused' }), offer('majeurs')]
  const { kept, changed, gone } = compareOffers(agreed, now, { ...adult, ageBand: '15-17' })
  expect([kept.length, changed.length, gone.map(({ association }) => association)]).toEqual([
    0,
    0,
    ['partie', 'pause', 'majeurs'],
  ])
})
