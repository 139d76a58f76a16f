// What travels, and what an envelope may hold: exactly the fields of the contract, each in its one form.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { EnvelopeContents, SealedEnvelope } from '../../src/protocol/envelope.ts'
import { AssociationId, Fingerprint, Sha256 } from '../../src/protocol/shapes.ts'
import { Acknowledgement, EnvelopeId, InboxCursor, InboxPage, SignIn } from '../../src/protocol/inbox.ts'
import {
  INBOX_PAGE_ENVELOPES,
  MAX_ENVELOPES,
  MAX_SEALED_CHARS,
  MAX_SUBMISSION_BYTES,
  SEALED_SIZES_BYTES,
} from '../../src/protocol/limits.ts'
import { Submission, SubmissionAccepted } from '../../src/protocol/submission.ts'
import { PURPOSES } from '../../src/protocol/vocabulary.ts'

const SEALED = {
  association: 'ecoute-sud',
  keyFingerprint: 'A'.repeat(40),
  sealed: 'QUJD',
  tokenHash: '0'.repeat(64),
}
const CONTENTS = {
  version: 1,
  thread: '0123456789abcdef0123456789abcdef',
  kind: 'report',
  writtenOn: '2026-11-22',
  locale: 'fr',
  account: {},
  narrative: '',
  identifiers: [],
  consent: {
    association: 'ecoute-sud',
    purposes: ['referral'],
    transfersTo: [],
    wordingVersion: '2026-11',
    until: '2027-11-22',
  },
  reply: null,
}

const without = (whole: object, name: string) =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))

describe('an envelope as it travels', () => {
  it('is accepted as the contract writes it', () => {
    expect(v.parse(SealedEnvelope, SEALED)).toEqual(SEALED)
  })

  it.each(Object.keys(SEALED))('is refused without its %s', (name) => {
    expect(v.is(SealedEnvelope, without(SEALED, name))).toBe(false)
  })

  it.each([
    ['a word more', { sentAt: '2026-11-22T10:00' }],
    ['an association with a space', { association: 'ecoute sud' }],
    ['an association in capitals', { association: 'Ecoute' }],
    ['an association that is a path', { association: '../inbox' }],
    ['no association', { association: '' }],
    ['a fingerprint in small letters', { keyFingerprint: 'a'.repeat(40) }],
    ['a short fingerprint', { keyFingerprint: 'A'.repeat(39) }],
    ['plain text', { sealed: '{"narrative":"bonjour"}' }],
    ['armor', { sealed: '-----BEGIN PGP MESSAGE-----' }],
    ['nothing sealed', { sealed: '' }],
    ['base64 of the other alphabet', { sealed: 'QU-_' }],
    ['padding in the middle', { sealed: 'QU=D' }],
    ['a line end', { sealed: 'QUJD\n' }],
    ['a token hash in capitals', { tokenHash: 'A'.repeat(64) }],
    ['a token itself', { tokenHash: '0'.repeat(32) }],
  ])('is refused with %s', (_, change) => {
    expect(v.is(SealedEnvelope, { ...SEALED, ...change })).toBe(false)
  })

  it('has room for the largest sealed text and not a character more', () => {
    const largest = Buffer.alloc(SEALED_SIZES_BYTES[2]).toString('base64')
    expect(largest).toHaveLength(MAX_SEALED_CHARS)
    expect(v.is(SealedEnvelope, { ...SEALED, sealed: largest })).toBe(true)
    expect(v.is(SealedEnvelope, { ...SEALED, sealed: `${largest}A` })).toBe(false)
  })
})

describe('a submission', () => {
  const several = (count: number, name = (i: number) => `association-${i}`) =>
    Array.from({ length: count }, (_, i) => ({
      ...SEALED,
      association: name(i),
      tokenHash: String(i).padStart(64, '0'),
    }))
  const isSubmission = (envelopes: unknown, rest: object = { version: 1 }) =>
    v.is(Submission, { ...rest, envelopes })

  it('carries one to eight envelopes', () => {
    for (let count = 1; count <= MAX_ENVELOPES; count++) expect(isSubmission(several(count))).toBe(true)
    expect(isSubmission([])).toBe(false)
    expect(isSubmission(several(MAX_ENVELOPES + 1))).toBe(false)
    expect(isSubmission(undefined)).toBe(false)
  })

  it('carries one envelope for an association, never two', () => {
    expect(isSubmission(several(2, () => 'ecoute-sud'))).toBe(false)
    expect(isSubmission([...several(3), ...several(1)])).toBe(false)
  })

  it('carries a token for each envelope, never one for two', () => {
    const sameToken = several(2).map((envelope) => ({ ...envelope, tokenHash: SEALED.tokenHash }))
    expect(isSubmission(sameToken)).toBe(false)
  })

  it('is refused as a whole when one envelope is at fault, or when its version is another', () => {
    expect(isSubmission([...several(2), { ...SEALED, sealed: '!' }])).toBe(false)
    expect(isSubmission(several(1), { version: 2 })).toBe(false)
    expect(isSubmission(several(1), {})).toBe(false)
    expect(isSubmission(several(1), { version: 1, contact: 'a@b.c' })).toBe(false)
    expect(v.is(Submission, null)).toBe(false)
    expect(v.is(Submission, [])).toBe(false)
  })

  it('fits the limit of a body at its very largest', () => {
    const id = 'a'.repeat(40)
    const envelopes = Array.from({ length: MAX_ENVELOPES }, () => ({
      ...SEALED,
      association: id,
      sealed: 'A'.repeat(MAX_SEALED_CHARS),
    }))
    const body = JSON.stringify({ version: 1, envelopes })
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_SUBMISSION_BYTES)
  })

  it('is answered by a digest and nothing else', () => {
    expect(v.is(SubmissionAccepted, { accepted: 'a'.repeat(64) })).toBe(true)
    expect(v.is(SubmissionAccepted, { accepted: 'a'.repeat(64), id: 1 })).toBe(false)
    expect(v.is(SubmissionAccepted, { accepted: true })).toBe(false)
  })
})

describe('what an envelope holds', () => {
  it('is read back as it was written', () => {
    expect(v.parse(EnvelopeContents, CONTENTS)).toEqual(CONTENTS)
  })

  it.each(Object.keys(CONTENTS).filter((name) => name !== 'narrative'))(
    'is refused without its %s',
    (name) => {
      expect(v.is(EnvelopeContents, without(CONTENTS, name))).toBe(false)
    },
  )

  it.each(Object.keys(CONTENTS.consent))('is refused when its consent does not say %s', (name) => {
    expect(v.is(EnvelopeContents, { ...CONTENTS, consent: without(CONTENTS.consent, name) })).toBe(false)
  })

  it.each([
    ['a word more', { internal: true }],
    ['a thread that is no thread', { thread: 'x' }],
    ['another kind', { kind: 'follow-up' }],
    ['an instant for a day', { writtenOn: '2026-11-22T10:00:00Z' }],
    ['a day on no calendar', { writtenOn: '2026-02-30' }],
    ['a consent to nothing', { consent: { ...CONTENTS.consent, purposes: [] } }],
    ['a consent to an unknown purpose', { consent: { ...CONTENTS.consent, purposes: ['advertising'] } }],
    ['a consent with a word more', { consent: { ...CONTENTS.consent, signed: true } }],
    ['a consent to compare without one to read', { consent: { ...CONTENTS.consent, purposes: ['series'] } }],
    ['a purpose twice', { consent: { ...CONTENTS.consent, purposes: ['referral', 'referral'] } }],
    ['an age in the account', { account: { ageBand: '15-17' } }],
    ['a word more about the person', { about: { name: 'x' } }],
    [
      'an identifier that does not say whether it was recognised',
      { identifiers: [{ type: 'plate', value: 'x' }] },
    ],
    ['a note instead of what to say', { contact: { channel: 'sms', value: '0', note: 'x' } }],
    ['a reply it cannot have yet', { reply: {} }],
  ])('is refused with %s', (_, change) => {
    expect(v.is(EnvelopeContents, { ...CONTENTS, ...change })).toBe(false)
  })

  it('may say what the person ticked of themselves, who did it and how to answer safely', () => {
    const more = {
      about: { ageBand: '18-25', language: 'ar', audiences: ['migrant', 'youth'] },
      identifiers: [{ type: 'phone', value: '+33600000000', recognised: true }],
      contact: {
        channel: 'phone',
        value: '0',
        hours: 'soir',
        voicemail: 'no',
        askFor: 'Sam',
        say: 'bonjour',
      },
    }
    expect(v.parse(EnvelopeContents, { ...CONTENTS, ...more })).toEqual({ ...CONTENTS, ...more })
  })

  it('may allow every purpose there is', () => {
    const consent = { ...CONTENTS.consent, purposes: [...PURPOSES] }
    expect(v.is(EnvelopeContents, { ...CONTENTS, consent })).toBe(true)
  })
})

describe('the names of things', () => {
  it.each(['a', 'a1', 'ecoute-sud', 'a'.repeat(40)])('"%s" names an association', (id) => {
    expect(v.is(AssociationId, id)).toBe(true)
  })

  it.each(['', '-a', 'a-', 'A', 'é', 'a b', 'a/b', 'a.b', 'a'.repeat(41), 'a\n'])('%j names none', (id) => {
    expect(v.is(AssociationId, id)).toBe(false)
  })

  it('are exact in length: 40 digits for a key, 64 for a digest', () => {
    for (const length of [39, 41]) expect(v.is(Fingerprint, 'A'.repeat(length))).toBe(false)
    for (const length of [63, 65]) expect(v.is(Sha256, 'a'.repeat(length))).toBe(false)
    expect([v.is(Fingerprint, 'A'.repeat(40)), v.is(Sha256, 'a'.repeat(64))]).toEqual([true, true])
  })

  it.each(['1', '9007199254740991'])('%s is the key of an envelope', (id) => {
    expect(v.is(EnvelopeId, id)).toBe(true)
  })

  it.each(['', '0', '01', '-1', '1.5', '1e3', '10000000000000000', ' 1', 1])('%j is none', (id) => {
    expect(v.is(EnvelopeId, id)).toBe(false)
  })

  it.each(['2026-11-22.', '.5', '2026-11-22', '2026-11-22.0', '2026-11-22.1;drop'])(
    '%j is no cursor',
    (text) => {
      expect(v.is(InboxCursor, text)).toBe(false)
      expect(v.is(InboxCursor, '2026-11-22.5')).toBe(true)
    },
  )
})

describe('what an association is given', () => {
  it('tells on its first page how many envelopes there are, a whole number or nothing', () => {
    const page = { envelopes: [], next: null }
    expect(v.parse(InboxPage, { ...page, total: 5000 }).total).toBe(5000)
    expect(v.parse(InboxPage, page).total).toBeNull()
    for (const total of [-1, 1.5, '3']) expect(v.is(InboxPage, { ...page, total })).toBe(false)
  })
})

describe('what an association sends', () => {
  it('acknowledges one envelope to a page of them', () => {
    const ids = (count: number) => ({ envelopes: Array.from({ length: count }, (_, i) => String(i + 1)) })
    expect(v.is(Acknowledgement, ids(1))).toBe(true)
    expect(v.is(Acknowledgement, ids(INBOX_PAGE_ENVELOPES))).toBe(true)
    expect(v.is(Acknowledgement, ids(0))).toBe(false)
    expect(v.is(Acknowledgement, ids(INBOX_PAGE_ENVELOPES + 1))).toBe(false)
  })

  it('signs in with three things, of a bounded size', () => {
    const signIn = { association: 'ecoute-sud', challenge: 'c', signature: 's' }
    expect(v.is(SignIn, signIn)).toBe(true)
    expect(v.is(SignIn, { ...signIn, passphrase: 'x' })).toBe(false)
    expect(v.is(SignIn, { ...signIn, challenge: 'c'.repeat(257) })).toBe(false)
    expect(v.is(SignIn, { ...signIn, signature: 's'.repeat(4097) })).toBe(false)
  })
})
