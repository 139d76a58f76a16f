// What members write about cases, and the record of what they did: kept together, in order, for their association alone.
import { beforeEach, describe, expect, it } from 'vitest'
import { fromBase64, fromHex } from '../../../src/crypto/encoding.ts'
import { makeOpenKey, type PrivateKey } from '../../../src/crypto/openpgp.ts'
import { sha256Hex } from '../../../src/crypto/sha256.ts'
import { STATUS_TOKENS } from '../../../src/protocol/limits.ts'
import type { RecordPage } from '../../../src/protocol/case-file.ts'
import { openCaseFile, openRecord } from '../../../src/sealing/case-file.ts'
import { casePost, casesOf, postCase, sealedRecord, writerOf } from '../../support/case-writer.ts'
import { unlockedKeyOf } from '../../support/federation.ts'
import {
  bodyOf,
  holderOf,
  postJson,
  sealedEnvelope,
  signIn,
  solvedProof,
  submit,
} from '../../support/servers/correspondence.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import {
  changeBody,
  foundTeam,
  makePerson,
  makeTeam,
  personOf,
  postTeam,
  signInAs,
} from '../../support/team-maker.ts'
import { TEAMED, type House } from './house.ts'
import { randomHex } from '../../../src/crypto/random.ts'

const [OURS, THEIRS] = TEAMED
const NO_HEAD = { number: 0, digest: null }

async function aCase(server: RunningServer, association: string): Promise<{ id: string; token: string }> {
  const token = randomHex(32)
  const envelope = {
    ...(await sealedEnvelope(server, association)),
    tokenHash: sha256Hex(fromHex(token) ?? new Uint8Array()),
  }
  await submit(server, bodyOf(envelope), solvedProof(server))
  const [row] = await server.query(`select id from envelopes where token_hash = '${envelope.tokenHash}'`)
  return { id: String(row?.['id']), token }
}

const told = async (answer: Response): Promise<unknown[]> => [answer.status, await answer.text()]
const bytesOf = (base64: string) => fromBase64(base64) ?? new Uint8Array()

export function casesSuite(house: House): void {
  describe('the file of a case', () => {
    let own: PrivateKey
    beforeEach(async () => {
      const tables = [
        'rosters',
        'team_books',
        'team_members',
        'key_blobs',
        'invitations',
        'sessions',
        'case_files',
        'records',
      ]
      for (const table of tables) await house().query(`delete from ${table}`)
      own = await unlockedKeyOf(holderOf(house(), OURS))
    })
    const terms = (key: PrivateKey = own, to: PrivateKey = own) => ({
      association: OURS,
      key,
      own: to.toPublic(),
    })

    it('is kept with the record that it was changed, revision after revision, and opens for its association', async () => {
      const server = house()
      const [cookie, { id }] = [await signIn(server, OURS), await aCase(server, OURS)]
      expect(
        (await postCase(server, cookie, await casePost(terms(), id, 1, NO_HEAD, { tags: ['gare'] }))).status,
      ).toBe(204)
      const { cases, head, next } = await casesOf(server, cookie)
      expect([cases.map((each) => [each.case, each.revision]), next, head.number]).toEqual([
        [[id, 1]],
        null,
        1,
      ])
      expect(
        (await postCase(server, cookie, await casePost(terms(), id, 2, head, { state: 'accepted' }))).status,
      ).toBe(204)
      const [now] = (await casesOf(server, cookie)).cases
      const opened = await openCaseFile(bytesOf(now?.sealed ?? ''), [own], [writerOf(own)])
      expect(opened).toMatchObject({ ok: true, value: { revision: 2, work: { state: 'accepted' } } })
      const answer = await fetch(`${server.origin}/api/records`, { headers: { Cookie: cookie } })
      const { records } = (await answer.json()) as RecordPage
      expect(records.map(({ number }) => number)).toEqual([1, 2])
      expect(records[1]?.previous).toBe(sha256Hex(bytesOf(records[0]?.sealed ?? '')))
      expect(await openRecord(bytesOf(records[0]?.sealed ?? ''), [own], [writerOf(own)])).toMatchObject({
        ok: true,
        value: { action: 'case-changed', case: id },
      })
    })

    it('goes to the first of twelve who write it at once; the others hear so, and nothing of theirs is kept', async () => {
      const server = house()
      const [cookie, { id }] = [await signIn(server, OURS), await aCase(server, OURS)]
      const posts = await Promise.all(
        Array.from({ length: 12 }, (_, n) => casePost(terms(), id, 1, NO_HEAD, { tags: [`tag ${n}`] })),
      )
      const answers = await Promise.all(posts.map((post) => postCase(server, cookie, post)))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([
        204,
        ...Array.from({ length: 11 }, () => 409),
      ])
      expect(await server.query('select id from records')).toHaveLength(1)
      expect((await casesOf(server, cookie)).cases).toHaveLength(1)
    })

    it('says which came first: another revision of it, or only another record', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const [one, other] = [await aCase(server, OURS), await aCase(server, OURS)]
      await postCase(server, cookie, await casePost(terms(), one.id, 1, NO_HEAD))
      const { head } = await casesOf(server, cookie)
      expect(await told(await postCase(server, cookie, await casePost(terms(), one.id, 1, head)))).toEqual([
        409,
        '{"error":"case-changed"}',
      ])
      expect(
        await told(await postCase(server, cookie, await casePost(terms(), other.id, 1, NO_HEAD))),
      ).toEqual([409, '{"error":"record-changed"}'])
      expect((await postCase(server, cookie, await casePost(terms(), other.id, 1, head))).status).toBe(204)
    })

    it('that was kept while its answer was lost is kept when it comes again, once, whatever was written since', async () => {
      const server = house()
      const [cookie, { id }] = [await signIn(server, OURS), await aCase(server, OURS)]
      const first = await casePost(terms(), id, 1, NO_HEAD)
      for (const post of [first, first]) expect((await postCase(server, cookie, post)).status).toBe(204)
      const { head } = await casesOf(server, cookie)
      expect(head.number).toBe(1)
      const second = await casePost(terms(), id, 2, head)
      for (const post of [second, first]) expect((await postCase(server, cookie, post)).status).toBe(204)
      const { cases } = await casesOf(server, cookie)
      expect(cases.map(({ revision }) => revision)).toEqual([2])
    })

    it('is refused for a case of another association, or of none, in the same words', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const { id } = await aCase(server, THEIRS)
      for (const about of [id, '42']) {
        const answer = await postCase(server, cookie, await casePost(terms(), about, 1, NO_HEAD))
        expect(await told(answer)).toEqual([404, '{"error":"not-found"}'])
      }
      expect(await server.query('select id from records')).toEqual([])
      const theirs = await casesOf(server, await signIn(server, THEIRS))
      expect(theirs.cases).toEqual([])
    })

    it('is refused when it is sealed to another key, or of a length that tells something', async () => {
      const server = house()
      const [cookie, { id }] = [await signIn(server, OURS), await aCase(server, OURS)]
      const foreign = await makeOpenKey('Ailleurs', Date.now())
      expect(
        await told(await postCase(server, cookie, await casePost(terms(own, foreign), id, 1, NO_HEAD))),
      ).toEqual([422, '{"error":"wrong-recipient"}'])
      const post = await casePost(terms(), id, 1, NO_HEAD)
      const swapped = { ...post, record: { ...post.record, sealed: post.sealed.slice(0, 2000) } }
      expect((await postCase(server, cookie, swapped)).status).toBe(422)
      const plain = { ...post, sealed: Buffer.alloc(4245).toString('base64') }
      expect(await told(await postCase(server, cookie, plain))).toEqual([422, '{"error":"not-sealed"}'])
    })

    it('must be sealed to the newest key once someone was removed', async () => {
      const server = house()
      const team = await makeTeam()
      const [officer, gone] = [personOf(team, 'officer'), await makePerson('member')]
      await foundTeam(server, OURS, [...team, gone])
      const cookie = await signInAs(server, OURS, officer)
      const fresh = await makeOpenKey('Nouvelle', Date.now())
      const change = await changeBody(server, cookie, {
        team,
        signer: officer,
        association: OURS,
        keys: [own, fresh],
      })
      expect((await postTeam(server, cookie, change)).status).toBe(204)
      const { id } = await aCase(server, OURS)
      expect(
        (await postCase(server, cookie, await casePost(terms(officer.key, own), id, 1, NO_HEAD))).status,
      ).toBe(422)
      expect(
        (await postCase(server, cookie, await casePost(terms(officer.key, fresh), id, 1, NO_HEAD))).status,
      ).toBe(204)
    })

    it('goes with its report when the report’s author erases it', async () => {
      const server = house()
      const [cookie, { id, token }] = [await signIn(server, OURS), await aCase(server, OURS)]
      await postCase(server, cookie, await casePost(terms(), id, 1, NO_HEAD))
      const tokens = [token, ...Array.from({ length: STATUS_TOKENS - 1 }, () => randomHex(32))]
      const erased = await postJson(
        server,
        '/api/erasures',
        JSON.stringify({ version: 1, tokens, only: 'all' }),
      )
      expect(erased.status).toBe(204)
      expect(await server.query('select id from case_files')).toEqual([])
    })
  })

  describe('the record', () => {
    it('takes what follows its last line, once, and nothing that leaves one out or takes the place of another', async () => {
      const server = house()
      for (const table of ['rosters', 'team_members', 'sessions', 'records'])
        await server.query(`delete from ${table}`)
      const own = await unlockedKeyOf(holderOf(server, OURS))
      const terms = { association: OURS, key: own, own: own.toPublic() }
      const cookie = await signIn(server, OURS)
      const post = async (record: object) =>
        told(
          await postJson(server, '/api/records', JSON.stringify({ version: 1, record }), { Cookie: cookie }),
        )
      const first = await sealedRecord(terms, NO_HEAD, 'exported')
      expect(await post(first)).toEqual([204, ''])
      // The answer was lost on the way: the same bytes are the same line.
      expect(await post(first)).toEqual([204, ''])
      expect(await server.query('select number from records')).toHaveLength(1)
      const other = await sealedRecord(terms, NO_HEAD, 'exported')
      expect(await post(other)).toEqual([409, '{"error":"record-changed"}'])
      const { head } = await casesOf(server, cookie)
      const late = await sealedRecord(terms, { number: 2, digest: head.digest })
      const astray = await sealedRecord(terms, { number: 1, digest: 'a'.repeat(64) })
      expect([await post(late), await post(astray)]).toEqual(
        Array.from({ length: 2 }, () => [409, '{"error":"record-changed"}']),
      )
      expect(await post(await sealedRecord(terms, head, 'answered'))).toEqual([204, ''])
      expect(await post(first)).toEqual([204, ''])
      expect((await casesOf(server, cookie)).head.number).toBe(2)
    })
  })
}
