// What the author of a case is told of it, and how long it is kept: what its file says, and nothing that nobody did.
import { describe, expect, test } from 'vitest'
import type { CaseDesk } from '../../src/domain/case-desk.ts'
import type { StandingCase, StandingMeans } from '../../src/domain/standings.ts'
import { isEnding, lastDayOn, makeStandings } from '../../src/domain/standings.ts'
import { editCase, NEW_CASE, type CaseEdit } from '../../src/domain/case-edit.ts'
import type { CaseWork } from '../../src/protocol/case-file.ts'
import type { CaseState } from '../../src/protocol/case-state.ts'
import { addDays } from '../../src/protocol/day.ts'
import { accept, decline } from '../../src/protocol/result.ts'

const TODAY = '2026-11-23'
const MINE = 'A'.repeat(40)

const caseOf = (standing: CaseState, touchedOn: string | null, unread: string[] = []): StandingCase => {
  const envelopes = ['1', '2', '3'].map((id) => ({
    id,
    receivedOn: '2026-01-01',
    acknowledged: !unread.includes(id),
    touchedOn: unread.includes(id) ? null : touchedOn,
    standing,
  }))
  return { id: '1', head: envelopes[0], envelopes } as unknown as StandingCase
}

function atWork(
  each: StandingCase,
  state: CaseState,
  { keeps = true, tells = true, owed = [] as string[] } = {},
) {
  const told: Parameters<StandingMeans['tell']>[] = []
  let work: CaseWork = { ...NEW_CASE, state }
  const desk = {
    known: () => ({ work, revision: 1, by: MINE }),
    edit: async (_id: string, edit: CaseEdit) => {
      if (!keeps) return decline('unreachable')
      const next = editCase(work, edit)
      if (next.ok) work = next.value
      return next
    },
  } as unknown as CaseDesk
  const standings = makeStandings(desk, {
    get: () => each,
    all: () => [each],
    tell: async (...one) => {
      told.push(one)
      return tells
    },
    owed: () => owed,
    today: () => TODAY,
  })
  return { ...standings, told }
}

const TAG: CaseEdit = { edit: 'tag', tag: 'gare', on: true }
const to = (from: CaseState, next: CaseState): CaseEdit => ({ edit: 'state', from, to: next, reason: '' })

describe('a member says where a case stands', () => {
  test('and its author is told, of all that was sent', async () => {
    const { desk, told } = atWork(caseOf('received', null, ['1', '2', '3']), 'received')
    expect((await desk.edit('1', to('received', 'accepted'))).ok).toBe(true)
    expect(told).toEqual([['1', ['1', '2', '3'], 'accepted']])
  })

  test('and nobody is told of what could not be written', async () => {
    const { desk, told } = atWork(caseOf('received', TODAY), 'received', { keeps: false })
    expect(await desk.edit('1', to('received', 'done'))).toEqual(decline('unreachable'))
    const other = atWork(caseOf('accepted', TODAY), 'accepted')
    expect(await other.desk.edit('1', to('received', 'done'))).toEqual(decline('theirs'))
    expect([...told, ...other.told]).toEqual([])
  })

  test('and hears where the person could not be told', async () => {
    const { desk } = atWork(caseOf('received', TODAY), 'received', { tells: false })
    expect(await desk.edit('1', to('received', 'done'))).toEqual(decline('untold'))
    expect(desk.known('1').work.state).toBe('done')
  })

  test('and what could not be told is told the next time', async () => {
    const late = atWork(caseOf('received', TODAY), 'done')
    await late.catchUp()
    expect(late.told).toEqual([['1', ['1', '2', '3'], 'done']])
    for (const settled of [
      atWork(caseOf('done', TODAY), 'done'),
      // It was declined without a file: that stands, whatever the file says.
      atWork(caseOf('declined', TODAY), 'received'),
      atWork(caseOf('declined', TODAY), 'accepted'),
      atWork(caseOf('accepted', TODAY), 'received'),
      atWork(caseOf('received', null, ['1', '2', '3']), 'accepted'),
    ]) {
      await settled.catchUp()
      expect(settled.told).toEqual([])
    }
  })
})

describe('what is worked on is kept', () => {
  test('as long again, once a week at most, and nothing unread counts as opened', async () => {
    const stale = atWork(caseOf('accepted', addDays(TODAY, -7), ['2']), 'accepted')
    expect(await stale.desk.edit('1', TAG)).toEqual(
      accept({ ...NEW_CASE, state: 'accepted', tags: ['gare'] }),
    )
    expect(stale.told).toEqual([['1', ['1', '3'], 'kept']])
    const recent = atWork(caseOf('accepted', addDays(TODAY, -6)), 'accepted')
    await recent.desk.edit('1', TAG)
    expect(recent.told).toEqual([])
  })

  test('as long again where a member asks', async () => {
    const { keep, told } = atWork(caseOf('done', TODAY, ['3']), 'done')
    expect(await keep('1')).toBe(true)
    // Where it stands is not said: another page may know better.
    expect(told).toEqual([['1', ['1', '2'], 'kept']])
  })
})

test('what two cases share stays with the one that is not over', async () => {
  const told: Parameters<StandingMeans['tell']>[] = []
  const [first, second] = [caseOf('accepted', TODAY), caseOf('accepted', TODAY)]
  const [own, ...shared] = second.envelopes
  const other: StandingCase = {
    id: '9',
    head: { ...second.head, id: '9' },
    envelopes: [{ ...own, id: '9' } as never, ...shared],
  }
  const states: Record<string, CaseState> = { '1': 'accepted', '9': 'accepted' }
  const desk = {
    known: (id: string) => ({ work: { ...NEW_CASE, state: states[id] }, revision: 1, by: MINE }),
    edit: async (id: string) => {
      states[id] = 'declined'
      return accept(NEW_CASE)
    },
  } as unknown as CaseDesk
  const standings = makeStandings(desk, {
    get: (id) => [first, other].find((each) => each.id === id),
    all: () => [first, other],
    tell: async (...one) => {
      told.push(one)
      return true
    },
    owed: () => [],
    today: () => TODAY,
  })
  await standings.desk.edit('1', to('accepted', 'declined'))
  expect(told).toEqual([['1', ['1'], 'declined']])
  told.length = 0
  // Once both are over, nothing needs to stay.
  await standings.desk.edit('9', to('accepted', 'declined'))
  expect(told).toEqual([['9', ['9', '2', '3'], 'declined']])
})

test('what comes to a case stands where the case does, and opening something says no more', async () => {
  const accepted = atWork(caseOf('accepted', TODAY, ['3']), 'accepted')
  expect(await accepted.confirm('1', ['3'])).toBe(true)
  const declined = atWork(caseOf('declined', TODAY, ['3']), 'received')
  await declined.confirm('1', ['3'])
  const fresh = atWork(caseOf('received', null, ['1', '2', '3']), 'received')
  await fresh.confirm('1', ['1', '2'])
  expect([...accepted.told, ...declined.told, ...fresh.told]).toEqual([
    ['1', ['3'], 'accepted'],
    ['1', ['3'], 'declined'],
    ['1', ['1', '2'], null],
  ])
  const lost = atWork(caseOf('accepted', addDays(TODAY, -9), ['3']), 'accepted', { tells: false })
  expect(await lost.confirm('1', ['3'])).toBe(false)
})

test('what governs a case is confirmed when cases are read, and stands where it does', async () => {
  const each = caseOf('accepted', TODAY, ['3'])
  const { told, ...standings } = atWork(each, 'accepted', { owed: ['3'] })
  await standings.catchUp()
  expect(told).toEqual([['1', ['3'], 'accepted']])
})

test('the last day of a case is thirty days after its end, or a year after the last touch', () => {
  expect(lastDayOn(caseOf('done', '2026-11-23'))).toBe('2026-12-23')
  expect(lastDayOn(caseOf('declined', '2026-11-23'))).toBe('2026-12-23')
  expect(lastDayOn(caseOf('accepted', '2026-11-23'))).toBe('2027-11-23')
  expect(lastDayOn(caseOf('received', null))).toBe(null)
  expect(isEnding(caseOf('done', TODAY), TODAY)).toBe(true)
  expect(isEnding(caseOf('accepted', '2025-12-24'), TODAY)).toBe(false)
  expect(isEnding(caseOf('accepted', '2025-12-23'), TODAY)).toBe(true)
})
