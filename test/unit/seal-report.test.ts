// One report becomes one envelope for each association its author chose, and nothing in or on them ties them together.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { fromBase64, fromHex, toBase64, toHex, utf8 } from '../../src/crypto/encoding.ts'
import { threadOf, tokenOf } from '../../src/crypto/links.ts'
import { readRecipients } from '../../src/crypto/packets.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { sealingEntries } from '../../src/directory/sealing-entries.ts'
import { verifyKeys } from '../../src/directory/verify-directory.ts'
import type { SealedEnvelope } from '../../src/protocol/envelope.ts'
import { CONSENT_WORDING } from '../../src/protocol/consent-wording.ts'
import { MAX_IDENTIFIERS, MAX_NARRATIVE_CHARS, SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { QUESTION_NAMES, questionOf } from '../../src/protocol/questions.ts'
import { Report } from '../../src/protocol/report.ts'
import { Submission } from '../../src/protocol/submission.ts'
import { openEnvelope } from '../../src/sealing/open-envelope.ts'
import { replyOf } from '../../src/sealing/reply.ts'
import { sealReport } from '../../src/sealing/seal-report.ts'
import { makeAuthor } from '../support/authors.ts'
import { consentsTo } from '../support/consents.ts'
import { makeFederation, unlockedKeyOf } from '../support/federation.ts'

const TODAY = '2026-11-30'
const federation = await makeFederation()
const keys = await verifyKeys(federation.directory, Date.now())
if (!keys.ok) throw new Error(keys.reason)
const recipients = sealingEntries(federation.directory, keys.value)
const ids = federation.associations.map((each) => each.association)
const [first = '', second = '', third = ''] = ids
const keyOf = new Map(
  await Promise.all(
    federation.associations.map(async (each) => [each.association, await unlockedKeyOf(each)] as const),
  ),
)
const heldBy = (association: string) => {
  const key = keyOf.get(association)
  if (!key) throw new Error('an association of the federation')
  return key
}

const REPORT: Report = v.parse(Report, {
  account: { role: 'victim', channel: 'gay-dating-app', platform: 'Coco', acts: ['theft'], needs: ['legal'] },
  narrative: 'Il m’a dit « viens » — et à 22 h ils étaient trois. 🏳️‍🌈 قال لي تعال',
  identifiers: [{ type: 'pseudonym', platform: 'Coco', value: 'max_13', recognised: true }],
  contact: { channel: 'sms', value: '06 00 00 00 00', hours: 'après 18 h' },
})
const consentTo = (...associations: string[]) =>
  consentsTo(
    ...associations.map(
      (id) =>
        recipients.find(({ association }) => association === id) ?? { association: id, fingerprint: '' },
    ),
  )

async function sealTo(report: Report, ...associations: string[]) {
  const sealed = await sealReport(report, consentTo(...associations), recipients, TODAY)
  if (!sealed.ok) throw new Error(sealed.reason)
  return { ...sealed.value, submission: v.parse(Submission, JSON.parse(sealed.value.body)) }
}

const bytesOf = (envelope: { sealed: string } | undefined) =>
  fromBase64(envelope?.sealed ?? '') ?? new Uint8Array()

async function reportIn(envelope: SealedEnvelope | undefined) {
  const { association = '' } = envelope ?? {}
  const result = await openEnvelope(bytesOf(envelope), heldBy(association), association)
  if (!result.ok || result.value.kind !== 'report') throw new Error('a report that opens')
  return result.value
}

const { body, digest, submission } = await sealTo(REPORT, first, second, third)
const opened = await Promise.all(submission.envelopes.map(reportIn))

describe('a report sent to three associations', () => {
  it('becomes three envelopes in the order chosen, each naming its own key', () => {
    expect(submission.envelopes.map((each) => each.association)).toEqual(ids)
    expect(submission.envelopes.map((each) => each.keyFingerprint)).toEqual(
      federation.associations.map((each) => each.fingerprint),
    )
    expect(submission.envelopes.map((each) => readRecipients(bytesOf(each)))).toEqual(
      ids.map((id) => [keys.ok && keys.value.get(id)?.encryptionKeyId]),
    )
  })

  it('is read by each, word for word', () => {
    for (const contents of opened) expect(contents).toMatchObject(REPORT)
  })

  it('several recipients, one corrupt copy: is read by each only in its own envelope: the others are "not mine"', async () => {
    for (const holder of ids) {
      const results = await Promise.all(
        submission.envelopes.map(({ association, ...envelope }) =>
          openEnvelope(bytesOf(envelope), heldBy(holder), association),
        ),
      )
      expect(results.map((result) => (result.ok ? 'opened' : result.reason))).toEqual(
        ids.map((id) => (id === holder ? 'opened' : 'not-mine')),
      )
    }
  })

  it('several recipients, one corrupt copy: whichever is spoilt, the others are read, and it is known for damaged', async () => {
    for (const spoilt of ids) {
      const results = await Promise.all(
        submission.envelopes.map(({ association, ...envelope }) => {
          const bytes = bytesOf(envelope)
          const last = bytes.length - 1
          if (association === spoilt) bytes[last] = (bytes[last] ?? 0) ^ 1
          return openEnvelope(bytes, heldBy(association), association)
        }),
      )
      expect(results.map((result) => (result.ok ? 'opened' : result.reason))).toEqual(
        ids.map((id) => (id === spoilt ? 'damaged' : 'opened')),
      )
    }
  })

  it('gives each association a consent of its own, in the words of the day, for twelve months', () => {
    expect(opened.map((contents) => contents.consent)).toEqual(
      ids.map((association) => ({
        association,
        purposes: ['referral'],
        transfersTo: [],
        wordingVersion: CONSENT_WORDING,
        until: '2027-11-30',
      })),
    )
    expect(opened.map((contents) => contents.writtenOn)).toEqual([TODAY, TODAY, TODAY])
  })

  it('records the words that were read, whatever the words of the day', async () => {
    const consents = consentTo(first).map((consent) => ({ ...consent, wordingVersion: '2025-01' }))
    const sealed = await sealReport(REPORT, consents, recipients, TODAY)
    if (!sealed.ok) throw new Error(sealed.reason)
    const [envelope] = v.parse(Submission, JSON.parse(sealed.value.body)).envelopes
    expect((await reportIn(envelope)).consent.wordingVersion).toBe('2025-01')
  })

  it('carries to each its own purposes: one may compare, the other may not', async () => {
    const [comparing, reading] = consentTo(first, second)
    if (!comparing || !reading) throw new Error('two consents')
    const consents = [{ ...comparing, purposes: ['referral' as const, 'series' as const] }, reading]
    const sealed = await sealReport(REPORT, consents, recipients, TODAY)
    if (!sealed.ok) throw new Error(sealed.reason)
    const { envelopes } = v.parse(Submission, JSON.parse(sealed.value.body))
    const results = await Promise.all(envelopes.map(reportIn))
    expect(results.map(({ consent }) => consent.purposes)).toEqual([['referral', 'series'], ['referral']])
  })

  it('carries what someone said of themselves only when it is in the report', async () => {
    const about = { ageBand: '18-25' as const, audiences: ['trans' as const] }
    const { submission: telling } = await sealTo({ ...REPORT, about }, first)
    expect((await reportIn(telling.envelopes[0])).about).toEqual(about)
    expect(opened.every((contents) => contents.about === undefined)).toBe(true)
  })

  it('names in no envelope any other association', () => {
    for (const contents of opened) {
      const others = federation.associations.filter(
        (each) => each.association !== contents.consent.association,
      )
      const text = JSON.stringify(contents)
      for (const { association, fingerprint } of others) {
        expect(text).not.toContain(association)
        expect(text.toUpperCase()).not.toContain(fingerprint)
      }
    }
  })

  it('leaves no value by which two of its envelopes could be tied together', () => {
    const travelling = submission.envelopes.flatMap(({ sealed, tokenHash, keyFingerprint }) => [
      sealed,
      tokenHash,
      keyFingerprint,
    ])
    expect(new Set(travelling).size).toBe(9)
    expect(new Set(opened.map((contents) => contents.thread)).size).toBe(3)
    const chunks = submission.envelopes.map((envelope) => {
      const raw = Buffer.from(bytesOf(envelope)).subarray(20)
      return new Set(Array.from({ length: raw.length - 8 }, (_, i) => raw.subarray(i, i + 8).toString('hex')))
    })
    const [one = new Set<string>(), ...rest] = chunks
    expect(rest.map((other) => [...other].filter((chunk) => one.has(chunk)))).toEqual([[], []])
  })

  it('shows outside not one word of what was told', () => {
    const outside = [Buffer.from(body), ...submission.envelopes.map((each) => Buffer.from(bytesOf(each)))]
    const words = [
      '« viens »',
      'max_13',
      '06 00 00',
      'après 18 h',
      'gay-dating',
      '"theft"',
      '"referral"',
      TODAY,
    ]
    expect(words.filter((word) => !JSON.stringify(opened[0]).includes(word))).toEqual([])
    expect(words.filter((word) => outside.some((bytes) => bytes.includes(word)))).toEqual([])
  })

  it('is announced by the digest of the exact text that leaves', () => {
    expect(digest).toBe(sha256Hex(utf8(body)))
    expect(JSON.stringify(submission)).toBe(body)
  })

  it('tells its progress, envelope by envelope', async () => {
    const progress: number[] = []
    await sealReport(REPORT, consentTo(first, second), recipients, TODAY, (sealed) => progress.push(sealed))
    expect(progress).toEqual([1, 2])
  })

  it('sealed a second time shares nothing with the first', async () => {
    const again = await sealTo(REPORT, first)
    const before = submission.envelopes[0]
    const after = again.submission.envelopes[0]
    expect(after?.association).toBe(before?.association)
    expect([after?.sealed, after?.tokenHash]).not.toContain(before?.sealed)
    expect(after?.tokenHash).not.toBe(before?.tokenHash)
  })
})

describe('a report whose author has a return code', () => {
  const coded = async (...associations: string[]) => {
    const author = await makeAuthor()
    const code = { reply: replyOf(author), links: author.links }
    const sealed = await sealReport(REPORT, consentTo(...associations), recipients, TODAY, () => {}, code)
    if (!sealed.ok) throw new Error(sealed.reason)
    return { author, ...v.parse(Submission, JSON.parse(sealed.value.body)) }
  }

  it('says to each association how to answer, in a thread that the code finds again', async () => {
    const { author, envelopes } = await coded(first, second)
    const reports = await Promise.all(envelopes.map(reportIn))
    expect(reports.map(({ reply }) => reply)).toEqual([replyOf(author), replyOf(author)])
    expect(reports.map(({ thread }) => thread)).toEqual([
      await threadOf(author.links, first),
      await threadOf(author.links, second),
    ])
    expect(reports[0]?.thread).not.toBe(reports[1]?.thread)
  })

  it('is found again by tokens of which only the hash has left', async () => {
    const { author, envelopes } = await coded(first, second)
    const tokens = await Promise.all([first, second].map((id) => tokenOf(author.links, id, 0)))
    expect(envelopes.map(({ tokenHash }) => tokenHash)).toEqual(
      tokens.map((token) => sha256Hex(fromHex(token) ?? new Uint8Array())),
    )
  })

  it('takes the place after those that were sent under the same code before', async () => {
    const author = await makeAuthor()
    const code = { reply: replyOf(author), links: author.links, numbers: { [first]: 3 } }
    const sealed = await sealReport(REPORT, consentTo(first, second), recipients, TODAY, () => {}, code)
    if (!sealed.ok) throw new Error(sealed.reason)
    const { envelopes } = v.parse(Submission, JSON.parse(sealed.value.body))
    const tokens = [await tokenOf(author.links, first, 3), await tokenOf(author.links, second, 0)]
    expect(envelopes.map(({ tokenHash }) => tokenHash)).toEqual(
      tokens.map((token) => sha256Hex(fromHex(token) ?? new Uint8Array())),
    )
  })

  it('carries no secret of the code, inside or outside', async () => {
    const { author, envelopes } = await coded(first)
    const text = JSON.stringify([envelopes, await reportIn(envelopes[0])])
    const token = await tokenOf(author.links, first, 0)
    for (const secret of [author.auth.secret, author.secretKey, author.links]) {
      expect(text).not.toContain(toBase64(secret))
      expect(text).not.toContain(toHex(secret))
    }
    expect(text).not.toContain(token)
  })

  it('has a thread and a token of its own each time when it has no code', async () => {
    const [one, two] = [(await sealTo(REPORT, first)).submission, (await sealTo(REPORT, first)).submission]
    const reports = await Promise.all([one, two].map(({ envelopes }) => reportIn(envelopes[0])))
    expect(reports.map(({ reply }) => reply)).toEqual([null, null])
    expect(reports[0]?.thread).not.toBe(reports[1]?.thread)
    expect(one.envelopes[0]?.tokenHash).not.toBe(two.envelopes[0]?.tokenHash)
  })
})

/** Every answer to every question that travels by itself, or only when ticked. */
const everyAnswer = (kept: boolean): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    QUESTION_NAMES.filter((name) => (questionOf(name).kept ?? false) === kept).map((name) => {
      const { answers, values } = questionOf(name)
      return [name, answers === 'several' ? values : (values[0] ?? '')]
    }),
  )

describe('the length of what is sent', () => {
  const lengthOf = async (report: Report) => (await sealTo(report, first, second)).body.length

  it('is the same for two reports of one size, whatever they tell', async () => {
    const short = await lengthOf(v.parse(Report, {}))
    expect(await lengthOf(REPORT)).toBe(short)
    expect(await lengthOf(v.parse(Report, { narrative: 'é'.repeat(1500), locale: 'en' }))).toBe(short)
  })

  it('is one of three for every envelope', async () => {
    for (const [words, size] of [
      [1, 0],
      [5000, 1],
      [MAX_NARRATIVE_CHARS, 2],
    ] as const) {
      const { envelopes } = (await sealTo(v.parse(Report, { narrative: 'é'.repeat(words) }), first))
        .submission
      expect(bytesOf(envelopes[0])).toHaveLength(SEALED_SIZES_BYTES[size])
    }
  })

  it('suffices for the fullest report anyone can write', async () => {
    const full = v.parse(Report, {
      account: { ...everyAnswer(false), platform: '中'.repeat(120), month: '2026-10-01' },
      about: everyAnswer(true),
      narrative: '中'.repeat(MAX_NARRATIVE_CHARS),
      identifiers: Array.from({ length: MAX_IDENTIFIERS }, () => ({
        type: 'profile-link',
        platform: '中'.repeat(120),
        value: '中'.repeat(120),
        recognised: false,
      })),
      contact: {
        channel: 'messaging',
        value: '中'.repeat(120),
        hours: '中'.repeat(120),
        askFor: '中'.repeat(120),
        say: '中'.repeat(500),
      },
    })
    expect((await sealTo(full, first)).submission.envelopes).toHaveLength(1)
    const author = await makeAuthor()
    const code = { reply: replyOf(author), links: author.links }
    expect((await sealReport(full, consentTo(first), recipients, TODAY, () => {}, code)).ok).toBe(true)
  })
})

describe('a report that cannot be sealed', () => {
  it('is refused whole when it is too long, and nothing half-made comes out', async () => {
    const long: Report = { ...REPORT, narrative: 'x'.repeat(66_000) }
    expect(await sealReport(long, consentTo(first), recipients, TODAY)).toEqual({
      ok: false,
      reason: 'too-long',
    })
  })

  it('is refused whole when one of its recipients no longer has the key that was agreed to', async () => {
    const [kept, changed] = consentTo(first, second)
    if (!kept || !changed) throw new Error('two consents')
    const consents = [kept, { ...changed, keyFingerprint: 'A'.repeat(40) }]
    expect(await sealReport(REPORT, consents, recipients, TODAY)).toEqual({
      ok: false,
      reason: 'key-changed',
    })
  })

  it('is refused whole when one of its recipients is unknown, or its key is no key', async () => {
    const refused = { ok: false, reason: 'no-such-recipient' }
    expect(await sealReport(REPORT, consentTo(first, 'inconnue'), recipients, TODAY)).toEqual(refused)
    const broken = recipients.map((each) => ({ ...each, certificate: '!' }))
    expect(await sealReport(REPORT, consentTo(first), broken, TODAY)).toEqual(refused)
  })
})
