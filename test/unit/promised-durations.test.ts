// What the pages promise in days and minutes is what the server and the workspace do.
import { describe, expect, it } from 'vitest'
import { BACK_DAYS } from '../../src/client/inbox/set-aside.ts'
import { MESSAGES } from '../../src/i18n/messages.ts'
import { MESSAGE_DAYS, OVER_DAYS, SESSION_IDLE_SECONDS, UNOPENED_DAYS } from '../../src/protocol/limits.ts'
import { LOCALES } from '../../src/protocol/vocabulary.ts'

type Texts = string | readonly Texts[] | { readonly [key: string]: Texts }

const textsIn = (texts: Texts): string[] =>
  typeof texts === 'string' ? [texts] : Object.values(texts).flatMap(textsIn)

/** Every number that stands before one of these words. */
const numbersBefore = (words: RegExp, texts: Texts): number[] =>
  textsIn(texts).flatMap((text) =>
    [...text.matchAll(new RegExp(`(\\d+)\\s(?:${words.source})\\b`, 'gu'))].map(([, number]) =>
      Number(number),
    ),
  )

describe.each(LOCALES)('what is promised in %s', (locale) => {
  const { association, back, report } = MESSAGES[locale]

  it('is that an envelope nobody opens is kept as long as the server keeps it', () => {
    const ofAuthor = numbersBefore(/jours|days/, report)
    const { byRuleMeaning: _, ...finding } = association.finding
    const ofMember = numbersBefore(/jours|days/, { ...association, finding })
    expect(ofAuthor.length).toBeGreaterThanOrEqual(1)
    expect(ofMember.length).toBeGreaterThanOrEqual(2)
    expect(new Set([...ofAuthor, ...ofMember])).toEqual(new Set([UNOPENED_DAYS]))
  })

  it('is that what a rule set aside is back in the list so long before the server deletes it', () => {
    expect(numbersBefore(/jours|days/, association.finding.byRuleMeaning)).toEqual([BACK_DAYS])
    expect(BACK_DAYS).toBeLessThan(UNOPENED_DAYS)
  })

  it('is that a message waits for whoever comes back as long as a mailbox keeps it', () => {
    const ofMessages = numbersBefore(/jours|days/, [back.here, back.talk])
    expect(ofMessages.length).toBeGreaterThanOrEqual(2)
    expect(new Set(ofMessages)).toEqual(new Set([MESSAGE_DAYS]))
    const { done, ...others } = back.status
    expect(new Set(numbersBefore(/jours|days/, others))).toEqual(new Set([UNOPENED_DAYS]))
    expect(numbersBefore(/jours|days/, done)).toEqual([OVER_DAYS])
  })

  it('is that the key is forgotten after as long as the workspace waits', () => {
    const minutes = numbersBefore(/minutes/, association)
    expect(minutes.length).toBeGreaterThanOrEqual(2)
    expect(new Set(minutes)).toEqual(new Set([SESSION_IDLE_SECONDS / 60]))
  })
})
