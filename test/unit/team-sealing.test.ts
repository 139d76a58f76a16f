// What a member believes of a team that a server gives: only an unbroken chain of signed rosters, and a book that fits the last.
import { beforeAll, describe, expect, test } from 'vitest'
import { argon2InWasm, TEAM_COST } from '../../src/crypto/argon2.ts'
import { fromBase64, toHex, utf8, type Bytes } from '../../src/crypto/encoding.ts'
import { lock, locatorOf, unlockBytes } from '../../src/crypto/lock.ts'
import { fingerprintOf, makeOpenKey, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { signText } from '../../src/crypto/openpgp-signatures.ts'
import { randomBytes } from '../../src/crypto/random.ts'
import { recoveryKey, rootOfWords } from '../../src/crypto/team-words.ts'
import type { SignedRoster, TeamChange } from '../../src/protocol/team.ts'
import { changeTeam } from '../../src/sealing/change-team.ts'
import { openKeyring, sealKeyring } from '../../src/sealing/keyring.ts'
import { believeRosters, openBook, type BelievedRoster } from '../../src/sealing/team.ts'
import { makePerson, makeTeam, personOf, type TeamPerson } from '../support/team-maker.ts'

const AT = Date.parse('2026-11-20T10:00:00Z')
const OURS = 'ecoute-sud'

let team: TeamPerson[]
let first: PrivateKey
let second: PrivateKey
let founded: TeamChange
let changed: TeamChange

const signedOf = ({ roster, byKey, byMember }: TeamChange): SignedRoster => ({ roster, byKey, byMember })
const teammatesOf = (people: readonly TeamPerson[]) =>
  people.map(({ name, role, key }) => ({ name, role, certificate: key.toPublic() }))
const believe = (rosters: SignedRoster[], key = first) => believeRosters(rosters, OURS, fingerprintOf(key))
const believedOf = async (rosters: SignedRoster[]): Promise<BelievedRoster> => {
  const believed = await believe(rosters)
  if (!believed.ok) throw new Error(believed.reason)
  return believed.value
}
const nextOf = async (
  rosters: SignedRoster[],
  people: readonly TeamPerson[],
  signer: TeamPerson,
  keys: PrivateKey[],
) =>
  changeTeam(
    {
      association: OURS,
      before: rosters.length > 0 ? await believedOf(rosters) : null,
      challenge: 'team.0.1.a.b',
      teammates: teammatesOf(people),
      keys,
      signer: signer.key,
      ways: [],
    },
    AT,
  )

beforeAll(async () => {
  team = await makeTeam()
  first = await makeOpenKey('Écoute Sud', AT - 60_000)
  second = await makeOpenKey('Écoute Sud', AT - 60_000)
  founded = await nextOf([], team, personOf(team, 'officer'), [first])
  changed = await nextOf(
    [signedOf(founded)],
    team.filter(({ role }) => role !== 'member'),
    personOf(team, 'officer'),
    [first, second],
  )
})

describe('a team is believed', () => {
  test('as its founder and each officer signed it, under whichever of its keys the directory knows', async () => {
    const chain = [signedOf(founded), signedOf(changed)]
    for (const key of [first, second]) {
      expect(await believe(chain, key)).toMatchObject({ ok: true, value: { roster: { number: 2 } } })
    }
  })

  test('by name and certificate as its book says, and by nothing a server could put in its place', async () => {
    const last = await believedOf([signedOf(founded)])
    const sealed = fromBase64(founded.book) as Bytes
    const book = await openBook(sealed, last, [first])
    expect(book?.teammates.map(({ name, fingerprint }) => [name, fingerprint])).toEqual(
      team.map(({ name, fingerprint }) => [name, fingerprint]),
    )
    expect(await openBook(fromBase64(changed.book) as Bytes, last, [first, second])).toBeNull()
    expect(await openBook(sealed, last, [second])).toBeNull()
  })

  const tampered = (change: TeamChange, change_: (roster: Record<string, unknown>) => void): SignedRoster => {
    const roster = JSON.parse(change.roster) as Record<string, unknown>
    change_(roster)
    return { ...signedOf(change), roster: JSON.stringify(roster) }
  }
  const outsider = (): Promise<TeamPerson> => makePerson('officer')
  test.each<[string, string, () => Promise<SignedRoster[]> | SignedRoster[]]>([
    ['no roster at all', 'no-roster', () => []],
    ['something that is none', 'not-a-roster', () => [{ ...signedOf(founded), roster: '{}' }]],
    ['a chain without its beginning', 'broken-chain', () => [signedOf(changed)]],
    ['a chain told twice', 'broken-chain', () => [signedOf(founded), signedOf(founded)]],
    [
      'a role that was changed',
      'unsigned',
      () => [
        tampered(founded, (roster) => {
          const [officer] = roster['members'] as { role: string }[]
          if (officer)
            (roster['members'] as { role: string }[])[1] = {
              ...(roster['members'] as { role: string }[])[1],
              role: 'officer',
            } as never
        }),
      ],
    ],
    [
      'a roster by a plain member',
      'unsigned',
      async () => [
        signedOf(founded),
        signedOf(await nextOf([signedOf(founded)], team, personOf(team, 'member'), [first])),
      ],
    ],
    [
      'a roster by a stranger',
      'unsigned',
      async () => [
        signedOf(founded),
        signedOf(await nextOf([signedOf(founded)], team, await outsider(), [first])),
      ],
    ],
    [
      'a founding by someone who lacks the association’s key',
      'unsigned',
      async () => {
        const change = await nextOf([], team, personOf(team, 'officer'), [first])
        return [{ ...signedOf(change), byKey: await signText(second, change.roster, AT) }]
      },
    ],
    [
      'another association’s team',
      'broken-chain',
      () => [
        tampered(founded, (roster) => {
          roster['association'] = 'droits-nord'
        }),
      ],
    ],
  ])('but not %s', async (_what, reason, chain) => {
    expect(await believe(await chain())).toEqual({ ok: false, reason })
  })

  test('but not one of which the directory knows no key', async () => {
    expect(await believe([signedOf(founded)], second)).toEqual({ ok: false, reason: 'unknown-key' })
  })
})

describe('a keyring', () => {
  test('gives each member all the keys, oldest first, and nobody else any', async () => {
    const [one, other] = [await makePerson('member'), await makePerson('member')]
    const sealed = await sealKeyring([first, second], one.key.toPublic())
    const opened = await openKeyring(sealed, one.key)
    expect(opened?.map(fingerprintOf)).toEqual([first, second].map(fingerprintOf))
    expect(await openKeyring(sealed, other.key)).toBeNull()
    expect(
      await openKeyring(sealed.with(sealed.length - 1, (sealed.at(-1) ?? 0) ^ 1) as Bytes, one.key),
    ).toBeNull()
  })
})

describe('a lock', () => {
  test('opens with the same secret and for the same use alone, and says where it is kept without saying what opens it', async () => {
    const [root, other] = [randomBytes(32), randomBytes(32)]
    const locked = await lock(root, 'member key', utf8('une clé'))
    expect(await unlockBytes(root, 'member key', locked)).toEqual(utf8('une clé'))
    expect(await unlockBytes(other, 'member key', locked)).toBeNull()
    expect(await unlockBytes(root, 'invitation', locked)).toBeNull()
    expect(await unlockBytes(root, 'member key', locked.with(0, 2) as Bytes)).toBeNull()
    expect(await unlockBytes(root, 'member key', locked.with(20, (locked[20] ?? 0) ^ 1) as Bytes)).toBeNull()
    expect(await locatorOf(root, 'member key')).toMatch(/^[0-9a-f]{64}$/)
    expect(await locatorOf(root, 'member key')).not.toBe(await locatorOf(root, 'invitation'))
    expect(await lock(root, 'member key', utf8('une clé'))).not.toEqual(locked)
  })

  test('eight words open one thing each: the same words open nothing else', async () => {
    const argon2 = argon2InWasm(TEAM_COST)
    const secret = Uint8Array.from({ length: 10 }, (_, i) => i)
    const roots = await Promise.all(
      (['member', 'recovery', 'invitation'] as const).map((use) => rootOfWords(secret, use, argon2)),
    )
    expect(new Set(roots.map(toHex)).size).toBe(3)
    const [, paper] = roots
    const [one, again] = [await recoveryKey(paper as Bytes), await recoveryKey(paper as Bytes)]
    expect(one).toEqual(again)
  })
})
