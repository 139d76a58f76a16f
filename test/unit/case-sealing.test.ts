// A case's file and the record of it: what a member wrote opens for the team, and what nobody of it signed is told apart.
import { beforeAll, expect, test } from 'vitest'
import { fromBase64, type Bytes } from '../../src/crypto/encoding.ts'
import { makeOpenKey, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { SEALED_CASE_BYTES, SEALED_RECORD_BYTES } from '../../src/protocol/limits.ts'
import { openCaseFile, openRecord } from '../../src/sealing/case-file.ts'
import { casePost, sealedRecord, writerOf } from '../support/case-writer.ts'
import { makePerson, type TeamPerson } from '../support/team-maker.ts'

const HEAD = { number: 0, digest: null }
let own: PrivateKey
let camille: TeamPerson
let stranger: TeamPerson
beforeAll(async () => {
  own = await makeOpenKey('Écoute Sud', Date.now() - 60_000)
  camille = await makePerson('member', 'Camille')
  stranger = await makePerson('member', 'Personne')
})
const bytes = (base64: string): Bytes => fromBase64(base64) ?? new Uint8Array()
const terms = (person: TeamPerson) => ({ association: 'ecoute-sud', key: person.key, own: own.toPublic() })

test('a file says who wrote it, and one that nobody of the team signed is not believed', async () => {
  const { sealed } = await casePost(terms(camille), '7', 1, HEAD, { tags: ['gare'] })
  const opened = await openCaseFile(bytes(sealed), [own], [writerOf(camille.key)])
  expect(opened).toMatchObject({ ok: true, value: { by: camille.fingerprint, work: { tags: ['gare'] } } })
  expect(await openCaseFile(bytes(sealed), [own], [writerOf(stranger.key)])).toEqual({
    ok: false,
    reason: 'unsigned',
  })
  const posed = { ...writerOf(stranger.key), fingerprint: camille.fingerprint }
  expect(await openCaseFile(bytes(sealed), [own], [posed])).toEqual({ ok: false, reason: 'unsigned' })
})

test('a file for another key, or damaged, or of another kind, is said to be so', async () => {
  const { sealed, record } = await casePost(terms(camille), '7', 1, HEAD)
  const writers = [writerOf(camille.key)]
  expect(await openCaseFile(bytes(sealed), [stranger.key], writers)).toEqual({
    ok: false,
    reason: 'not-mine',
  })
  const broken = bytes(sealed)
  broken[broken.length - 9] = (broken.at(-9) ?? 0) ^ 1
  expect(await openCaseFile(broken, [own], writers)).toEqual({ ok: false, reason: 'damaged' })
  expect(await openCaseFile(bytes(record.sealed), [own], writers)).toEqual({ ok: false, reason: 'damaged' })
  expect(await openRecord(bytes(sealed), [own], writers)).toEqual({ ok: false, reason: 'damaged' })
})

test('the length of a file tells one of four sizes; every record weighs the same', async () => {
  const notes = Array.from({ length: 50 }, (_, n) => ({
    id: String(n).padStart(32, '0'),
    by: camille.fingerprint,
    on: '2026-11-20',
    text: 'é'.repeat(2000),
  }))
  const sizes = await Promise.all(
    [[], notes.slice(0, 3), notes.slice(0, 12), notes].map(
      async (some) => bytes((await casePost(terms(camille), '7', 1, HEAD, { notes: some })).sealed).length,
    ),
  )
  expect(sizes).toEqual(SEALED_CASE_BYTES)
  const records = await Promise.all(
    (['case-changed', 'exported'] as const).map((action) =>
      sealedRecord(
        terms(camille),
        { number: 8, digest: 'a'.repeat(64) },
        action,
        action === 'exported' ? null : '9007199254740991',
      ),
    ),
  )
  expect(records.map(({ sealed }) => bytes(sealed).length)).toEqual([
    SEALED_RECORD_BYTES,
    SEALED_RECORD_BYTES,
  ])
})
