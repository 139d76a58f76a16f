// Nothing is posted unless it was sealed, and nothing counts as received unless our own digest comes back.
import { describe, expect, test, vi } from 'vitest'
import { isSealed, Sending, type Means, type SealedReport } from '../../src/client/report/sending.ts'
import { SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { accept, decline } from '../../src/protocol/result.ts'
import { makeOffer } from '../support/offer.ts'

const digest = 'd'.repeat(64)

const envelope = (bytes: number = SEALED_SIZES_BYTES[0]) => ({
  association: 'ecoute',
  keyFingerprint: 'A'.repeat(40),
  sealed: Buffer.alloc(bytes, 7).toString('base64'),
  tokenHash: 'e'.repeat(64),
})

const receivers = [makeOffer('ecoute')]

const bodyOf = (...envelopes: object[]): string => JSON.stringify({ version: 1, envelopes })

const sealedAs = (body: string) => accept<SealedReport>({ body, digest, receivers })

const RECEIVED = { kind: 'received', receivers, late: false }

function means(more: Partial<Means> = {}) {
  let challenges = 0
  const given: Means = {
    dated: true,
    isSealed,
    challenge: async () => accept({ challenge: `challenge-${++challenges}`, today: '2026-11-22' }),
    solve: async (challenge) => `${challenge}.solved`,
    seal: async () => sealedAs(bodyOf(envelope())),
    post: async () => accept({ accepted: digest }),
    ...more,
  }
  return {
    ...given,
    challenge: vi.fn(given.challenge),
    solve: vi.fn(given.solve),
    seal: vi.fn(given.seal),
    post: vi.fn(given.post),
  }
}

describe('a report that arrives', () => {
  test('is sealed on the server’s day and posted once with its proof', async () => {
    const given = means()
    expect(await new Sending(given).send()).toEqual(RECEIVED)
    expect(given.seal).toHaveBeenCalledExactlyOnceWith('2026-11-22')
    expect(given.post).toHaveBeenCalledExactlyOnceWith(bodyOf(envelope()), 'challenge-1.solved')
  })

  test('uses the proof made while the person was reading', async () => {
    const given = means()
    const sending = new Sending(given)
    expect(await sending.prepare()).toBe(true)
    await sending.send()
    expect(given.challenge).toHaveBeenCalledOnce()
    expect(given.solve).toHaveBeenCalledOnce()
  })

  test.each([{ accepted: 'f'.repeat(64) }, { accepted: null }, {}, null, 'ok'])(
    'is not called received when the server answers %j',
    async (answer) => {
      const given = means({ post: async () => accept(answer) })
      expect(await new Sending(given).send()).toEqual({ kind: 'unconfirmed' })
    },
  )
})

describe('when something fails', () => {
  test('a lost answer is retried with the same body and the same proof', async () => {
    const post = vi.fn<Means['post']>().mockResolvedValueOnce(decline('unreachable'))
    post.mockResolvedValueOnce(accept({ accepted: digest }))
    const given = means({ post })
    const sending = new Sending(given)
    expect(await sending.send()).toEqual({ kind: 'unreachable' })
    expect(await sending.send()).toEqual(RECEIVED)
    expect(post.mock.calls[1]).toEqual(post.mock.calls[0])
    expect(given.seal).toHaveBeenCalledOnce()
  })

  test('words changed before retrying are sealed again', async () => {
    const given = means({ post: async () => decline('unreachable') })
    const sending = new Sending(given)
    await sending.send()
    sending.forgetSealed()
    await sending.send()
    expect(given.seal).toHaveBeenCalledTimes(2)
  })

  test.each(['proof-expired', 'proof-invalid', 'proof-spent'] as const)(
    'after %s a new proof is made silently for the same body',
    async (reason) => {
      const post = vi.fn<Means['post']>().mockResolvedValueOnce(decline(reason))
      post.mockResolvedValueOnce(accept({ accepted: digest }))
      const given = means({ post })
      expect(await new Sending(given).send()).toEqual(RECEIVED)
      expect(post.mock.calls.map(([, proof]) => proof)).toEqual(['challenge-1.solved', 'challenge-2.solved'])
      expect(given.seal).toHaveBeenCalledOnce()
    },
  )

  test('a server that never likes the proof is not asked forever', async () => {
    const post = vi.fn<Means['post']>(async () => decline('proof-invalid'))
    expect(await new Sending(means({ post })).send()).toEqual({ kind: 'refused', code: 'proof-invalid' })
    expect(post).toHaveBeenCalledTimes(3)
  })

  test.each(['key-changed', 'association-unknown', 'association-paused'] as const)(
    'after %s the person is asked again, and what was sealed is dropped',
    async (reason) => {
      const given = means({ post: async () => decline(reason) })
      const sending = new Sending(given)
      expect(await sending.send()).toEqual({ kind: 'directory-changed' })
      await sending.send()
      expect(given.seal).toHaveBeenCalledTimes(2)
    },
  )

  test.each([
    ['directory-expired', { kind: 'expired' }],
    ['storage-unavailable', { kind: 'refused', code: 'storage-unavailable' }],
  ] as const)('%s is told as it is', async (reason, outcome) => {
    expect(await new Sending(means({ post: async () => decline(reason) })).send()).toEqual(outcome)
    expect(await new Sending(means({ challenge: async () => decline(reason) })).send()).toEqual(outcome)
  })

  test.each(['key-changed', 'no-such-recipient'] as const)(
    'when the Worker refuses to seal for %s, the person is asked again and nothing is posted',
    async (reason) => {
      const given = means({ seal: async () => decline(reason) })
      expect(await new Sending(given).send()).toEqual({ kind: 'directory-changed' })
      expect(given.post).not.toHaveBeenCalled()
    },
  )

  test.each(['unreachable', 'files'] as const)(
    'when its files stop at %s, nothing is posted, and sending again goes on',
    async (reason) => {
      const given = means()
      given.seal.mockResolvedValueOnce(decline(reason))
      const sending = new Sending(given)
      expect(await sending.send()).toEqual({ kind: reason })
      expect(given.post).not.toHaveBeenCalled()
      expect(await sending.send()).toMatchObject({ kind: 'received' })
    },
  )

  test.each([
    ['is empty', null],
    ['is a word', 'welcome'],
    ['has no challenge', { today: '2026-11-22' }],
    ['has a day that is no text', { challenge: 'c', today: 20_261_122 }],
    ['has no day', { challenge: 'c', today: '' }],
    ['has a day that is not on the calendar', { challenge: 'c', today: '2026-02-30' }],
    ['has an hour too', { challenge: 'c', today: '2026-11-22T10:00:00Z' }],
    ['has only a month', { challenge: 'c', today: '2026-11' }],
  ])('an answer that %s is no challenge: nothing is solved, and trying again works', async (_, answer) => {
    const given = means()
    given.challenge.mockResolvedValueOnce(accept(answer)).mockResolvedValueOnce(accept(answer))
    const sending = new Sending(given)
    expect(await sending.prepare()).toBe(false)
    expect(await sending.send()).toEqual({ kind: 'unreachable' })
    expect(given.solve).not.toHaveBeenCalled()
    expect(sending.underWay).toBe(false)
    expect(await sending.send()).toEqual(RECEIVED)
  })

  test.each([
    ['challenge', { kind: 'unreachable' }],
    ['solve', { kind: 'refused', code: 'no-proof' }],
    ['seal', { kind: 'not-sealed' }],
    ['post', { kind: 'unreachable' }],
  ] as const)('a %s that throws is told, and trying again works', async (step, outcome) => {
    const given = means()
    given[step].mockImplementationOnce(async () => Promise.reject(new Error('no')))
    given[step].mockImplementationOnce(() => {
      throw new Error('at once')
    })
    const sending = new Sending(given)
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await sending.send()).toEqual(outcome)
      expect(sending.underWay).toBe(false)
    }
    expect(await sending.send()).toEqual(RECEIVED)
  })

  test('offline at the review, the challenge is asked again at sending', async () => {
    const challenge = vi.fn<Means['challenge']>().mockResolvedValueOnce(decline('unreachable'))
    challenge.mockResolvedValue(accept({ challenge: 'later', today: '2026-11-22' }))
    const given = means({ challenge })
    const sending = new Sending(given)
    expect(await sending.prepare()).toBe(false)
    expect(await sending.send()).toEqual(RECEIVED)
  })
})

describe('nothing leaves unless it is sealed', () => {
  test.each([
    ['throws', async () => Promise.reject(new Error('no'))],
    ['fails', async () => decline('failed' as const)],
    ['answers plain words', async () => sealedAs('{"narrative":"mes mots"}')],
    ['answers an envelope of another size', async () => sealedAs(bodyOf(envelope(300)))],
    ['answers no envelope', async () => sealedAs(bodyOf())],
    ['adds a field', async () => sealedAs(bodyOf({ ...envelope(), narrative: 'mes mots' }))],
    [
      'hides words in a fingerprint',
      async () => sealedAs(bodyOf({ ...envelope(), keyFingerprint: 'mes mots' })),
    ],
    [
      'seals to another association than was agreed to',
      async () => sealedAs(bodyOf({ ...envelope(), association: 'droits' })),
    ],
    [
      'seals to another key than was agreed to',
      async () => sealedAs(bodyOf({ ...envelope(), keyFingerprint: 'B'.repeat(40) })),
    ],
    ['seals to one more than was agreed to', async () => sealedAs(bodyOf(envelope(), envelope()))],
  ])('when the Worker %s, no request is made', async (_, seal) => {
    const given = means({ seal })
    expect(await new Sending(given).send()).toEqual({ kind: 'not-sealed' })
    expect(given.post).not.toHaveBeenCalled()
  })

  test('a text too long for an envelope is said to be so', async () => {
    const given = means({ seal: async () => decline('too-long') })
    expect(await new Sending(given).send()).toEqual({ kind: 'too-long' })
    expect(given.post).not.toHaveBeenCalled()
  })

  test.each(['cancel', 'forget'] as const)(
    '%s while sealing is late: nothing is posted when it ends',
    async (stop) => {
      let arrive: (sealed: Awaited<ReturnType<Means['seal']>>) => void = () => {}
      const given = means({ seal: () => new Promise((resolve) => (arrive = resolve)) })
      const sending = new Sending(given)
      const outcome = sending.send()
      await vi.waitFor(() => expect(given.solve).toHaveResolved())
      sending[stop]()
      arrive(sealedAs(bodyOf(envelope())))
      expect(await outcome).toEqual({ kind: 'cancelled' })
      expect(given.post).not.toHaveBeenCalled()
    },
  )

  test('given up before the proof is made: nothing is sealed', async () => {
    let arrive: (proof: string) => void = () => {}
    const given = means({ solve: () => new Promise((resolve) => (arrive = resolve)) })
    const sending = new Sending(given)
    const outcome = sending.send()
    await vi.waitFor(() => expect(given.challenge).toHaveResolved())
    sending.cancel()
    arrive('solved')
    expect(await outcome).toEqual({ kind: 'cancelled' })
    expect(given.seal).not.toHaveBeenCalled()
  })

  test('each sealed size is recognised', () => {
    for (const bytes of SEALED_SIZES_BYTES)
      expect(isSealed({ body: bodyOf(envelope(bytes)), digest, receivers })).toBe(true)
  })
})

describe('given up while it is on the wire', () => {
  async function givenUpThen(answer: Awaited<ReturnType<Means['post']>>) {
    let arrive: (answer: Awaited<ReturnType<Means['post']>>) => void = () => {}
    const post = vi.fn<Means['post']>(() => new Promise((resolve) => (arrive = resolve)))
    const given = means({ post })
    const sending = new Sending(given)
    const outcome = sending.send()
    await vi.waitFor(() => expect(post).toHaveBeenCalled())
    sending.cancel()
    expect(sending.underWay).toBe(false)
    arrive(answer)
    return { outcome: await outcome, post, given }
  }

  test('what arrives all the same is said to be late, and for whom it was sealed', async () => {
    const { outcome } = await givenUpThen(accept({ accepted: digest }))
    expect(outcome).toEqual({ kind: 'received', receivers, late: true })
  })

  test.each([accept(null), decline('unreachable'), decline('proof-spent'), decline('key-changed')])(
    'after %j nothing more is said or posted',
    async (answer) => {
      const { outcome, post } = await givenUpThen(answer)
      expect(outcome).toEqual({ kind: 'cancelled' })
      expect(post).toHaveBeenCalledOnce()
    },
  )
})

describe('who may have received something', () => {
  const namesOf = (sending: Sending) => sending.perhapsReceived.map(({ association }) => association)

  test('nobody, while nothing has left', async () => {
    const sending = new Sending(means({ seal: async () => decline('failed') }))
    await sending.prepare()
    await sending.send()
    expect(namesOf(sending)).toEqual([])
  })

  test('those of what is on the wire, even once everything is dropped', async () => {
    const post = vi.fn<Means['post']>(() => new Promise(() => {}))
    const sending = new Sending(means({ post }))
    void sending.send()
    await vi.waitFor(() => expect(post).toHaveBeenCalled())
    expect(namesOf(sending)).toEqual(['ecoute'])
    sending.forget()
    expect(namesOf(sending)).toEqual(['ecoute'])
  })

  test('nobody any more, once it is known to have arrived', async () => {
    const post = vi.fn<Means['post']>().mockResolvedValueOnce(decline('unreachable'))
    post.mockResolvedValueOnce(accept({ accepted: digest }))
    const sending = new Sending(means({ post }))
    await sending.send()
    expect(namesOf(sending)).toEqual(['ecoute'])
    await sending.send()
    expect(namesOf(sending)).toEqual([])
  })

  test.each([
    ['an answer that is lost', decline('unreachable')],
    ['an answer that is not our digest', accept({ accepted: 'f'.repeat(64) })],
    ['a server that broke', decline('unexpected')],
    ['a store that broke', decline('storage-unavailable')],
  ] as const)('those sealed to, after %s', async (_, answer) => {
    const sending = new Sending(means({ post: async () => answer }))
    await sending.send()
    expect(namesOf(sending)).toEqual(['ecoute'])
  })

  test.each(['key-changed', 'directory-expired', 'invalid-shape'] as const)(
    'nobody, when the first posting is refused for %s',
    async (reason) => {
      const sending = new Sending(means({ post: async () => decline(reason) }))
      await sending.send()
      expect(namesOf(sending)).toEqual([])
    },
  )

  test('still those of a posting whose answer was lost, when the next one is refused', async () => {
    const post = vi.fn<Means['post']>().mockResolvedValueOnce(decline('unreachable'))
    post.mockResolvedValue(decline('directory-expired'))
    const sending = new Sending(means({ post }))
    await sending.send()
    await sending.send()
    expect(namesOf(sending)).toEqual(['ecoute'])
  })
})
