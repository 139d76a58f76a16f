// How often each answer comes in invented reports. Nothing here was observed: it is made up to be plausible, and so that pictures have
// something to show. Where is by population alone, so that no place is made to look worse than another.
import type { ACTS, CHANNELS, LURES, PLACES, TIME_BANDS, WEEKDAYS } from '../protocol/vocabulary.ts'
import type { ATTACKER_COUNTS, COMPLAINTS } from '../protocol/vocabulary.ts'
import type { Shares } from './invented-chance.ts'
// INSEE, in tens of thousands of people.
import populations from './invented-populations.json' with { type: 'json' }

/** Of every question: "I don't know" too. */
type Answers<Codes extends readonly string[]> = Shares<Codes[number] | 'unknown'>
type Channel = (typeof CHANNELS)[number]

/** Départements with a city of more than 200,000 people. People meet there who live elsewhere. */
const WITH_A_BIG_CITY = ['06', '13', '31', '33', '34', '35', '44', '59', '67', '69', '75']
const BIG_CITY = 1.5

const inhabited = Object.entries(populations).map(
  ([code, people]) => [code, people * (WITH_A_BIG_CITY.includes(code) ? BIG_CITY : 1)] as const,
)
const everywhere = inhabited.reduce((sum, [, share]) => sum + share, 0)

/** In hundredths. */
export const DEPARTEMENT_SHARES: Shares<string> = {
  ...Object.fromEntries(inhabited.map(([code, share]) => [code, (share / everywhere) * 93])),
  elsewhere: 1,
  unknown: 6,
}

/** Quarters before the one in which it is told; `unknown`: when it happened is not said. */
export const QUARTERS_AGO: Shares<'0' | '1' | '2' | 'unknown'> = { 0: 72, 1: 16, 2: 7, unknown: 5 }

/** Of the year's reports, beside an even quarter. They sum to four. */
export const SEASONS = [0.94, 1, 1.1, 0.96] as const

export const WEEKDAY_SHARES: Answers<typeof WEEKDAYS> = {
  monday: 10,
  tuesday: 10,
  wednesday: 11,
  thursday: 12,
  friday: 17,
  saturday: 19,
  sunday: 13,
  unknown: 8,
}

type Bands = Answers<typeof TIME_BANDS>
const ON_A_WEEKDAY: Bands = { morning: 6, afternoon: 18, evening: 41, night: 29, unknown: 6 }
const ON_A_NIGHT_OUT: Bands = { morning: 4, afternoon: 12, evening: 36, night: 42, unknown: 6 }
const ON_A_SUNDAY: Bands = { morning: 7, afternoon: 23, evening: 40, night: 24, unknown: 6 }

export function bandSharesOn(weekday: keyof typeof WEEKDAY_SHARES): Bands {
  if (weekday === 'friday' || weekday === 'saturday') return ON_A_NIGHT_OUT
  return weekday === 'sunday' ? ON_A_SUNDAY : ON_A_WEEKDAY
}

/** Until a great chat without account closes, and once people have gone elsewhere. */
export const CHANNELS_BEFORE: Answers<typeof CHANNELS> = {
  'chat-without-account': 42,
  'gay-dating-app': 24,
  'general-dating-app': 6,
  'social-network': 10,
  messaging: 7,
  phone: 2,
  forum: 1,
  other: 2,
  unknown: 6,
}
export const CHANNELS_AFTER: Answers<typeof CHANNELS> = {
  'chat-without-account': 26,
  'gay-dating-app': 31,
  'general-dating-app': 7,
  'social-network': 14,
  messaging: 9,
  phone: 2,
  forum: 1,
  other: 4,
  unknown: 6,
}
/** The first quarter after it closed, and how many quarters the change takes. */
export const SHIFT_BEGINS = '2024-Q3'
export const SHIFT_QUARTERS = 4

const UNNAMED = { other: 40, unknown: 60 }

/** By the slugs of platforms.json; a platform that has closed counts for nothing. */
export const PLATFORM_SHARES: Readonly<Record<Channel | 'unknown', Shares<string>>> = {
  'chat-without-account': { coco: 74, other: 18, unknown: 8 },
  'gay-dating-app': { grindr: 58, hornet: 12, romeo: 11, scruff: 5, other: 8, unknown: 6 },
  'general-dating-app': { tinder: 46, badoo: 30, other: 16, unknown: 8 },
  'social-network': { snapchat: 37, instagram: 31, facebook: 18, tiktok: 5, other: 4, unknown: 5 },
  messaging: { telegram: 42, whatsapp: 24, discord: 22, other: 6, unknown: 6 },
  phone: UNNAMED,
  forum: UNNAMED,
  other: UNNAMED,
  unknown: UNNAMED,
}

type Places = Answers<typeof PLACES>
const AFTER_A_CHAT: Places = {
  'car-park': 24,
  'own-home': 11,
  'other-home': 8,
  'hall-cellar-lift': 15,
  station: 6,
  street: 14,
  'isolated-place': 12,
  vehicle: 4,
  unknown: 6,
}
const AFTER_AN_APP: Places = {
  'car-park': 13,
  'own-home': 27,
  'other-home': 14,
  'hall-cellar-lift': 13,
  station: 4,
  street: 12,
  'isolated-place': 7,
  vehicle: 4,
  unknown: 6,
}

export const placeSharesAfter = (channel: Channel | 'unknown'): Places =>
  channel === 'gay-dating-app' || channel === 'general-dating-app' ? AFTER_AN_APP : AFTER_A_CHAT

export const LURE_SHARES: Answers<typeof LURES> = {
  'gay-or-bi-man': 66,
  woman: 8,
  'trans-person': 6,
  escort: 3,
  minor: 4,
  'unknown-person': 5,
  unknown: 8,
}

export const ATTACKER_SHARES: Answers<typeof ATTACKER_COUNTS> = {
  1: 15,
  2: 30,
  3: 25,
  'more-than-3': 22,
  unknown: 8,
}

/** The most serious act, which is the one that is counted. */
export const ACT_SHARES: Answers<typeof ACTS> = {
  insults: 5,
  threats: 8,
  theft: 15,
  'outing-threat': 6,
  extortion: 9,
  'forced-payment': 10,
  stripped: 2,
  filmed: 6,
  violence: 21,
  sequestration: 6,
  'sexual-assault': 2.5,
  'death-threat': 3,
  rape: 1,
  torture: 0.5,
  'attempted-murder': 0.6,
  death: 0.1,
  unknown: 4.3,
}

export const COMPLAINT_SHARES: Answers<typeof COMPLAINTS> = {
  none: 52,
  considered: 14,
  filed: 17,
  'refused-at-desk': 4,
  closed: 3,
  judged: 1,
  unknown: 9,
}
