// A report is counted once: what has left is never sealed afresh, what has not left is given up at a word, and only what left is
// said to have perhaps arrived.
import { expect, test, vi } from 'vitest'
import { Counting, type CardMeans } from '../../src/client/report/counting.ts'
import { cardOf } from '../../src/domain/card.ts'
import type { Card } from '../../src/protocol/card.ts'
import { SEALED_CARD_BYTES } from '../../src/protocol/limits.ts'
import { accept, decline } from '../../src/protocol/result.ts'

const cardOn = (weekday: Card['weekday']): Card => ({ ...cardOf({}, () => null), weekday })
const MONDAY = cardOn('monday')
const FRIDAY = cardOn('friday')

function means(more: Partial<CardMeans> = {}) {
  const digests = new Map<string, string>()
  const given: CardMeans = {
    challenge: async () => accept({ challenge: 'c' }),
    solve: async () => 'proof',
    sealCard: async () => {
      const sealing = digests.size + 1
      const sealed = Buffer.alloc(SEALED_CARD_BYTES, sealing).toString('base64')
      const body = JSON.stringify({ version: 1, sealed })
      digests.set(body, String(sealing).repeat(64))
      return accept({ body, digest: String(sealing).repeat(64) })
    },
    renew: async () => null,
    post: async (body) => accept({ accepted: digests.get(body) }),
    close: () => {},
    ...more,
  }
  return {
    receive: given.post,
    challenge: vi.fn(given.challenge),
    solve: vi.fn(given.solve),
    sealCard: vi.fn(given.sealCard),
    renew: vi.fn(given.renew),
    post: vi.fn(given.post),
    close: vi.fn(given.close),
  }
}

/** A promise that is settled from outside. */
function held<Value>() {
  let settle: (value: Value) => void = () => {}
  const promise = new Promise<Value>((resolve) => (settle = resolve))
  return { promise, settle }
}

const known = ({ received, perhapsReceived, isFixed }: Counting) => ({ received, perhapsReceived, isFixed })
const NOTHING_LEFT = { received: false, perhapsReceived: false, isFixed: false }
const PERHAPS = { received: false, perhapsReceived: true, isFixed: true }
const RECEIVED = { received: true, perhapsReceived: false, isFixed: true }
const bodiesOf = ({ post }: ReturnType<typeof means>) => new Set(post.mock.calls.map(([body]) => body))

test('a card that arrives is counted, and asking again posts nothing more', async () => {
  const given = means()
  const counting = new Counting(given)
  expect(await counting.count(MONDAY)).toBe('received')
  expect(await counting.count(FRIDAY)).toBe('received')
  expect(given.post).toHaveBeenCalledOnce()
  expect(known(counting)).toEqual(RECEIVED)
})

test.each([
  ['challenge', { challenge: async () => decline('unreachable') }, 'unreachable'],
  ['directory', { challenge: async () => decline('directory-expired') }, 'refused'],
  ['proof', { solve: async () => null }, 'not-sealed'],
  ['sealing', { sealCard: async () => decline('failed') }, 'not-sealed'],
  ['look before the wire', { sealCard: async () => accept({ body: 'mots', digest: 'd' }) }, 'not-sealed'],
] as const)(
  'when it fails at the %s, nothing left: it is not said that it may have arrived',
  async (_, more, told) => {
    const given = means(more)
    const counting = new Counting(given)
    expect(await counting.count(MONDAY)).toBe(told)
    expect(given.post).not.toHaveBeenCalled()
    expect(known(counting)).toEqual(NOTHING_LEFT)
  },
)

test('what is being prepared has not left; from the moment it is posted, it may have arrived', async () => {
  const proof = held<string | null>()
  const answer = held<Awaited<ReturnType<CardMeans['post']>>>()
  const given = means({ solve: () => proof.promise, post: () => answer.promise })
  const counting = new Counting(given)
  const outcome = counting.count(MONDAY)
  await vi.waitFor(() => expect(given.challenge).toHaveBeenCalled())
  expect(known(counting)).toEqual(NOTHING_LEFT)
  proof.settle('proof')
  await vi.waitFor(() => expect(given.post).toHaveBeenCalled())
  expect(known(counting)).toEqual(PERHAPS)
  answer.settle(decline('unreachable'))
  expect(await outcome).toBe('unreachable')
  expect(known(counting)).toEqual(PERHAPS)
})

test.each([
  ['an answer that is not our digest', accept({ accepted: 'f'.repeat(64) }), 'failed', PERHAPS],
  ['a lost answer', decline('unreachable'), 'unreachable', PERHAPS],
  ['a store that broke', decline('storage-unavailable'), 'failed', PERHAPS],
  ['a refusal', decline('wrong-size'), 'refused', NOTHING_LEFT],
] as const)('after %s, what is said is true', async (_, answer, told, state) => {
  const counting = new Counting(means({ post: async () => answer }))
  expect(await counting.count(MONDAY)).toBe(told)
  expect(known(counting)).toEqual(state)
})

test.each(['proof', 'sealing'] as const)(
  'given up during the %s, nothing is posted; what was changed is sealed afresh',
  async (at) => {
    const given = means()
    const pause = held<void>()
    const { sealCard } = given
    if (at === 'proof') given.solve.mockImplementationOnce(() => pause.promise.then(() => 'proof'))
    else {
      const seal = sealCard.getMockImplementation()
      sealCard.mockImplementationOnce(async (card) =>
        pause.promise.then(() => seal?.(card) ?? decline('failed')),
      )
    }
    const counting = new Counting(given)
    const first = counting.count(MONDAY)
    await vi.waitFor(() => expect(at === 'proof' ? given.solve : sealCard).toHaveBeenCalled())
    counting.cancel()
    const second = counting.count(FRIDAY)
    pause.settle()
    expect([await first, await second]).toEqual(['cancelled', 'received'])
    expect(given.post).toHaveBeenCalledOnce()
    expect(sealCard.mock.lastCall).toEqual([FRIDAY])
    expect(counting.cardFor(MONDAY)).toEqual(FRIDAY)
  },
)

test('given up while on the wire, it is not an ending; when it arrives, it is known', async () => {
  const given = means()
  const pause = held<void>()
  given.post.mockImplementationOnce((body, proof) => pause.promise.then(() => given.receive(body, proof)))
  const counting = new Counting(given)
  const outcome = counting.count(MONDAY)
  await vi.waitFor(() => expect(given.post).toHaveBeenCalled())
  counting.cancel()
  pause.settle()
  expect(await outcome).toBe('cancelled')
  expect(known(counting)).toEqual(RECEIVED)
})

test.each([
  ['with other answers', FRIDAY],
  ['with the same answers', MONDAY],
])('once posted, only the same body with the same proof is ever posted: %s', async (_, card) => {
  const given = means()
  given.post.mockImplementationOnce(async () => decline('unreachable'))
  const counting = new Counting(given)
  expect(await counting.count(MONDAY)).toBe('unreachable')
  expect(counting.cardFor(card)).toEqual(MONDAY)
  await counting.prepare(card)
  expect(await counting.count(card)).toBe('received')
  expect(new Set(given.post.mock.calls.map(([body, proof]) => body + proof)).size).toBe(1)
  expect(given.sealCard).toHaveBeenCalledOnce()
})

test('the same body leaves after the wipe too, and no answer is left with it', async () => {
  const given = means()
  given.post.mockImplementationOnce(async () => decline('unreachable'))
  const counting = new Counting(given)
  await counting.count(MONDAY)
  counting.wipe()
  expect(given.close).toHaveBeenCalledOnce()
  expect(counting.cardFor(FRIDAY)).toEqual(FRIDAY)
  expect(await counting.count()).toBe('received')
  expect(bodiesOf(given).size).toBe(1)
  expect(given.sealCard).toHaveBeenCalledOnce()
})

test('two at once post one body: a refusal of the first does not say that the second did not arrive', async () => {
  const given = means()
  const answers = [
    held<Awaited<ReturnType<CardMeans['post']>>>(),
    held<Awaited<ReturnType<CardMeans['post']>>>(),
  ]
  for (const { promise } of answers) given.post.mockImplementationOnce(() => promise)
  const counting = new Counting(given)
  const first = counting.count(MONDAY)
  await vi.waitFor(() => expect(given.post).toHaveBeenCalledOnce())
  counting.cancel()
  const second = counting.count(FRIDAY)
  await vi.waitFor(() => expect(given.post).toHaveBeenCalledTimes(2))
  answers[0]?.settle(decline('wrong-size'))
  expect(await first).toBe('cancelled')
  expect(known(counting)).toEqual(PERHAPS)
  answers[1]?.settle(decline('unreachable'))
  expect(await second).toBe('unreachable')
  expect(bodiesOf(given).size).toBe(1)
})

test('prepared ahead, it is sealed once and leaves as it is; changed before it left, it is sealed afresh', async () => {
  const given = means()
  const counting = new Counting(given)
  await counting.prepare(MONDAY)
  await counting.prepare(MONDAY)
  expect(given.sealCard).toHaveBeenCalledOnce()
  await counting.prepare(FRIDAY)
  expect(given.sealCard).toHaveBeenCalledTimes(2)
  expect(given.challenge).not.toHaveBeenCalled()
  counting.wipe()
  expect(await counting.count()).toBe('received')
  expect(given.sealCard).toHaveBeenCalledTimes(2)
})

test('when the observatory’s key has changed, it is sealed afresh, unless it may have arrived or the answers are gone', async () => {
  const outdated = async () => decline('wrong-recipient' as const)
  const given = means()
  given.post.mockImplementationOnce(outdated)
  expect(await new Counting(given).count(MONDAY)).toBe('received')
  expect(given.renew).toHaveBeenCalledOnce()
  expect(bodiesOf(given).size).toBe(2)

  const lost = means({
    post: vi.fn(outdated).mockImplementationOnce(async () => decline('unreachable' as never)),
  })
  const perhaps = new Counting(lost)
  await perhaps.count(MONDAY)
  expect(await perhaps.count(MONDAY)).toBe('failed')
  expect(bodiesOf(lost).size).toBe(1)

  const wiped = means({ post: outdated })
  const after = new Counting(wiped)
  await after.prepare(MONDAY)
  after.wipe()
  expect(await after.count()).toBe('refused')
  expect(wiped.renew).not.toHaveBeenCalled()
})
