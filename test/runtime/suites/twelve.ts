// An association of twelve, all at one case, over lines that fail: every word is there in the end, once, and two who chose otherwise hear so.
import { describe, expect, it } from 'vitest'
import { makeCaseDesk, type CaseDesk } from '../../../src/domain/case-desk.ts'
import type { CallFault } from '../../../src/protocol/error-codes.ts'
import type { CaseEdit } from '../../../src/domain/case-edit.ts'
import { fromBase64 } from '../../../src/crypto/encoding.ts'
import { accept, decline, type Result } from '../../../src/protocol/result.ts'
import type { RecordPage } from '../../../src/protocol/case-file.ts'
import { openCaseFile } from '../../../src/sealing/case-file.ts'
import { readRecords } from '../../../src/sealing/records.ts'
import { DAY, casePost, casesOf, postCase, writerOf } from '../../support/case-writer.ts'
import { unlockedKeyOf } from '../../support/federation.ts'
import {
  bodyOf,
  holderOf,
  sealedEnvelope,
  solvedProof,
  submit,
} from '../../support/servers/correspondence.ts'
import { foundTeam, makePerson, signInAs, type TeamPerson } from '../../support/team-maker.ts'
import { TEAMED, type House } from './house.ts'

const [OURS] = TEAMED
const SENDINGS = 4

export function twelveSuite(house: House): void {
  describe('an association of twelve', () => {
    it('writes about one case all at once, over lines that fail, and loses nothing', async () => {
      const server = house()
      for (const table of ['rosters', 'team_books', 'team_members', 'sessions', 'case_files', 'records']) {
        await server.query(`delete from ${table}`)
      }
      const people = await Promise.all([
        makePerson('officer', 'Membre 0'),
        ...Array.from({ length: 11 }, (_, at) => makePerson('member', `Membre ${at + 1}`)),
      ])
      const paper = await Promise.all([makePerson('recovery'), makePerson('recovery')])
      await foundTeam(server, OURS, [...people, ...paper])
      const own = await unlockedKeyOf(holderOf(server, OURS))
      const writers = people.map(({ key }) => writerOf(key))
      const envelope = await sealedEnvelope(server, OURS)
      await submit(server, bodyOf(envelope), solvedProof(server))
      const [row] = await server.query(`select id from envelopes where token_hash = '${envelope.tokenHash}'`)
      const id = String(row?.['id'])

      /** `lose`: whether the line fails at this sending, before it left or before its answer came. */
      const deskOf = async (
        { key }: TeamPerson,
        lose: (sending: number) => 'before' | 'after' | null,
      ): Promise<CaseDesk> => {
        const cookie = await signInAs(server, OURS, people.find((each) => each.key === key) as TeamPerson)
        let sendings = 0
        return makeCaseDesk(
          {
            fetch: async (after) => accept(await casesOf(server, cookie, after ?? '')),
            post: async (post): Promise<Result<unknown, CallFault>> => {
              const lost = lose(sendings++)
              if (lost === 'before') return decline('unreachable')
              const answer = await postCase(server, cookie, post)
              if (lost === 'after') return decline('unreachable')
              if (answer.status === 204) return accept(null)
              return decline(((await answer.json()) as { error: CallFault }).error)
            },
            open: ({ sealed }) =>
              openCaseFile(fromBase64(sealed) ?? new Uint8Array(), [own], writers).then((opened) =>
                opened.ok ? accept({ work: opened.value.work, by: opened.value.by }) : opened,
              ),
            seal: async ({ case: about, revision, head, work }) =>
              accept(
                await casePost({ association: OURS, key, own: own.toPublic() }, about, revision, head, work),
              ),
            today: async () => accept(DAY),
          },
          () => {},
        )
      }
      /** Whoever hears that the line failed sends again, as they typed it. */
      const write = async (desk: CaseDesk, edit: CaseEdit): Promise<string> => {
        for (let sending = 0; sending < SENDINGS; sending++) {
          const kept = await desk.edit(id, edit)
          if (kept.ok) return 'kept'
          if (kept.reason !== 'unreachable') return kept.reason
        }
        return 'given up'
      }
      const noteOf = ({ fingerprint, name }: TeamPerson, at: number): CaseEdit => ({
        edit: 'note',
        note: { id: at.toString(16).padStart(32, '0'), by: fingerprint, on: DAY, text: `Mot de ${name}` },
      })
      const desks = await Promise.all(
        people.map((person, at) =>
          deskOf(person, (sending) =>
            sending > 0 ? null : at % 3 === 0 ? 'before' : at % 3 === 1 ? 'after' : null,
          ),
        ),
      )
      const outcomes = await Promise.all(
        people.map(async (person, at) => {
          const desk = desks[at] as CaseDesk
          const noted = await write(desk, noteOf(person, at))
          const tagged = await write(desk, { edit: 'tag', tag: `mot-clé ${at}`, on: true })
          return [noted, tagged]
        }),
      )
      expect(outcomes).toEqual(people.map(() => ['kept', 'kept']))

      const chosen = await Promise.all(
        desks
          .slice(0, 2)
          .map((desk, at) =>
            write(desk, { edit: 'assignee', from: null, to: people[at]?.fingerprint ?? '' }),
          ),
      )
      expect(chosen.toSorted()).toEqual(['kept', 'theirs'])

      const [reader] = [await deskOf(people[11] as TeamPerson, () => null)]
      expect((await reader.load()).ok).toBe(true)
      const { work, revision } = reader.known(id)
      expect(work.notes.map(({ text }) => text).toSorted()).toEqual(
        people.map(({ name }) => `Mot de ${name}`).toSorted(),
      )
      expect(work.tags.toSorted()).toEqual(people.map((_, at) => `mot-clé ${at}`).toSorted())
      expect(people[chosen.indexOf('kept')]?.fingerprint).toBe(work.assignee)
      // One line of the record for each revision, none missing, none twice.
      const cookie = await signInAs(server, OURS, people[0] as TeamPerson)
      const answer = await fetch(`${server.origin}/api/records`, { headers: { Cookie: cookie } })
      const { records } = (await answer.json()) as RecordPage
      const read = await readRecords(records, { number: 0, digest: null }, OURS, [own], writers)
      expect([revision, read.lines.length]).toEqual([25, 25])
      expect(read.trail.number).toBe(25)
    })
  })
}
