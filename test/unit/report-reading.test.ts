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
        ['role', 'victim'],
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
        ['acts', 'theft'],
        ['acts', 'filmed'],
        ['needs', 'legal'],
        ['narrative', '  « Été » 💔 שלום\n'],
        ['contactChannel', 'sms'],
        ['contactValue', ' 06 00 00 00 00 '],
        ['contactNote', 'après 18 h'],
      ),
      'en',
    )
    expect(v.safeParse(Report, report).success).toBe(true)
    expect(report).toEqual({
      locale: 'en',
      account: {
        role: 'victim',
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
        acts: ['theft', 'filmed'],
        needs: ['legal'],
      },
      narrative: '  « Été » 💔 שלום\n',
      identifiers: [],
      contact: { channel: 'sms', value: '06 00 00 00 00', note: 'après 18 h' },
    })
  })

  test('a site that is not in the list is sent as it was written', () => {
    const report = readReport(answers(['platform', 'other'], ['platformName', ' Un tchat ']), 'fr')
    expect(report.account).toEqual({ platform: 'Un tchat' })
  })

  test('age and audiences never enter the report', () => {
    const told = answers(['ageBand', '15-17'], ['audiences', 'trans'], ['audiences', 'migrant'])
    expect(JSON.stringify(readReport(told, 'fr'))).not.toMatch(/15-17|trans|migrant/)
    expect(readSeeker(told, 'fr')).toMatchObject({ ageBand: '15-17', audiences: ['trans', 'migrant'] })
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
    })
  })

  test('a number typed before choosing not to be contacted is not sent', () => {
    const report = readReport(answers(['contactChannel', ''], ['contactValue', '06 00 00 00 00']), 'fr')
    expect(report.contact).toBeUndefined()
  })

  test('half an answer is pointed out, a whole one or none is not', () => {
    expect(unfinished(answers(['year', '2026'], ['month', '']))).toEqual(['month'])
    expect(unfinished(answers(['year', ''], ['month', '01']))).toEqual(['year'])
    expect(unfinished(answers(['contactChannel', 'sms'], ['contactValue', ' ']))).toEqual(['contactValue'])
    expect(unfinished(answers(['year', '2026'], ['month', '01'], ['contactChannel', '']))).toEqual([])
    expect(unfinished(answers())).toEqual([])
  })
})
