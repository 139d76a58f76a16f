// Nothing is posted unless it was sealed, and nothing counts as received unless our own digest comes back.
import { describe, expect, test, vi } from 'vitest'
import { isSealed, Sending, type Means } from '../../src/client/report/sending.ts'
import { SEALED_SIZES_BYTES } from '../../src/protocol/limits.ts'
import { accept, decline } from '../../src/protocol/result.ts'

const digest = 'd'.repeat(64)

const envelope = (bytes: number = SEALED_SIZES_BYTES[0]) => ({
  association: 'ecoute',
  keyFingerprint: 'A'.repeat(40),
  sealed: Buffer.alloc(bytes, 7).toString('base64'),
  tokenHash: 'e'.repeat(64),
})

const bodyOf = (...envelopes: object[]): string => JSON.stringify({ version: 1, envelopes })

function means(more: Partial<Means> = {}) {
  let challenges = 0
  return {
    challenge: vi.fn<Means['challenge']>(async () =>
      accept({ challenge: `challenge-${++challenges}`, today: '2026-11-22' }),
    ),
    solve: vi.fn<Means['solve']>(async (challenge) => `${challenge}.solved`),
    seal: vi.fn<Means['seal']>(async () => accept({ body: bodyOf(envelope()), digest })),
    post: vi.fn<Means['post']>(async () => accept({ accepted: digest })),
    ...more,
  }
}

describe('a report that arrives', () => {
  test('is sealed on the server’s day and posted once with its proof', async () => {
    const given = means()
    expect(await new Sending(given).send()).toEqual({ kind: 'received' })
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
    expect(await sending.send()).toEqual({ kind: 'received' })
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
      expect(await new Sending(given).send()).toEqual({ kind: 'received' })
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

  test('offline at the review, the challenge is asked again at sending', async () => {
    const challenge = vi.fn<Means['challenge']>().mockResolvedValueOnce(decline('unreachable'))
    challenge.mockResolvedValue(accept({ challenge: 'later', today: '2026-11-22' }))
    const given = means({ challenge })
    const sending = new Sending(given)
    expect(await sending.prepare()).toBe(false)
    expect(await sending.send()).toEqual({ kind: 'received' })
  })
})

describe('nothing leaves unless it is sealed', () => {
  test.each([
    ['throws', async () => Promise.reject(new Error('no'))],
    ['fails', async () => decline('failed' as const)],
    ['answers plain words', async () => accept({ body: '{"narrative":"mes mots"}', digest })],
    ['answers an envelope of another size', async () => accept({ body: bodyOf(envelope(300)), digest })],
    ['answers no envelope', async () => accept({ body: bodyOf(), digest })],
    ['adds a field', async () => accept({ body: bodyOf({ ...envelope(), narrative: 'mes mots' }), digest })],
    [
      'hides words in a fingerprint',
      async () => accept({ body: bodyOf({ ...envelope(), keyFingerprint: 'mes mots' }), digest }),
    ],
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
      arrive(accept({ body: bodyOf(envelope()), digest }))
      expect(await outcome).toEqual({ kind: 'cancelled' })
      expect(given.post).not.toHaveBeenCalled()
    },
  )

  test('each sealed size is recognised', () => {
    for (const bytes of SEALED_SIZES_BYTES)
      expect(isSealed({ body: bodyOf(envelope(bytes)), digest })).toBe(true)
  })
})
