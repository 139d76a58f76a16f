// When a notice is due, to whom it may be sent, and what it says: a law, rather than examples, where there is one.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  daysAfter,
  dueNotice,
  isNoticeTime,
  REMINDER_DAYS,
  type NoticeDays,
} from '../../src/domain/notices.ts'
import { addDays, daysBetween, type Day } from '../../src/protocol/day.ts'
import { FoundingFile } from '../../src/protocol/founding.ts'
import { isMailAddress } from '../../src/protocol/notices.ts'
import { LOCALES } from '../../src/protocol/vocabulary.ts'
import { noticeText } from '../../src/server/mail/notice-text.ts'

const TODAY = '2026-11-23'
const NEVER: NoticeDays = { digestOn: null, remindedOn: null }
const ago = (days: number): Day => addDays(TODAY, -days)

/** What an association is sent from a day on, looked at each hour, while the same thing waits. */
function sentWhileWaiting(waitingSince: Day, from: Day, days: number): [Day, string][] {
  const sent: [Day, string][] = []
  let state = NEVER
  for (let hour = 0; hour < 24 * days; hour++) {
    const today = addDays(from, Math.floor(hour / 24))
    const kind = dueNotice(today, waitingSince, state)
    if (kind === null) continue
    sent.push([today, kind])
    state = daysAfter(kind, today, state)
  }
  return sent
}

describe('a notice', () => {
  it('is due where something waits since yesterday, and not where nothing does, or only since today', () => {
    expect(dueNotice(TODAY, ago(1), NEVER)).toBe('digest')
    expect(dueNotice(TODAY, null, NEVER)).toBeNull()
    expect(dueNotice(TODAY, TODAY, NEVER)).toBeNull()
  })

  it('comes once a day, whatever waits and for how long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 30 }), (waited, days) => {
        const sentOn = sentWhileWaiting(ago(waited), TODAY, days).map(([day]) => day)
        expect(new Set(sentOn).size).toBe(sentOn.length)
        expect(sentOn).toHaveLength(waited === 0 ? days - 1 : days)
      }),
    )
  })

  it('is a reminder on the seventh day of waiting, and again each week until someone opened it', () => {
    const reminders = sentWhileWaiting(TODAY, TODAY, 30).filter(([, kind]) => kind === 'reminder')
    expect(reminders.map(([day]) => daysBetween(TODAY, day))).toEqual([7, 14, 21, 28])
  })

  it('is never a second reminder within a week, even where another thing has waited as long meanwhile', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 90 }), fc.integer({ min: 0, max: 20 }), (waited, since) => {
        const kind = dueNotice(TODAY, ago(waited), { digestOn: ago(1), remindedOn: ago(since) })
        expect(kind).toBe(since < REMINDER_DAYS ? 'digest' : 'reminder')
      }),
    )
  })

  it('goes from a fixed hour on, until midnight in UTC', () => {
    const at = (hour: number, minute: number): number => Date.UTC(2026, 10, 23, hour, minute)
    expect([at(5, 59), at(6, 0), at(23, 59), at(24, 0)].map((now) => isNoticeTime(now, 6))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('what a notice says', () => {
  const every = LOCALES.flatMap((locale) =>
    (['digest', 'reminder'] as const).map((kind) => noticeText(kind, locale, 'https://balise.example')),
  )

  it('is where to sign in, and nothing of what waits, of how much, or of whom', () => {
    for (const { subject, text } of every) {
      expect(text).toMatch(/^https:\/\/balise\.example\/(?:fr|en)\/association$/m)
      expect(`${subject}\n${text}`).not.toMatch(/\{|undefined|\d/u)
      expect(`${subject}\n${text}`).not.toMatch(
        /victim|agress|assault|guet|ambush|lgbt|gay|gai\b|homo|trans\b|récit|report|dossier|\bcase\b/iu,
      )
    }
  })

  it('has a subject of one line that whoever looks over a shoulder may read', () => {
    expect(every.map(({ subject }) => subject)).toEqual([
      'Balise : quelque chose vous attend',
      'Balise : quelque chose attend depuis sept jours',
      'Balise: something is waiting for you',
      'Balise: something has been waiting for seven days',
    ])
  })
})

describe('the address of notices', () => {
  it.each(['accueil@asso.example', 'a.b+c@sous.asso.example', "l'accueil@asso-du-sud.example"])(
    'may be %s',
    (text) => expect(isMailAddress(text)).toBe(true),
  )

  it.each([
    '',
    'accueil',
    'accueil@asso',
    '@asso.example',
    '.accueil@asso.example',
    'a b@asso.example',
    'a@asso.example,b@asso.example',
    'a@asso.example\nBcc: b@asso.example',
    '"a"@asso.example',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    `${'a'.repeat(250)}@asso.example`,
  ])('is not “%s”', (text) => expect(isMailAddress(text)).toBe(false))
})

describe('a founding file', () => {
  const way = { locatorHash: '0'.repeat(64), way: 'words', blob: 'AAAA' }
  const before = {
    kind: 'balise-founding',
    version: 1,
    association: 'accueil-est',
    name: 'Camille',
    ways: [way, way],
    wrap: 'AAAA',
    sheets: ['AAAA', 'AAAA'],
  }

  it('says where notices go, or that none is wanted; one of before there were any is read all the same', () => {
    const files = [
      before,
      ...['accueil@asso.example', null].map((address) => ({ ...before, notice: { address, locale: 'fr' } })),
    ]
    expect(files.map((file) => v.is(FoundingFile, file))).toEqual([true, true, true])
    expect(v.is(FoundingFile, { ...before, notice: { address: 'accueil', locale: 'fr' } })).toBe(false)
  })
})
