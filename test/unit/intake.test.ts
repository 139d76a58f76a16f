// What may be kept of what arrives: all of it, or none, and never anything that is not sealed to the key of the day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptEnvelopes,
  copyFault,
  isExpired,
  type ArrivedEnvelope,
  type IntakeDirectory,
} from '../../src/domain/intake.ts'
import { SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'

const TODAY = '2026-11-22'
const DIRECTORY: IntakeDirectory = {
  expiresOn: '2027-05-21',
  keys: new Map([
    ['ecoute', { fingerprint: 'A'.repeat(40), encryptionKeyId: '1'.repeat(16), status: 'active' }],
    ['droits', { fingerprint: 'B'.repeat(40), encryptionKeyId: '2'.repeat(16), status: 'active' }],
    ['accueil', { fingerprint: 'C'.repeat(40), encryptionKeyId: '3'.repeat(16), status: 'paused' }],
  ]),
}

const arrived = (association: string, changed: Partial<ArrivedEnvelope> = {}): ArrivedEnvelope => {
  const key = DIRECTORY.keys.get(association)
  return {
    association,
    keyFingerprint: key?.fingerprint ?? 'D'.repeat(40),
    sealed: new Uint8Array(SEALED_SIZES_BYTES[0]),
    recipients: [key?.encryptionKeyId ?? '4'.repeat(16)],
    ...changed,
  }
}
const good = arrived('ecoute')
const judged = (...envelopes: ArrivedEnvelope[]) => acceptEnvelopes(envelopes, DIRECTORY, TODAY)

const FAULTY = [
  ['association-unknown', arrived('inconnue')],
  ['association-paused', arrived('accueil')],
  ['key-changed', arrived('droits', { keyFingerprint: 'E'.repeat(40) })],
  ['key-changed', arrived('droits', { keyFingerprint: 'A'.repeat(40) })],
  ['not-sealed', arrived('droits', { recipients: null })],
  ['wrong-recipient', arrived('droits', { recipients: [] })],
  ['wrong-recipient', arrived('droits', { recipients: ['1'.repeat(16)] })],
  ['wrong-recipient', arrived('droits', { recipients: ['0'.repeat(16)] })],
  ['wrong-recipient', arrived('droits', { recipients: ['2'.repeat(16), '1'.repeat(16)] })],
  ['wrong-recipient', arrived('droits', { recipients: ['2'.repeat(16), '2'.repeat(16)] })],
  ['wrong-size', arrived('droits', { sealed: new Uint8Array() })],
  ['wrong-size', arrived('droits', { sealed: new Uint8Array(SEALED_SIZES_BYTES[0] - 1) })],
  ['wrong-size', arrived('droits', { sealed: new Uint8Array(SEALED_SIZES_BYTES[2] + 1) })],
] as const

describe('envelopes sealed to the keys of the day', () => {
  it('are kept, in any of the three sizes, as they came', () => {
    for (const size of SEALED_SIZES_BYTES) {
      const envelopes = [arrived('ecoute', { sealed: new Uint8Array(size) }), arrived('droits')]
      const verdict = judged(...envelopes)
      expect(verdict).toEqual({ ok: true, value: envelopes })
      expect(verdict.ok && verdict.value[0]).toBe(envelopes[0])
    }
  })
})

describe('an envelope at fault', () => {
  it.each(FAULTY)('is refused: %s (case %#)', (reason, envelope) => {
    expect(judged(envelope)).toEqual({ ok: false, reason })
  })

  it.each(FAULTY)(
    'takes those that came with it along, wherever it stands: %s (case %#)',
    (reason, envelope) => {
      expect(judged(good, envelope)).toEqual({ ok: false, reason })
      expect(judged(envelope, good)).toEqual({ ok: false, reason })
    },
  )

  it('that comes first is the one that is named', () => {
    const [unknown, paused] = [arrived('inconnue'), arrived('accueil')]
    expect(judged(good, unknown, paused)).toEqual({ ok: false, reason: 'association-unknown' })
    expect(judged(good, paused, unknown)).toEqual({ ok: false, reason: 'association-paused' })
  })

  it('with several faults is named for the one its author can act on first', () => {
    const all = { keyFingerprint: 'E'.repeat(40), recipients: null, sealed: new Uint8Array() }
    const reasonOf = (envelope: ArrivedEnvelope) => {
      const verdict = judged(envelope)
      return verdict.ok ? null : verdict.reason
    }
    expect([
      reasonOf(arrived('inconnue', all)),
      reasonOf(arrived('accueil', all)),
      reasonOf(arrived('droits', all)),
      reasonOf(arrived('droits', { recipients: null, sealed: new Uint8Array() })),
      reasonOf(arrived('droits', { recipients: [], sealed: new Uint8Array() })),
    ]).toEqual(['association-unknown', 'association-paused', 'key-changed', 'not-sealed', 'wrong-recipient'])
  })

  it('never leaves a part of a submission behind', () => {
    const any = fc.constantFrom(good, arrived('droits'), ...FAULTY.map(([, envelope]) => envelope))
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (envelopes) => {
        const verdict = judged(...envelopes)
        expect(verdict.ok).toBe(envelopes.every((each) => judged(each).ok))
        if (verdict.ok) expect(verdict.value).toHaveLength(envelopes.length)
      }),
    )
  })
})

describe('a directory past its time', () => {
  it('is good on its last day and not on the next', () => {
    expect(isExpired(DIRECTORY, '2027-05-20')).toBe(false)
    expect(isExpired(DIRECTORY, '2027-05-21')).toBe(false)
    expect(isExpired(DIRECTORY, '2027-05-22')).toBe(true)
  })

  it('keeps nothing, whatever arrives', () => {
    const expired = { ok: false, reason: 'directory-expired' }
    expect(acceptEnvelopes([good], DIRECTORY, '2027-05-22')).toEqual(expired)
    expect(acceptEnvelopes([arrived('inconnue')], DIRECTORY, '2027-05-22')).toEqual(expired)
  })
})

describe('an association’s copy of its own answer', () => {
  const key = { fingerprint: 'C'.repeat(40), encryptionKeyId: '3'.repeat(16), status: 'paused' } as const
  const copy = arrived('accueil')

  it('is kept in any of the three sizes, also of one that is paused', () => {
    for (const size of SEALED_SIZES_BYTES) {
      expect(copyFault({ ...copy, sealed: new Uint8Array(size) }, key)).toBeNull()
    }
  })

  it.each([
    ['not-sealed', { ...copy, recipients: null }],
    ['wrong-recipient', { ...copy, recipients: ['1'.repeat(16)] }],
    ['wrong-recipient', { ...copy, recipients: ['3'.repeat(16), '1'.repeat(16)] }],
    ['wrong-size', { ...copy, sealed: new Uint8Array(4096) }],
  ] as const)('is refused where it is %s: %o', (code, faulty) => {
    expect(copyFault(faulty, key)).toBe(code)
  })

  it('is refused when the key it is sealed to may no longer be used', () => {
    expect(copyFault(copy, { ...key, encryptionKeyId: '' })).toBe('wrong-recipient')
  })
})
