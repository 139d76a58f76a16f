// The form is read into a report that the contract accepts, and what only serves to propose associations stays out of it.
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readReport, readSeeker, unfinished } from '../../src/client/report/read-report.ts'
import { Report } from '../../src/protocol/report.ts'

function answers(...pairs: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

describe('reading the form', () => {
  test('someone who answered nothing has a valid, empty report', () => {
    const report = readReport(answers(['narrative', '  \n'], ['platform', ''], ['contactValue', '']), 'fr')
    expect(report).toEqual({ locale: 'fr', account: {}, narrative: '', identifiers: [] })
    expect(v.safeParse(Report, report).success).toBe(true)
  })

  test('every answer arrives under its own name, in a shape the contract accepts', () => {
    const report = readReport(
      answers(
        ['role', 'witness'],
        ['channel', 'gay-dating-app'],
        ['platform', 'Grindr'],
        ['platformName', 'left over'],
        ['lure', 'minor'],
        ['place', 'car-park'],
        ['departement', '2A'],
        ['month', '03'],
        ['year', '2026'],
        ['weekday', 'friday'],
        ['timeBand', 'night'],
        ['attackers', 'more-than-3'],
        ['attackerAges', 'unknown'],
        ['means', 'knife'],
        ['acts', 'theft'],
        ['acts', 'filmed'],
        ['losses', 'phone'],
        ['footage', 'unknown'],
        ['harms', 'injuries'],
        ['incapacity', 'up-to-8-days'],
        ['bias', 'orientation'],
        ['bias', 'money'],
        ['biasIndicators', 'words-said'],
        ['evidence', 'gone'],
        ['complaint', 'considered'],
        ['barriers', 'police'],
        ['trust', 'voice-call'],
        ['personKnows', 'no'],
        ['needs', 'legal'],
        ['narrative', '  « Été » 💔 שלום\n'],
        ['contactChannel', 'phone'],
        ['contactValue', ' 06 00 00 00 00 '],
        ['contactHours', ' après 18 h'],
        ['contactVoicemail', 'no'],
        ['contactAskFor', 'Sam '],
        ['contactSay', 'dire « la librairie »'],
      ),
      'en',
      [{ type: 'plate', value: 'AA-123-AA', recognised: true }],
    )
    expect(v.safeParse(Report, report).success).toBe(true)
    expect(report).toEqual({
      locale: 'en',
      account: {
        role: 'witness',
        channel: 'gay-dating-app',
        platform: 'Grindr',
        lure: 'minor',
        place: 'car-park',
        departement: '2A',
        month: '2026-03-01',
        weekday: 'friday',
        timeBand: 'night',
        attackers: 'more-than-3',
        attackerAges: 'unknown',
        means: ['knife'],
        acts: ['theft', 'filmed'],
        losses: ['phone'],
        footage: ['unknown'],
        harms: ['injuries'],
        incapacity: 'up-to-8-days',
        bias: ['orientation', 'money'],
        biasIndicators: ['words-said'],
        evidence: ['gone'],
        complaint: 'considered',
        barriers: ['police'],
        trust: ['voice-call'],
        personKnows: 'no',
        needs: ['legal'],
      },
      narrative: '  « Été » 💔 שלום\n',
      identifiers: [{ type: 'plate', value: 'AA-123-AA', recognised: true }],
      contact: {
        channel: 'phone',
        value: '06 00 00 00 00',
        hours: 'après 18 h',
        voicemail: 'no',
        askFor: 'Sam',
        say: 'dire « la librairie »',
      },
    })
  })

  test('an answer to a question that is no longer asked is not sent', () => {
    const told = answers(
      ['role', 'relative'],
      ['acts', 'death'],
      ['losses', 'cash'],
      ['harms', 'injuries'],
      ['incapacity', 'none'],
      ['complaint', 'filed'],
      ['barriers', 'shame'],
      ['personKnows', 'yes'],
    )
    expect(readReport(told, 'fr').account).toEqual({ role: 'relative', acts: ['death'], complaint: 'filed' })
  })

  test('a site that is not in the list is sent as it was written', () => {
    const report = readReport(answers(['platform', 'other'], ['platformName', ' Un tchat ']), 'fr')
    expect(report.account).toEqual({ platform: 'Un tchat' })
  })

  const ofOneself = [
    ['ageBand', '15-17'],
    ['language', 'uk'],
    ['audiences', 'trans'],
    ['audiences', 'migrant'],
  ] as [string, string][]

  test('age, language and audiences stay on the phone', () => {
    const told = answers(...ofOneself)
    expect(readReport(told, 'fr')).not.toHaveProperty('about')
    expect(JSON.stringify(readReport(told, 'fr'))).not.toMatch(/15-17|uk|trans|migrant/)
    expect(readSeeker(told, 'fr')).toMatchObject({
      ageBand: '15-17',
      language: 'uk',
      audiences: ['trans', 'migrant'],
    })
  })

  test('unless the person ticked that they may travel, apart from the account', () => {
    const report = readReport(answers(...ofOneself, ['shareAbout', 'yes']), 'fr')
    expect(report.account).toEqual({})
    expect(report.about).toEqual({ ageBand: '15-17', language: 'uk', audiences: ['trans', 'migrant'] })
    expect(v.safeParse(Report, report).success).toBe(true)
  })

  test('ticking it without having said anything sends nothing', () => {
    expect(readReport(answers(['shareAbout', 'yes'], ['language', '']), 'fr')).not.toHaveProperty('about')
  })

  test('“I don’t know” and “I’d rather not say” do not steer the proposals', () => {
    const seeker = readSeeker(
      answers(['ageBand', 'not-said'], ['departement', 'unknown'], ['needs', 'unknown'], ['needs', 'legal']),
      'fr',
    )
    expect(seeker).toEqual({
      needs: ['legal'],
      audiences: [],
      departement: null,
      language: 'fr',
      ageBand: null,
      acts: [],
    })
  })

  test('without a language wanted, associations that speak the page’s are proposed', () => {
    expect(readSeeker(answers(['language', 'not-said']), 'en').language).toBe('en')
    expect(readSeeker(answers(), 'fr').language).toBe('fr')
  })

  test('a number typed before choosing not to be contacted is not sent', () => {
    const told = answers(['contactChannel', ''], ['contactValue', '06 00 00 00 00'], ['contactSay', 'rien'])
    expect(readReport(told, 'fr').contact).toBeUndefined()
  })

  test('whether a message may be left is told for a call, and for nothing else', () => {
    const told = answers(['contactChannel', 'email'], ['contactValue', 'a@b.c'], ['contactVoicemail', 'yes'])
    expect(readReport(told, 'fr').contact).toEqual({ channel: 'email', value: 'a@b.c' })
  })

  test('half an answer is pointed out, a whole one or none is not', () => {
    expect(unfinished(answers(['year', '2026'], ['month', '']))).toEqual(['month'])
    expect(unfinished(answers(['year', ''], ['month', '01']))).toEqual(['year'])
    expect(unfinished(answers(['contactChannel', 'sms'], ['contactValue', ' ']))).toEqual(['contactValue'])
    expect(unfinished(answers(['year', '2026'], ['month', '01'], ['contactChannel', '']))).toEqual([])
    expect(unfinished(answers())).toEqual([])
  })
})
