// What an association's reader believes: a whole report, sealed to it and meant for it. Anything else is damaged, or not its own.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { fromUtf8, utf8 } from '../../src/crypto/encoding.ts'
import { decryptWith, encryptTo } from '../../src/crypto/openpgp.ts'
import { padText } from '../../src/crypto/padding.ts'
import { Report } from '../../src/protocol/report.ts'
import { addressReport } from '../../src/sealing/address-report.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { consentsTo } from '../support/consents.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

const OURS = 'ecoute-sud'
const us = await makeHolder(OURS)
const others = await makeHolder('droits-nord')
const REPORT = v.parse(Report, { narrative: 'Ils étaient trois.', account: { role: 'witness' } })
const DAMAGED = { ok: false, reason: 'damaged' }

function addressedTo(association: string) {
  const [consent] = consentsTo({ association, fingerprint: 'A'.repeat(40) })
  if (!consent) throw new Error('one consent for one association')
  return addressReport(REPORT, consent, '2026-11-22')
}

const sealContents = (contents: unknown) =>
  encryptTo(us.certificate, padText(utf8(JSON.stringify(contents))) ?? new Uint8Array())

const open = async (contents: unknown) => openEnvelope(await sealContents(contents), us.key, OURS)

describe('an honest envelope', () => {
  it('opens to what its author wrote', async () => {
    const contents = await addressedTo(OURS)
    expect(await open(contents)).toEqual({ ok: true, value: contents })
  })

  it('is JSON to any tool that only decrypts', async () => {
    const plaintext = await decryptWith(us.key, await sealContents(await addressedTo(OURS)))
    expect(JSON.parse(fromUtf8(plaintext ?? new Uint8Array()))).toMatchObject({ kind: 'report' })
  })

  it('is not mine to the association next door, and not damaged', async () => {
    const sealed = await sealContents(await addressedTo(OURS))
    expect(await openEnvelope(sealed, others.key, OURS)).toEqual({ ok: false, reason: 'not-mine' })
  })
})

describe('an envelope is damaged', () => {
  it.each([
    ['consents to another association', () => addressedTo('droits-nord')],
    ['lacks its consent', async () => ({ ...(await addressedTo(OURS)), consent: undefined })],
    ['has a word more', async () => ({ ...(await addressedTo(OURS)), approved: true })],
    ['is of a later version', async () => ({ ...(await addressedTo(OURS)), version: 2 })],
    ['holds a list', () => []],
    ['holds a text', () => 'bonjour'],
    ['holds nothing', () => null],
  ])('when it %s', async (_, contents) => {
    expect(await open(await contents())).toEqual(DAMAGED)
  })

  it('when it is not JSON, or not even text', async () => {
    for (const plaintext of [utf8('{"version":'), Uint8Array.of(0xc3, 0x28), new Uint8Array()]) {
      expect(await openEnvelope(await encryptTo(us.certificate, plaintext), us.key, OURS)).toEqual(DAMAGED)
    }
  })

  it('when a bit of it was changed on the way, or its end was lost', async () => {
    const sealed = await sealContents(await addressedTo(OURS))
    expect(await openEnvelope(sealed.subarray(0, 4000), us.key, OURS)).toEqual(DAMAGED)
    sealed[3000] = (sealed[3000] ?? 0) ^ 1
    expect(await openEnvelope(sealed, us.key, OURS)).toEqual(DAMAGED)
  })
})
