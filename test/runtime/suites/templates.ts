// The answers an association has ready: kept sealed with the record that they were changed, in order, for their association alone.
import { beforeEach, describe, expect, it } from 'vitest'
import { fromBase64 } from '../../../src/crypto/encoding.ts'
import { makeOpenKey, type PrivateKey } from '../../../src/crypto/openpgp.ts'
import type { RecordPage } from '../../../src/protocol/case-file.ts'
import { openRecord } from '../../../src/sealing/case-file.ts'
import { openTemplates } from '../../../src/sealing/templates.ts'
import { sealedRecord, writerOf } from '../../support/case-writer.ts'
import { unlockedKeyOf } from '../../support/federation.ts'
import { holderOf, postJson, signIn } from '../../support/servers/correspondence.ts'
import {
  changeBody,
  foundTeam,
  makePerson,
  makeTeam,
  personOf,
  postTeam,
  signInAs,
} from '../../support/team-maker.ts'
import { postTemplates, templateOf, templatesOf, templatesPost } from '../../support/template-writer.ts'
import { TEAMED, type House } from './house.ts'

const [OURS, THEIRS] = TEAMED
const NO_HEAD = { number: 0, digest: null }

const told = async (answer: Response): Promise<unknown[]> => [answer.status, await answer.text()]
const bytesOf = (base64: string) => fromBase64(base64) ?? new Uint8Array()

export function templatesSuite(house: House): void {
  describe('the templates of an association', () => {
    let own: PrivateKey
    beforeEach(async () => {
      const tables = ['rosters', 'team_books', 'team_members', 'sessions', 'association_papers', 'records']
      for (const table of tables) await house().query(`delete from ${table}`)
      own = await unlockedKeyOf(holderOf(house(), OURS))
    })
    const terms = (key: PrivateKey = own, to: PrivateKey = own) => ({
      association: OURS,
      key,
      own: to.toPublic(),
    })

    it('are kept with the record that they were changed, one revision in place of the one before', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      expect(await templatesOf(server, cookie)).toEqual({ templates: null, head: NO_HEAD })
      const first = await templatesPost(terms(), 1, NO_HEAD, [templateOf(7, 'Bonjour')])
      expect((await postTemplates(server, cookie, first)).status).toBe(204)
      const { head, templates } = await templatesOf(server, cookie)
      expect([head.number, templates?.revision]).toEqual([1, 1])
      const second = await templatesPost(terms(), 2, head, [templateOf(7, 'Bonsoir')])
      expect((await postTemplates(server, cookie, second)).status).toBe(204)
      const now = (await templatesOf(server, cookie)).templates
      const opened = await openTemplates(bytesOf(now?.sealed ?? ''), [own], [writerOf(own)])
      expect(opened).toMatchObject({
        ok: true,
        value: { revision: 2, templates: [{ words: { fr: { text: 'Bonsoir' } } }] },
      })
      expect(await server.query('select paper, revision from association_papers')).toEqual([
        { paper: 'templates', revision: 2 },
      ])
      const { records } = (await (
        await fetch(`${server.origin}/api/records`, { headers: { Cookie: cookie } })
      ).json()) as RecordPage
      const lines = await Promise.all(
        records.map(({ sealed }) => openRecord(bytesOf(sealed), [own], [writerOf(own)])),
      )
      expect(lines).toMatchObject([
        { value: { action: 'templates-changed', case: null } },
        { value: { action: 'templates-changed', case: null } },
      ])
    })

    it('go to the first of eight who write them at once; the others hear so, and nothing of theirs is kept', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const posts = await Promise.all(
        Array.from({ length: 8 }, (_, n) => templatesPost(terms(), 1, NO_HEAD, [templateOf(n, `${n}`)])),
      )
      const answers = await Promise.all(posts.map((post) => postTemplates(server, cookie, post)))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([
        204,
        ...Array.from({ length: 7 }, () => 409),
      ])
      expect(await server.query('select id from records')).toHaveLength(1)
      expect(await server.query('select id from association_papers')).toHaveLength(1)
    })

    it('say which came first: another revision of them, or only another record', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      await postTemplates(server, cookie, await templatesPost(terms(), 1, NO_HEAD))
      const { head } = await templatesOf(server, cookie)
      expect(await told(await postTemplates(server, cookie, await templatesPost(terms(), 1, head)))).toEqual([
        409,
        '{"error":"paper-changed"}',
      ])
      expect(await told(await postTemplates(server, cookie, await templatesPost(terms(), 3, head)))).toEqual([
        409,
        '{"error":"paper-changed"}',
      ])
      const record = await sealedRecord(terms(), head, 'exported')
      await postJson(server, '/api/records', JSON.stringify({ version: 1, record }), { Cookie: cookie })
      expect(await told(await postTemplates(server, cookie, await templatesPost(terms(), 2, head)))).toEqual([
        409,
        '{"error":"record-changed"}',
      ])
      expect((await templatesOf(server, cookie)).templates?.revision).toBe(1)
    })

    it('that were kept while the answer was lost are kept when they come again, once', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const first = await templatesPost(terms(), 1, NO_HEAD, [templateOf(7, 'Bonjour')])
      for (const post of [first, first]) expect((await postTemplates(server, cookie, post)).status).toBe(204)
      const { head } = await templatesOf(server, cookie)
      expect(head.number).toBe(1)
      const second = await templatesPost(terms(), 2, head)
      for (const post of [second, first]) expect((await postTemplates(server, cookie, post)).status).toBe(204)
      expect((await templatesOf(server, cookie)).templates?.revision).toBe(2)
      expect(await server.query('select id from records')).toHaveLength(2)
    })

    it('are for their association alone', async () => {
      const server = house()
      await postTemplates(server, await signIn(server, OURS), await templatesPost(terms(), 1, NO_HEAD))
      const theirs = await signIn(server, THEIRS)
      expect(await templatesOf(server, theirs)).toEqual({ templates: null, head: NO_HEAD })
      const ours = await templatesPost(terms(), 2, NO_HEAD)
      expect(await told(await postTemplates(server, theirs, ours))).toEqual([
        422,
        '{"error":"wrong-recipient"}',
      ])
    })

    it('are refused plain, of a length that tells something, or with a record that is none', async () => {
      const server = house()
      const cookie = await signIn(server, OURS)
      const post = await templatesPost(terms(), 1, NO_HEAD)
      const plain = { ...post, sealed: Buffer.alloc(4245).toString('base64') }
      expect(await told(await postTemplates(server, cookie, plain))).toEqual([422, '{"error":"not-sealed"}'])
      const longer = {
        ...post,
        sealed: Buffer.concat([Buffer.from(post.sealed, 'base64'), Buffer.alloc(1)]).toString('base64'),
      }
      expect((await postTemplates(server, cookie, longer)).status).toBe(422)
      const swapped = { ...post, record: { ...post.record, sealed: post.sealed.slice(0, 2000) } }
      expect((await postTemplates(server, cookie, swapped)).status).toBe(422)
      expect(await server.query('select id from association_papers')).toEqual([])
      expect(await server.query('select id from records')).toEqual([])
    })

    it('still open once someone was removed, and are then sealed to the newest key', async () => {
      const server = house()
      const team = await makeTeam()
      const [officer, gone] = [personOf(team, 'officer'), await makePerson('member')]
      await foundTeam(server, OURS, [...team, gone])
      const cookie = await signInAs(server, OURS, officer)
      const before = await templatesPost(terms(gone.key, own), 1, NO_HEAD, [templateOf(1, 'Bonjour')])
      expect((await postTemplates(server, await signInAs(server, OURS, gone), before)).status).toBe(204)
      const fresh = await makeOpenKey('Nouvelle', Date.now())
      const keys = [own, fresh]
      const change = await changeBody(server, cookie, { team, signer: officer, association: OURS, keys })
      expect((await postTeam(server, cookie, change)).status).toBe(204)
      const { templates, head } = await templatesOf(server, cookie)
      const writers = [writerOf(gone.key), writerOf(officer.key)]
      expect(await openTemplates(bytesOf(templates?.sealed ?? ''), keys, writers)).toMatchObject({
        ok: true,
        value: { by: gone.fingerprint, templates: [{ words: { fr: { text: 'Bonjour' } } }] },
      })
      const old = await templatesPost(terms(officer.key, own), 2, head)
      expect(await told(await postTemplates(server, cookie, old))).toEqual([
        422,
        '{"error":"wrong-recipient"}',
      ])
      const next = await templatesPost(terms(officer.key, fresh), 2, head)
      expect((await postTemplates(server, cookie, next)).status).toBe(204)
    })
  })
}
