// Why a case asks to be read before others: what was answered, and never more than its days can tell.
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/client/inbox/cases.ts'
import { levelOf, reasonsOf, type Reason } from '../../src/client/inbox/urgency.ts'
import type { CaseState } from '../../src/protocol/case-state.ts'
import { addDays, addMonths, type Day } from '../../src/protocol/day.ts'
import type { About, Account } from '../../src/protocol/report.ts'

/** A Monday. */
const TODAY = '2026-11-23'

interface Told {
  account?: Account
  about?: About
  receivedOn?: string
  writtenOn?: string
  standing?: CaseState
  touchedOn?: Day | null
  withdrawnOn?: string | null
  until?: string
}

const caseOf = ({ account = {}, about, until = '2027-11-23', ...rest }: Told): Case => {
  const { receivedOn = TODAY, writtenOn = receivedOn, withdrawnOn = null } = rest
  const { standing = 'received', touchedOn = null } = rest
  const value = { kind: 'report', writtenOn, account, about, consent: { until } }
  return {
    head: { receivedOn, touchedOn, standing, opened: { ok: true, value } },
    thread: { withdrawnOn },
  } as unknown as Case
}

const reasons = (told: Told): Reason[] => reasonsOf(caseOf(told), TODAY)

describe('a case stands out', () => {
  test.each<[string, Told, Reason[]]>([
    ['who asked to be safe', { account: { needs: ['legal', 'emergency'] } }, ['danger']],
    ['a threat of death', { account: { acts: ['death-threat'] } }, ['grave']],
    ['an attempt to kill', { account: { acts: ['attempted-murder', 'insults'] } }, ['grave']],
    ['someone held against their will', { account: { acts: ['sequestration'] } }, ['grave']],
    [
      'threats where the address is known',
      { account: { acts: ['threats'], harms: ['address-known'] } },
      ['address-known'],
    ],
    ['somebody under fifteen', { about: { ageBand: 'under-15' } }, ['minor']],
    ['somebody under eighteen', { about: { ageBand: '15-17' } }, ['minor']],
    ['a child to protect', { account: { needs: ['child-protection'] } }, ['minor']],
    ['a threat to reveal', { account: { acts: ['outing-threat'] } }, ['outing']],
    ['images kept to press someone', { account: { footage: ['kept-as-threat'] } }, ['outing']],
    ['threats alone', { account: { acts: ['threats'] } }, []],
    ['nothing told', {}, []],
  ])('%s', (_, told, expected) => {
    expect(reasons(told)).toEqual(expected)
  })

  test('for all its reasons at once, the gravest first', () => {
    const account: Account = { acts: ['outing-threat', 'rape', 'death-threat'], needs: ['emergency'] }
    const found = reasons({ account, about: { ageBand: '15-17' } })
    expect(found).toEqual(['danger', 'hiv-clock', 'grave', 'minor', 'outing'])
    const levels = [found, ['minor'], ['outing'], []] as const
    expect(levels.map((each) => levelOf(each))).toEqual(['urgent', 'urgent', 'soon', 'other'])
  })

  test('no more once it was withdrawn, declined, or its permission is past', () => {
    const account: Account = { needs: ['emergency'] }
    const ends: Told[] = [
      { withdrawnOn: TODAY },
      { standing: 'declined' },
      { standing: 'done' },
      { until: addDays(TODAY, -1) },
    ]
    for (const ended of ends) {
      expect(reasons({ account, ...ended })).toEqual([])
    }
    expect(reasons({ account, until: TODAY })).toEqual(['danger'])
  })

  test('when nobody has touched it for so long that it will soon be erased, whatever its permission', () => {
    const lastDay = (days: number) => addMonths(addDays(TODAY, days), -12)
    expect(reasons({ touchedOn: lastDay(30) })).toEqual(['ending'])
    expect(reasons({ touchedOn: lastDay(31) })).toEqual([])
    expect(reasons({ touchedOn: lastDay(1), until: addDays(TODAY, -1) })).toEqual(['ending'])
    expect(reasons({ touchedOn: lastDay(1), standing: 'accepted' })).toEqual(['ending'])
    expect(reasons({ touchedOn: TODAY, standing: 'done' })).toEqual([])
  })
})

describe('the time for HIV prevention may be running', () => {
  const raped = (rest: Told = {}): boolean =>
    reasons({ ...rest, account: { acts: ['rape'], ...rest.account } }).includes('hiv-clock')

  test('when the report came today or the day before, and no longer', () => {
    expect([0, -1, -2].map((days) => raped({ receivedOn: addDays(TODAY, days) }))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('for a sexual assault too, and for nothing else', () => {
    expect(reasons({ account: { acts: ['sexual-assault'] } })).toEqual(['hiv-clock'])
    expect(reasons({ account: { acts: ['violence', 'stripped'] } })).toEqual([])
  })

  test('unless the weekday puts it earlier, with a day to spare on both sides', () => {
    // A Monday in UTC is a Sunday evening in Guadeloupe and a Tuesday morning in Nouméa.
    const running = (['friday', 'saturday', 'sunday', 'monday', 'tuesday'] as const).map((weekday) =>
      raped({ account: { weekday } }),
    )
    expect(running).toEqual([true, true, true, true, true])
    expect(raped({ account: { weekday: 'wednesday' } })).toBe(false)
    expect(raped({ account: { weekday: 'thursday' } })).toBe(false)
    expect(raped({ account: { weekday: 'unknown' } })).toBe(true)
  })

  test('unless the month puts it earlier', () => {
    expect(raped({ account: { month: '2026-11-01' } })).toBe(true)
    expect(raped({ account: { month: '2026-10-01' } })).toBe(false)
  })

  test('unless it was written long before it came', () => {
    expect(raped({ writtenOn: addDays(TODAY, -10) })).toBe(false)
    expect(raped({ writtenOn: addDays(TODAY, 10) })).toBe(true)
  })

  test('never for someone who was killed', () => {
    expect(reasons({ account: { role: 'relative', acts: ['rape', 'torture', 'death'] } })).toEqual([])
  })
})
