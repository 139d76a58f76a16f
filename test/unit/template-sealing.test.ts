// Templates under seal: what a member wrote opens for the team, now and once its key has changed; nothing else is taken for them.
import { beforeAll, expect, test } from 'vitest'
import { fromBase64, type Bytes } from '../../src/crypto/encoding.ts'
import { makeOpenKey, type PrivateKey } from '../../src/crypto/openpgp.ts'
import { CASE_BUCKETS_BYTES, SEALED_CASE_BYTES } from '../../src/protocol/limits.ts'
import { openCaseFile } from '../../src/sealing/case-file.ts'
import { openTemplates } from '../../src/sealing/templates.ts'
import { casePost, writerOf } from '../support/case-writer.ts'
import { makePerson, type TeamPerson } from '../support/team-maker.ts'
import { templateOf, templatesPost } from '../support/template-writer.ts'

const HEAD = { number: 0, digest: null }
let own: PrivateKey
let camille: TeamPerson
beforeAll(async () => {
  own = await makeOpenKey('Écoute Sud', Date.now() - 60_000)
  camille = await makePerson('member', 'Camille')
})
const bytes = (base64: string): Bytes => fromBase64(base64) ?? new Uint8Array()
const terms = () => ({ association: 'ecoute-sud', key: camille.key, own: own.toPublic() })

test('they open with a key that is no longer the newest, and say who wrote them', async () => {
  const { sealed } = await templatesPost(terms(), 3, HEAD, [templateOf(1, 'Bonjour')])
  const newest = await makeOpenKey('Écoute Sud', Date.now())
  expect(await openTemplates(bytes(sealed), [own, newest], [writerOf(camille.key)])).toMatchObject({
    ok: true,
    value: { by: camille.fingerprint, revision: 3, templates: [templateOf(1, 'Bonjour')] },
  })
  expect(await openTemplates(bytes(sealed), [newest], [writerOf(camille.key)])).toEqual({
    ok: false,
    reason: 'not-mine',
  })
})

test('those that nobody of the team signed are not believed; the file of a case is no template, nor they a case', async () => {
  const { sealed } = await templatesPost(terms(), 1, HEAD)
  const stranger = await makePerson('member', 'Personne')
  expect(await openTemplates(bytes(sealed), [own], [writerOf(stranger.key)])).toEqual({
    ok: false,
    reason: 'unsigned',
  })
  const writers = [writerOf(camille.key)]
  const { sealed: file } = await casePost(terms(), '7', 1, HEAD)
  expect(await openTemplates(bytes(file), [own], writers)).toEqual({ ok: false, reason: 'damaged' })
  expect(await openCaseFile(bytes(sealed), [own], writers)).toEqual({ ok: false, reason: 'damaged' })
})

test('their length tells one of four sizes; more than the largest holds is not sealed', async () => {
  const long = (count: number) => Array.from({ length: count }, (_, n) => templateOf(n, 'é'.repeat(4000)))
  const sizes = await Promise.all(
    [0, 1, 5, 20].map(async (count) => {
      const { sealed } = await templatesPost(terms(), 1, HEAD, long(count))
      return bytes(sealed).length
    }),
  )
  expect(sizes).toEqual(SEALED_CASE_BYTES)
  const most = Math.ceil(CASE_BUCKETS_BYTES[3] / 8000)
  await expect(templatesPost(terms(), 1, HEAD, long(most))).rejects.toThrow('too long')
})
