// A team stands while the directory knows one of its keys, and what an officer signed for others lasts as long as they do.
import { describe, expect, it } from 'vitest'
import { isTeamOver, losesOfficer } from '../../src/domain/team.ts'
import type { Roster, TeamRole } from '../../src/protocol/team.ts'

const KEY = (key: string) => ({ key, encryptionKeyId: '0'.repeat(16) })

const roster = (members: readonly [string, TeamRole][], keys: readonly string[] = ['first']): Roster => ({
  kind: 'roster',
  version: 1,
  association: 'phare',
  number: 1,
  previous: null,
  challenge: '',
  book: '',
  keys: keys.map(KEY),
  members: members.map(([key, role]) => ({ key, role })),
})

describe('a team that stands', () => {
  it('stands while the directory lists any of its keys, and where it lists none at all', () => {
    const team = roster([], ['first', 'second'])
    expect(isTeamOver(team, KEY('first'))).toBe(false)
    expect(isTeamOver(team, KEY('second'))).toBe(false)
    expect(isTeamOver(team, null)).toBe(false)
  })

  it('is over once the directory lists a key that it never had', () => {
    expect(isTeamOver(roster([], ['first', 'second']), KEY('third'))).toBe(true)
  })
})

describe('an officer who leaves', () => {
  const before = roster([
    ['ana', 'officer'],
    ['bo', 'member'],
  ])

  it('is one whose key the next roster has not', () => {
    expect(losesOfficer(roster([['bo', 'officer']]), before)).toBe(true)
  })

  it('is nobody where a member leaves, an officer changes role, or no team was before', () => {
    expect(losesOfficer(roster([['ana', 'officer']]), before)).toBe(false)
    expect(
      losesOfficer(
        roster([
          ['ana', 'member'],
          ['bo', 'officer'],
        ]),
        before,
      ),
    ).toBe(false)
    expect(losesOfficer(before, null)).toBe(false)
  })
})
