// A report passed on: the other association opens what was not left out, knows who passed it on, and its author finds it again by
// their code. Nothing in it leads back to the first association's case.
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../src/crypto/encoding.ts'
import { holdOf, threadOf, tokenOf } from '../../src/crypto/links.ts'
import { readSecretKey } from '../../src/crypto/openpgp.ts'
import { randomHex } from '../../src/crypto/random.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import { Submission } from '../../src/protocol/submission.ts'
import { TRANSFER_PARTS, type AwaitedEnvelope, type TransferPart } from '../../src/protocol/transfer.ts'
import { addressReport } from '../../src/sealing/address-report.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { signContents } from '../../src/sealing/sign-contents.ts'
import { readThreads } from '../../src/sealing/thread.ts'
import { tokenHashOf } from '../../src/sealing/token-hash.ts'
import { isVouchedFor, sealTransfer, type Transfer } from '../../src/sealing/transfer.ts'
import * as v from 'valibot'
import { makeAuthor } from '../support/authors.ts'
import { consentsTo } from '../support/consents.ts'
import { makeHolder } from '../support/openpgp-keys.ts'

const [FROM, TO] = ['ecoute-sud', 'droits-nord']
const MONDAY = '2026-11-23'
const TUESDAY = '2026-11-24'
const from = await makeHolder(FROM)
const to = await makeHolder(TO)
const other = await makeHolder('autre')
const entryOf = (association: string, { certificate }: typeof from) => ({
  association,
  fingerprint: certificate.getFingerprint().toUpperCase(),
  certificate: toBase64(certificate.write()),
})
const ENTRIES = [entryOf(FROM, from), entryOf(TO, to)]
const [FROM_ENTRY, TO_ENTRY] = ENTRIES as [(typeof ENTRIES)[0], (typeof ENTRIES)[0]]
const author = await makeAuthor()

const report: EnvelopeContents = await addressReport(
  {
    locale: 'fr',
    account: { acts: ['theft'], needs: ['legal'] },
    about: { ageBand: '18-25' },
    narrative: 'Ils étaient trois. 🚗',
    identifiers: [{ type: 'phone', value: '06 12 34 56 78', recognised: true }],
    contact: { channel: 'phone', value: '07 00 00 00 00' },
  } as unknown as Parameters<typeof addressReport>[0],
  consentsTo(FROM_ENTRY)[0] as Parameters<typeof addressReport>[1],
  MONDAY,
  { reply: replyOf(author), links: author.links },
)
const awaited = async (): Promise<AwaitedEnvelope> => ({
  thread: await threadOf(author.links, TO),
  tokenHash: await tokenHashOf(await tokenOf(author.links, TO, 0)),
  hold: await holdOf(author.links, TO, 0),
})

const transferOf = async (leaveOut: readonly TransferPart[] = []): Promise<Transfer> => ({
  report,
  to: TO,
  at: await awaited(),
  allowedOn: TUESDAY,
  reply: replyOf(author),
  leaveOut,
  note: 'Elle cherche un avocat.',
  said: [{ on: TUESDAY, text: 'Je me souviens de la plaque.' }],
  attachments: null,
  today: TUESDAY,
})

async function arrives(transfer: Transfer, signer = from): Promise<EnvelopeContents> {
  const sealed = await sealTransfer(signer.key, transfer, FROM, TO_ENTRY)
  if (!sealed.ok) throw new Error(sealed.reason)
  const [envelope, ...rest] = v.parse(Submission, JSON.parse(sealed.value.body)).envelopes
  if (!envelope || rest.length > 0) throw new Error('one envelope')
  expect(envelope).toMatchObject({ association: TO, tokenHash: transfer.at.tokenHash })
  const opened = await openEnvelope(fromBase64(envelope.sealed) ?? new Uint8Array(), to.key, TO)
  if (!opened.ok || opened.value.kind !== 'report') throw new Error('no report')
  return opened.value
}

describe('a report that is passed on', () => {
  test('is read by the other association alone, whole, with what was said beside it', async () => {
    const arrived = await arrives(await transferOf())
    expect(arrived).toMatchObject({
      narrative: report.narrative,
      account: report.account,
      about: report.about,
      identifiers: report.identifiers,
      contact: report.contact,
      reply: replyOf(author),
      consent: { association: TO, purposes: ['referral'], transfersTo: [], until: '2027-11-24' },
      transferred: { from: FROM, on: TUESDAY, leftOut: [], note: 'Elle cherche un avocat.' },
    })
    expect(arrived.transferred?.said).toEqual([{ on: TUESDAY, text: 'Je me souviens de la plaque.' }])
    expect(await isVouchedFor(arrived, TUESDAY, ENTRIES)).toBe(true)
  })

  test('carries nothing that ties its author to the first association', async () => {
    const text = JSON.stringify(await arrives(await transferOf()))
    expect(text).not.toContain(report.thread)
    expect(text).not.toContain(await tokenHashOf(await tokenOf(author.links, FROM, 0)))
    expect(text).not.toContain(await holdOf(author.links, FROM, 0))
  })

  test.each(TRANSFER_PARTS)('holds no %s once that is left out, and says so', async (part) => {
    const arrived = await arrives(await transferOf([part]))
    const said = {
      narrative: 'Ils étaient trois',
      account: 'theft',
      about: '18-25',
      identifiers: '06 12',
      contact: '07 00',
      attachments: 'piece-',
      said: 'plaque',
    }
    expect(JSON.stringify(arrived)).not.toContain(said[part])
    expect(arrived.transferred?.leftOut).toEqual([part])
  })

  test('is answered in the thread its author reads, and what they add is theirs', async () => {
    const arrived = await arrives(await transferOf())
    const key = await readSecretKey(author.secretKey)
    if (!key) throw new Error('an author has a key')
    const more = await signContents(key, {
      kind: 'follow-up',
      version: 1,
      thread: await threadOf(author.links, TO),
      message: randomHex(16),
      writtenOn: TUESDAY,
      locale: 'fr',
      association: TO,
      text: 'Merci de me lire.',
    } as const)
    const items = [arrived, more].map((contents, at) => ({ id: String(at), receivedOn: TUESDAY, contents }))
    const reader = { association: TO, certificates: [to.certificate], entries: ENTRIES }
    const [thread, ...others] = await readThreads(items, reader)
    expect(others).toEqual([])
    expect(thread).toMatchObject({
      thread: await threadOf(author.links, TO),
      reply: replyOf(author),
      reports: [{ vouched: true }],
      messages: [{ trust: 'trusted' }],
    })
  })

  test('is vouched for by a key that was given up since, and not by one given up before', async () => {
    const arrived = await arrives(await transferOf())
    const former = (until: string) => [
      { ...entryOf(FROM, other), formerKeys: [{ certificate: FROM_ENTRY.certificate, until }] },
    ]
    expect(await isVouchedFor(arrived, TUESDAY, former(TUESDAY))).toBe(true)
    expect(await isVouchedFor(arrived, TUESDAY, former(MONDAY))).toBe(false)
    // Whoever kept it can name an earlier day, but not choose when it comes.
    expect(await isVouchedFor(arrived, '2026-12-01', former(TUESDAY))).toBe(false)
  })

  test('is shown as unproven when another signed it, when a word was changed, or when nobody signed', async () => {
    expect(await isVouchedFor(await arrives(await transferOf(), other), TUESDAY, ENTRIES)).toBe(false)
    const arrived = await arrives(await transferOf())
    expect(await isVouchedFor({ ...arrived, narrative: 'Autre chose.' }, TUESDAY, ENTRIES)).toBe(false)
    const { signature: _signature, ...unsigned } = arrived
    expect(await isVouchedFor(unsigned, TUESDAY, ENTRIES)).toBe(false)
    expect(await isVouchedFor(report, TUESDAY, ENTRIES)).toBe(null)
  })

  test('that does not fit is refused, and nothing is cut', async () => {
    const said = Array.from({ length: 20 }, () => ({ on: TUESDAY, text: 'x'.repeat(4000) }))
    const sealed = await sealTransfer(from.key, { ...(await transferOf()), said }, FROM, TO_ENTRY)
    expect(sealed).toEqual({ ok: false, reason: 'too-long' })
  })
})
