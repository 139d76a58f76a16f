// What a person agreed to stands only while the association, its key and its terms are what they were.
import { expect, test } from 'vitest'
import { compareOffers } from '../../src/client/report/compare-offers.ts'
import type { Seeker } from '../../src/domain/routing.ts'
import { makeOffer } from '../support/offer.ts'

const adult: Seeker = { needs: [], audiences: [], departement: null, language: 'fr', ageBand: '26-and-over' }

test('nothing is asked again when nothing changed, whatever the order of the fields', () => {
  const { fingerprint, ...rest } = makeOffer('ecoute')
  const { kept, changed, gone } = compareOffers([makeOffer('ecoute')], [{ fingerprint, ...rest }], adult)
  expect([kept.length, changed.length, gone.length]).toEqual([1, 0, 0])
})

test.each([
  ['key', { fingerprint: 'B'.repeat(40) }],
  ['time to answer', { answersWithinDays: 30 }],
  ['description', { about: { fr: 'Autre chose', en: 'Something else' } }],
])('a new %s is asked again', (_, change) => {
  const { kept, changed, gone } = compareOffers([makeOffer('ecoute')], [makeOffer('ecoute', change)], adult)
  expect([kept.length, changed.length, gone.length]).toEqual([0, 1, 0])
})

test('an association that left, paused, or may not receive this person is gone', () => {
  const agreed = [makeOffer('partie'), makeOffer('pause'), makeOffer('majeurs')]
  const now = [makeOffer('pause', { status: 'paused' }), makeOffer('majeurs')]
  const { kept, changed, gone } = compareOffers(agreed, now, { ...adult, ageBand: '15-17' })
  expect([kept.length, changed.length, gone.map(({ association }) => association)]).toEqual([
    0,
    0,
    ['partie', 'pause', 'majeurs'],
  ])
})
