// Teams: who may found and change one, what each role may ask for, and what is left of someone who was removed.
import { beforeEach, describe, expect, it } from 'vitest'
import { toBase64, utf8 } from '../../../src/crypto/encoding.ts'
import { encryptTo, fingerprintOf, makeOpenKey } from '../../../src/crypto/openpgp.ts'
import { signText } from '../../../src/crypto/openpgp-signatures.ts'
import { issueChallenge } from '../../../src/crypto/challenge.ts'
import { keyBodyOf } from '../../../src/crypto/key-body.ts'
import { randomHex } from '../../../src/crypto/random.ts'
import type { OpenInvitations, OwnKeyBlobs, TeamChange } from '../../../src/protocol/team.ts'
import { openKeyring } from '../../../src/sealing/keyring.ts'
import { believeRosters, openBook } from '../../../src/sealing/team.ts'
import { unlockedKeyOf } from '../../support/federation.ts'
import { holderOf, postJson, sha256Of, signIn, signInBody } from '../../support/servers/correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import {
  changeBody,
  foundTeam,
  lockedBytes,
  makePerson,
  makeTeam,
  personOf,
  postTeam,
  signInAs,
  signInBodyAs,
  teamState,
  type TeamPerson,
} from '../../support/team-maker.ts'
import { TEAMED, type House } from './house.ts'

const [OURS, THEIRS] = TEAMED
const REFUSED = {
  signIn: [403, '{"error":"sign-in-refused"}'],
  required: [401, '{"error":"sign-in-required"}'],
}

const told = async (answer: Response): Promise<unknown[]> => [answer.status, await answer.text()]

const get = (server: RunningServer, path: string, cookie: string): Promise<Response> =>
  fetch(`${server.origin}${path}`, { headers: { Cookie: cookie } })

async function forget(server: RunningServer): Promise<void> {
  for (const table of ['rosters', 'team_books', 'team_members', 'key_blobs', 'invitations', 'sessions']) {
    await server.query(`delete from ${table}`)
  }
}

/** A sealed note for an invitation, and the locator of its words. */
async function invitation(server: RunningServer, association: string) {
  const key = await unlockedKeyOf(holderOf(server, association))
  const locator = randomHex(32)
  const note = toBase64(await encryptTo(key.toPublic(), utf8('eight words')))
  return {
    locator,
    locatorHash: sha256Of(locator),
    body: JSON.stringify({ version: 1, locatorHash: sha256Of(locator), note }),
  }
}

const answerTo = (locator: string, member: string, ways: object[] = []): string =>
  JSON.stringify({ version: 1, locator, member, answer: lockedBytes('who I am'), ways })

export function teamSuite(house: House): void {
  describe('a team', () => {
    let team: TeamPerson[]
    let officer: TeamPerson
    let member: TeamPerson
    beforeEach(async () => {
      await forget(house())
      team = await makeTeam()
      ;[officer, member] = [personOf(team, 'officer'), personOf(team, 'member')]
    })

    it('is founded with the association’s key, which then signs nobody in any more', async () => {
      const server = house()
      const before = await signIn(server, OURS)
      await foundTeam(server, OURS, team)
      expect(await told(await get(server, '/api/inbox', before))).toEqual(REFUSED.required)
      const again = await postJson(server, '/api/session', await signInBody(server, holderOf(server, OURS)))
      expect(await told(again)).toEqual(REFUSED.signIn)
      for (const person of [officer, member]) {
        expect((await get(server, '/api/inbox', await signInAs(server, OURS, person))).status).toBe(200)
      }
    })

    it('gives each of its members the keys, and the names, which the server never reads', async () => {
      const server = house()
      const named = [{ ...officer, name: 'Nom de sentinelle' }, ...team.slice(1)]
      await foundTeam(server, OURS, named)
      const state = await teamState(server, await signInAs(server, OURS, member))
      const keys = await openKeyring(new Uint8Array(Buffer.from(state.wrap ?? '', 'base64')), member.key)
      expect(keys?.map(fingerprintOf)).toEqual([holderOf(server, OURS).fingerprint])
      const believed = await believeRosters(state.rosters, OURS, holderOf(server, OURS).fingerprint)
      if (!believed.ok || !keys) throw new Error('the team is believed')
      const book = await openBook(
        new Uint8Array(Buffer.from(state.book ?? '', 'base64')),
        believed.value,
        keys,
      )
      expect(book?.teammates.map(({ name, role }) => [name, role])).toEqual(
        named.map(({ name, role }) => [name, role]),
      )
      const stored = JSON.stringify(
        (
          await Promise.all(
            ['rosters', 'team_books', 'team_members'].map((table) => server.query(`select * from ${table}`)),
          )
        ).flat(),
      )
      expect(stored).not.toContain('sentinelle')
    })

    it('is changed by an officer; whoever left is out at once, and nothing of theirs is left', async () => {
      const server = house()
      await foundTeam(server, OURS, team)
      const theirs = await signInAs(server, OURS, member)
      const blob = { locatorHash: sha256Of('x'), way: 'words', blob: lockedBytes('a key under lock') }
      expect(
        (await postJson(server, '/api/key-blobs', JSON.stringify(blob), { Cookie: theirs })).status,
      ).toBe(204)
      const cookie = await signInAs(server, OURS, officer)
      const fresh = await makeOpenKey('Nouvelle clé', Date.now())
      const keys = [await unlockedKeyOf(holderOf(server, OURS)), fresh]
      const left = team.filter((each) => each !== member)
      const change = await changeBody(server, cookie, {
        team: left,
        signer: officer,
        association: OURS,
        keys,
      })
      expect((await postTeam(server, cookie, change)).status).toBe(204)

      expect(await told(await get(server, '/api/team', theirs))).toEqual(REFUSED.required)
      expect(
        await told(await postJson(server, '/api/session', await signInBodyAs(server, OURS, member))),
      ).toEqual(REFUSED.signIn)
      expect(await server.query('select * from key_blobs')).toEqual([])
      expect(await server.query(`select * from team_members where member = '${member.fingerprint}'`)).toEqual(
        [],
      )
      const state = await teamState(server, cookie)
      const mine = await openKeyring(new Uint8Array(Buffer.from(state.wrap ?? '', 'base64')), officer.key)
      expect(mine?.at(-1) && fingerprintOf(mine.at(-1) as never)).toBe(fingerprintOf(fresh))
    })

    it('is made whole again by a key on paper, which reads no inbox', async () => {
      const server = house()
      await foundTeam(server, OURS, team)
      const paper = personOf(team, 'recovery')
      const cookie = await signInAs(server, OURS, paper)
      for (const path of ['/api/inbox', '/api/invitations', '/api/key-blobs']) {
        expect(await told(await get(server, path, cookie))).toEqual([403, '{"error":"not-allowed"}'])
      }
      const newcomer = await makePerson('officer')
      const whole = [newcomer, ...team.filter(({ role }) => role === 'recovery')]
      const terms = { team: whole, signer: paper, association: OURS }
      // A member that nobody could open again is not let in.
      const keyless = await postTeam(server, cookie, await changeBody(server, cookie, terms))
      expect(await told(keyless)).toEqual([409, '{"error":"team-changed"}'])
      const change = await changeBody(server, cookie, { ...terms, newcomer })
      expect((await postTeam(server, cookie, change)).status).toBe(204)
      expect((await get(server, '/api/inbox', await signInAs(server, OURS, newcomer))).status).toBe(200)
    })

    it('is changed once, by whoever comes first, and a change that was sent again is heard as before', async () => {
      const server = house()
      await foundTeam(server, OURS, team)
      const cookie = await signInAs(server, OURS, officer)
      const changes = await Promise.all(
        Array.from({ length: 4 }, () =>
          changeBody(server, cookie, { team, signer: officer, association: OURS }),
        ),
      )
      const answers = await Promise.all(changes.map((change) => postTeam(server, cookie, change)))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409, 409, 409])
      const [won] = changes.filter((_, index) => answers[index]?.status === 204)
      expect((await postTeam(server, cookie, won as TeamChange)).status).toBe(204)
      expect(await server.query('select number from rosters order by number')).toHaveLength(2)
      expect(await server.query('select member from team_members')).toHaveLength(4)
    })

    type Lie = (server: RunningServer, cookie: string) => Promise<TeamChange>
    const resigned = async (
      change: TeamChange,
      changed: object,
      server: RunningServer,
      by: TeamPerson,
    ): Promise<TeamChange> => {
      const roster = JSON.stringify({ ...JSON.parse(change.roster), ...changed })
      const own = await unlockedKeyOf(holderOf(server, OURS))
      return {
        ...change,
        roster,
        byKey: await signText(own, roster, Date.now()),
        byMember: await signText(by.key, roster, Date.now()),
      }
    }
    const honest = (server: RunningServer, cookie: string) =>
      changeBody(server, cookie, { team, signer: officer, association: OURS })
    const lies: [string, number, Lie][] = [
      [
        'signed by a plain member',
        403,
        (s, c) => changeBody(s, c, { team, signer: member, association: OURS }),
      ],
      [
        'signed by someone else',
        403,
        async (s, c) => changeBody(s, c, { team, signer: await makePerson('officer'), association: OURS }),
      ],
      [
        'without the association’s key',
        403,
        async (s, c) => {
          const change = await honest(s, c)
          return { ...change, byKey: change.byMember }
        },
      ],
      [
        'with an old challenge',
        403,
        async (s, c) => {
          const challenge = issueChallenge(s.secret, {
            purpose: 'team',
            bits: 0,
            expiresAt: Math.floor(Date.now() / 1000) - 2,
          })
          return resigned(await honest(s, c), { challenge }, s, officer)
        },
      ],
      [
        'with a challenge to sign in',
        403,
        async (s, c) => {
          const challenge = issueChallenge(s.secret, { purpose: 'sign-in', bits: 0, expiresAt: 4e9 })
          return resigned(await honest(s, c), { challenge }, s, officer)
        },
      ],
      [
        'that leaves out a number',
        409,
        async (s, c) => resigned(await honest(s, c), { number: 3 }, s, officer),
      ],
      [
        'that follows another',
        409,
        async (s, c) => resigned(await honest(s, c), { previous: 'a'.repeat(64) }, s, officer),
      ],
      [
        'for another association',
        422,
        async (s, c) => resigned(await honest(s, c), { association: THEIRS }, s, officer),
      ],
      [
        'that gives someone no keys',
        422,
        async (s, c) => {
          const change = await honest(s, c)
          return { ...change, wraps: change.wraps.slice(1) }
        },
      ],
      [
        'that gives a stranger the keys',
        422,
        async (s, c) => {
          const change = await honest(s, c)
          return {
            ...change,
            wraps: [...change.wraps, { ...change.wraps[0], recipient: 'A'.repeat(40) } as never],
          }
        },
      ],
      [
        'with another book',
        422,
        async (s, c) => {
          const [change, other] = [await honest(s, c), await honest(s, c)]
          return { ...change, book: other.book }
        },
      ],
      [
        'without an officer',
        400,
        async (s, c) => {
          const change = await honest(s, c)
          const { members } = JSON.parse(change.roster) as { members: { role: string }[] }
          return resigned(change, { members: members.filter(({ role }) => role !== 'officer') }, s, officer)
        },
      ],
      [
        'whose text is written otherwise',
        400,
        async (s, c) => {
          const change = await honest(s, c)
          return { ...change, roster: `${change.roster} ` }
        },
      ],
      [
        'that drops the key it had',
        422,
        async (s, c) => {
          const key = keyBodyOf(await makeOpenKey('Autre', Date.now()))
          return resigned(
            await honest(s, c),
            { keys: [{ key, encryptionKeyId: 'A'.repeat(16) }] },
            s,
            officer,
          )
        },
      ],
    ]
    it.each(lies)('does not take a roster %s', async (_what, status, lie) => {
      const server = house()
      await foundTeam(server, OURS, team)
      const cookie = await signInAs(server, OURS, officer)
      const answer = await postTeam(server, cookie, await lie(server, cookie))
      expect(answer.status).toBe(status)
      expect(await server.query('select number from rosters')).toHaveLength(1)
    })

    it('is no other’s: an officer of one founds and changes none elsewhere', async () => {
      const server = house()
      await foundTeam(server, OURS, team)
      const cookie = await signInAs(server, OURS, officer)
      const foreign = await changeBody(server, await signIn(server, THEIRS), {
        team,
        signer: officer,
        association: THEIRS,
      })
      expect((await postTeam(server, cookie, foreign)).status).toBe(409)
      expect(await server.query(`select * from rosters where association = '${THEIRS}'`)).toEqual([])
    })

    it('no longer stands once the directory gives its association a key that it never had, which then founds anew', async () => {
      const server = house()
      const strangers = await makeOpenKey('Volée', Date.now())
      await foundTeam(server, OURS, team)
      const before = await signInAs(server, OURS, officer)
      // As if the team had been founded with a key that the federation has since replaced.
      const [row] = await server.query(`select roster from rosters where association = '${OURS}'`)
      const roster = JSON.parse(String(row?.['roster']))
      roster.keys = [{ ...roster.keys[0], key: keyBodyOf(strangers) }]
      await server.query(
        `update rosters set roster = '${JSON.stringify(roster)}' where association = '${OURS}'`,
      )
      expect(await told(await get(server, '/api/inbox', before))).toEqual(REFUSED.required)
      const refused = await postJson(server, '/api/session', await signInBodyAs(server, OURS, officer))
      expect(await told(refused)).toEqual(REFUSED.signIn)
      const anew = await makeTeam()
      await foundTeam(server, OURS, anew)
      expect(
        (await get(server, '/api/inbox', await signInAs(server, OURS, personOf(anew, 'officer')))).status,
      ).toBe(200)
      expect(await server.query('select number from rosters')).toHaveLength(1)
      expect(await server.query('select id from team_members')).toHaveLength(anew.length)
    })

    it('invites: whoever has the words answers once, an officer sees it, nobody else does', async () => {
      const server = house()
      await foundTeam(server, OURS, team)
      await foundTeam(server, THEIRS, await makeTeam())
      const cookie = await signInAs(server, OURS, officer)
      const { locator, locatorHash, body } = await invitation(server, OURS)
      expect((await postJson(server, '/api/invitations', body, { Cookie: cookie })).status).toBe(204)
      const asked = await postJson(server, '/api/invitations/reads', JSON.stringify({ locator }))
      expect(await asked.json()).toEqual({ association: OURS, answered: false })

      const newcomer = await makePerson('member')
      const way = { locatorHash: sha256Of('a way'), way: 'passkey', blob: lockedBytes('under lock') }
      const answer = await postJson(
        server,
        '/api/invitations/answers',
        answerTo(locator, newcomer.fingerprint, [way]),
      )
      expect(answer.status).toBe(204)
      const second = await postJson(server, '/api/invitations/answers', answerTo(locator, 'B'.repeat(40)))
      expect(await told(second)).toEqual([409, '{"error":"token-taken"}'])
      const { invitations } = (await (
        await get(server, '/api/invitations', cookie)
      ).json()) as OpenInvitations
      expect(invitations).toMatchObject([
        { locatorHash, member: newcomer.fingerprint, answer: lockedBytes('who I am') },
      ])
      // Known to be coming, they are of no team yet.
      expect(
        await told(await postJson(server, '/api/session', await signInBodyAs(server, OURS, newcomer))),
      ).toEqual(REFUSED.signIn)

      const change = await changeBody(server, cookie, {
        team: [...team, newcomer],
        signer: officer,
        association: OURS,
      })
      expect((await postTeam(server, cookie, change)).status).toBe(204)
      const theirs = await signInAs(server, OURS, newcomer)
      const { ways } = (await (await get(server, '/api/key-blobs', theirs)).json()) as OwnKeyBlobs
      expect(ways).toMatchObject([{ locatorHash: way.locatorHash, way: 'passkey' }])
      expect(await server.query('select * from invitations')).toEqual([])
    })

    it('forgets an invitation that was taken back or not taken up, with what came with its answer', async () => {
      const server = house()
      await foundTeam(server, OURS, team)
      const cookie = await signInAs(server, OURS, officer)
      const { locator, locatorHash, body } = await invitation(server, OURS)
      await postJson(server, '/api/invitations', body, { Cookie: cookie })
      const way = { locatorHash: sha256Of('another way'), way: 'words', blob: lockedBytes('under lock') }
      await postJson(server, '/api/invitations/answers', answerTo(locator, 'C'.repeat(40), [way]))
      expect(await server.query('select * from key_blobs')).toHaveLength(1)
      const removal = JSON.stringify({ locatorHash })
      expect((await postJson(server, '/api/invitations/removals', removal, { Cookie: cookie })).status).toBe(
        204,
      )
      expect([
        await server.query('select * from key_blobs'),
        await server.query('select * from invitations'),
      ]).toEqual([[], []])

      const late = await invitation(server, OURS)
      await postJson(server, '/api/invitations', late.body, { Cookie: cookie })
      await server.query("update invitations set until = '2020-01-01'")
      const read = await postJson(server, '/api/invitations/reads', JSON.stringify({ locator: late.locator }))
      expect(await told(read)).toEqual([404, '{"error":"not-found"}'])
      const answer = await postJson(
        server,
        '/api/invitations/answers',
        answerTo(late.locator, 'C'.repeat(40)),
      )
      expect(await told(answer)).toEqual([404, '{"error":"not-found"}'])
    })

    it('lets nobody answer with a key that is of the team already', async () => {
      const server = house()
      await foundTeam(server, OURS, team)
      const cookie = await signInAs(server, OURS, officer)
      const { locator, body } = await invitation(server, OURS)
      await postJson(server, '/api/invitations', body, { Cookie: cookie })
      const way = { locatorHash: sha256Of('not mine'), way: 'words', blob: lockedBytes('under lock') }
      const answer = await postJson(
        server,
        '/api/invitations/answers',
        answerTo(locator, member.fingerprint, [way]),
      )
      expect(answer.status).toBe(409)
      expect(await server.query('select * from key_blobs')).toEqual([])
    })

    it('keeps a member’s key for whoever knows what opens it, and lets nobody else remove it', async () => {
      const server = house()
      await foundTeam(server, OURS, team)
      const [mine, theirs] = [await signInAs(server, OURS, member), await signInAs(server, OURS, officer)]
      const locator = randomHex(32)
      const blob = { locatorHash: sha256Of(locator), way: 'passkey', blob: lockedBytes('under lock') }
      await postJson(server, '/api/key-blobs', JSON.stringify(blob), { Cookie: mine })
      const keep = async (name: string): Promise<Response> =>
        postJson(server, '/api/key-blobs', JSON.stringify({ ...blob, locatorHash: sha256Of(name) }), {
          Cookie: mine,
        })
      const removal = JSON.stringify({ locatorHash: blob.locatorHash })
      const remove = async (cookie: string): Promise<number> =>
        (await postJson(server, '/api/key-blobs/removals', removal, { Cookie: cookie })).status
      const read = () => postJson(server, '/api/key-blobs/reads', JSON.stringify({ locator }))
      expect(await remove(theirs)).toBe(204)
      expect(await (await read()).json()).toEqual({ association: OURS, blob: blob.blob })
      const wrong = await postJson(server, '/api/key-blobs/reads', JSON.stringify({ locator: randomHex(32) }))
      expect(await told(wrong)).toEqual([404, '{"error":"not-found"}'])
      // The last two stay: one may be lost.
      await keep('way 1')
      expect([await remove(mine), (await read()).status]).toEqual([204, 200])
      await keep('way 2')
      expect([await remove(mine), (await read()).status]).toEqual([204, 404])
      for (let way = 3; way <= 8; way++) expect((await keep(`way ${way}`)).status).toBe(204)
      expect(await told(await keep('ninth'))).toEqual([409, '{"error":"too-many"}'])
    })

    it('closes what an officer who left may have seen, and lets one answer stand for one person', async () => {
      const server = house()
      const second = await makePerson('officer')
      await foundTeam(server, OURS, [...team, second])
      const cookie = await signInAs(server, OURS, officer)
      const [open, other] = [await invitation(server, OURS), await invitation(server, OURS)]
      for (const { body } of [open, other])
        await postJson(server, '/api/invitations', body, { Cookie: cookie })
      const newcomer = await makePerson('member')
      const answered = await postJson(
        server,
        '/api/invitations/answers',
        answerTo(other.locator, newcomer.fingerprint),
      )
      const again = await postJson(
        server,
        '/api/invitations/answers',
        answerTo(open.locator, newcomer.fingerprint),
      )
      expect([answered.status, again.status]).toEqual([204, 409])
      const change = await changeBody(server, cookie, { team, signer: officer, association: OURS })
      expect((await postTeam(server, cookie, change)).status).toBe(204)
      const left = await server.query('select member from invitations')
      expect(left.map(({ member: who }) => who)).toEqual([newcomer.fingerprint])
    })
  })
}
