// Notices: who says where they go, to whom one goes and when, and that nothing of it tells how much waits.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../../src/protocol/day.ts'
import {
  asAnother,
  bodyOf,
  postJson,
  sealedEnvelope,
  solvedProof,
  submit,
} from '../../support/servers/correspondence.ts'
import type { MailSink } from '../../support/servers/mail-sink.ts'
import type { RunningServer } from '../../support/servers/running-server.ts'
import { foundTeam, makeTeam, personOf, signInAs, type TeamPerson } from '../../support/team-maker.ts'
import { RECEIVING, TEAMED, type House } from './house.ts'

const [OURS, THEIRS] = TEAMED
const [ACKNOWLEDGED, TODAY_ONLY, REFUSED] = RECEIVING
const UNLISTED = 'plus-inscrite'
const ADDRESS = 'sentinelle@asso.example'

const sinkOf = (server: RunningServer): MailSink => {
  if (!server.mail) throw new Error('this server sends mail')
  return server.mail
}

/** So many envelopes wait for an association since a day. */
async function waiting(server: RunningServer, association: string, since: string, count = 1): Promise<void> {
  const envelope = await sealedEnvelope(server, association)
  for (let sent = 0; sent < count; sent++) {
    await submit(server, bodyOf(asAnother(envelope)), solvedProof(server))
  }
  await server.query('update envelopes set received_on = ? where association = ?', [since, association])
}

const wants = (server: RunningServer, association: string, address: string | null = ADDRESS) =>
  server.query('insert into notices (association, address, locale) values (?, ?, ?)', [
    association,
    address,
    'fr',
  ])

const daysOf = async (server: RunningServer, association: string): Promise<unknown[]> => {
  const [row] = await server.query('select digest_on, reminded_on from notices where association = ?', [
    association,
  ])
  return [row?.['digest_on'], row?.['reminded_on']]
}

const noticed = (digests: number, reminders: number): RegExp =>
  new RegExp(`noticed digests=${digests} reminders=${reminders} failed=0\\b`)

export function noticesSuite(house: House): void {
  const today = dayOf(Date.now())
  const yesterday = addDays(today, -1)
  describe('an association that has not looked', () => {
    let ours: TeamPerson[]
    let theirs: TeamPerson[]

    beforeAll(async () => {
      const server = house()
      for (const table of ['rosters', 'team_books', 'team_members', 'sessions']) {
        await server.query(`delete from ${table}`)
      }
      ;[ours, theirs] = [await makeTeam(), await makeTeam()]
      await foundTeam(server, OURS, ours)
      await foundTeam(server, THEIRS, theirs)
    })
    beforeEach(async () => {
      for (const table of ['notices', 'envelopes']) await house().query(`delete from ${table}`)
      const sink = sinkOf(house())
      sink.isFailing = false
      sink.taken.length = 0
      sink.turnedAway.length = 0
    })

    describe('where notices go', () => {
      const say = (server: RunningServer, cookie: string, said: object): Promise<Response> =>
        postJson(server, '/api/notices', JSON.stringify({ version: 1, ...said }), { Cookie: cookie })
      const read = async (server: RunningServer, cookie: string): Promise<unknown> =>
        (await fetch(`${server.origin}/api/notices`, { headers: { Cookie: cookie } })).json()

      it('is said, changed and taken back by officers, each of their own association', async () => {
        const server = house()
        const officer = await signInAs(server, OURS, personOf(ours, 'officer'))
        const other = await signInAs(server, THEIRS, personOf(theirs, 'officer'))
        expect(await read(server, officer)).toEqual({ notice: null, sent: true })
        const notice = { address: ADDRESS, locale: 'fr' }
        expect((await say(server, officer, notice)).status).toBe(204)
        expect(await read(server, officer)).toEqual({ notice, sent: true })
        expect(await read(server, other)).toEqual({ notice: null, sent: true })
        const changed = { address: 'autre@asso.example', locale: 'en' }
        await say(server, officer, changed)
        expect(await read(server, officer)).toEqual({ notice: changed, sent: true })
        await say(server, officer, { address: null, locale: 'en' })
        expect(await read(server, officer)).toEqual({ notice: { address: null, locale: 'en' }, sent: true })
        const kept = JSON.stringify(await server.query('select * from notices'))
        expect(kept).not.toContain('asso.example')
      })

      it.each([
        ['an address that is none', { address: 'asso.example', locale: 'fr' }],
        ['two addresses', { address: 'a@asso.example,b@asso.example', locale: 'fr' }],
        ['another header', { address: 'a@asso.example\r\nBcc: b@asso.example', locale: 'fr' }],
        ['a name beside it', { address: 'Asso <a@asso.example>', locale: 'fr' }],
        ['another language', { address: ADDRESS, locale: 'de' }],
        ['anything besides', { address: ADDRESS, locale: 'fr', wanted: true }],
      ])('is never %s', async (_, said) => {
        const server = house()
        const answer = await say(server, await signInAs(server, OURS, personOf(ours, 'officer')), said)
        expect([answer.status, await answer.text()]).toEqual([400, '{"error":"invalid-shape"}'])
        expect(await server.query('select * from notices')).toEqual([])
      })
    })

    describe('the daily notice', () => {
      it('compression leaks: is the same, byte for byte, whether one or ten wait; it names neither; it comes once a day', async () => {
        const server = house()
        const sink = sinkOf(server)
        await wants(server, OURS)
        await wants(server, THEIRS)
        await waiting(server, OURS, yesterday)
        await waiting(server, THEIRS, yesterday, 10)
        await server.hourly(noticed(2, 0))
        const [one, ten] = sink.taken
        expect(sink.taken.map(({ to }) => to)).toEqual([ADDRESS, ADDRESS])
        expect(ten?.steady).toBe(one?.steady)
        expect(ten?.bytes).toBe(one?.bytes)
        expect(ten?.id).not.toBe(one?.id)
        expect(one?.words).toContain(`${server.origin}/fr/association`)
        // Where that is noted: whoever sent them reached the relay, and nobody else.
        const relay = new URL(sink.settings['MAIL_RELAY'] ?? 'smtp://none').host
        if (server.reached) expect(await server.reached()).toEqual([relay])
        expect(one?.words).not.toMatch(/est\b|ouest|\d (?:récit|message)|guet|LGBT|victime/iu)

        await server.query('update notices set digest_on = null where association = ?', [THEIRS])
        await server.hourly(noticed(1, 0))
        expect(sink.taken).toHaveLength(3)
        expect(sink.taken[2]?.id).toBe(ten?.id)
        expect(server.logs()).not.toContain(ADDRESS)
      })

      it('goes to nobody who refused, is not listed any more, whose team is over, or for whom nothing waits since before today', async () => {
        const server = house()
        const sink = sinkOf(server)
        await wants(server, REFUSED, null)
        for (const each of [ACKNOWLEDGED, TODAY_ONLY, UNLISTED, OURS, THEIRS]) await wants(server, each)
        for (const each of [REFUSED, ACKNOWLEDGED, OURS, THEIRS]) await waiting(server, each, yesterday)
        await waiting(server, TODAY_ONLY, today)
        await server.query('update envelopes set acknowledged_on = ? where association = ?', [
          today,
          ACKNOWLEDGED,
        ])
        await server.query(
          "insert into envelopes select id + 1, ?, key_fingerprint, sealed, 'another', received_on, null, null, null from envelopes where association = ?",
          [UNLISTED, THEIRS],
        )
        const rosters = await server.query('select roster from rosters where association = ?', [OURS])
        const { keys } = JSON.parse(String(rosters[0]?.['roster']))
        const strange = `${keys[0].key.slice(0, -4)}AAAA`
        await server.query('update rosters set roster = replace(roster, ?, ?) where association = ?', [
          keys[0].key,
          strange,
          OURS,
        ])
        await server.hourly(noticed(1, 0))
        expect(sink.taken).toHaveLength(1)
        expect(await daysOf(server, THEIRS)).toEqual([today, null])

        // A team that is founded anew begins without the address of the one before.
        await server.query('delete from sessions')
        await foundTeam(server, OURS, ours)
        const officer = await signInAs(server, OURS, personOf(ours, 'officer'))
        const said = await fetch(`${server.origin}/api/notices`, { headers: { Cookie: officer } })
        expect(await said.json()).toEqual({ notice: null, sent: true })
      })

      it('is a reminder once something waits for seven days, and the week after a daily notice again', async () => {
        const server = house()
        const sink = sinkOf(server)
        for (const each of [OURS, THEIRS]) await wants(server, each)
        await waiting(server, OURS, addDays(today, -7))
        await waiting(server, THEIRS, addDays(today, -6))
        await server.hourly(noticed(1, 1))
        const [reminder] = sink.taken.filter(({ words }) => words.includes('sept jours'))
        expect(sink.taken).toHaveLength(2)
        expect(await daysOf(server, OURS)).toEqual([today, today])
        expect(await daysOf(server, THEIRS)).toEqual([today, null])
        await server.query('update notices set digest_on = ?, reminded_on = ? where association = ?', [
          yesterday,
          yesterday,
          OURS,
        ])
        await server.hourly(noticed(1, 0))
        expect(sink.taken[2]?.words).not.toContain('sept jours')
        expect(reminder?.words.split('\n')[0]).toBe('Balise : quelque chose attend depuis sept jours')
      })

      it('that could not leave is tried again at the next hour, as the very same message; the log has a code alone', async () => {
        const server = house()
        const sink = sinkOf(server)
        await wants(server, OURS)
        await waiting(server, OURS, addDays(today, -8), 2)
        sink.isFailing = true
        await server.hourly(/noticed digests=0 reminders=0 failed=1 mail-\w+/)
        expect(sink.taken).toEqual([])
        expect(await daysOf(server, OURS)).toEqual([null, null])
        sink.isFailing = false
        await server.hourly(noticed(0, 1))
        expect(sink.taken.map(({ id }) => id)).toEqual(sink.turnedAway.map(({ id }) => id))
        expect(server.logs()).not.toContain('sentinelle')
        expect(server.logs()).not.toContain(OURS)
      })
    })
  })
}
