// How a case's files come and stay: each part is the one that was sent, and only what the association may use is kept longer.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Bytes } from '../../src/crypto/encoding.ts'
import { holdSecretsOf } from '../../src/crypto/holds.ts'
import { randomBytes, randomHex } from '../../src/crypto/random.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { makeHoldKeeper, provenFiles } from '../../src/client/inbox/file-holds.ts'
import { bringParts, type FetchPart } from '../../src/client/inbox/file-parts.ts'
import type { Case } from '../../src/client/inbox/cases.ts'
import { shapeOf } from '../../src/client/viewer/viewer-messages.ts'
import type { Attachments } from '../../src/protocol/attachment.ts'
import { addDays, dayOf, type Day } from '../../src/protocol/day.ts'
import type { EnvelopeContents } from '../../src/protocol/envelope.ts'
import { FILE_KINDS, type FileKind } from '../../src/protocol/file-kinds.ts'
import { accept, decline } from '../../src/protocol/result.ts'
import type { FollowUp } from '../../src/protocol/thread.ts'
import type { Thread } from '../../src/sealing/thread.ts'

const TODAY = dayOf(Date.now())

describe('the parts of a file', () => {
  let parts: Bytes[]
  let names: string[]
  let asked: string[]
  let counts: number[]
  const { signal } = new AbortController()
  const honest: FetchPart = async (sha256) => {
    asked.push(sha256)
    const found = parts.find((part) => sha256Hex(part) === sha256)
    return found ? accept(found) : decline('not-found')
  }
  const bring = (fetchPart: FetchPart, brought = new Map<string, Bytes>(), stop = signal) =>
    bringParts(names, fetchPart, brought, (count) => counts.push(count), stop)

  beforeEach(() => {
    parts = Array.from({ length: 9 }, () => randomBytes(20))
    names = parts.map((part) => sha256Hex(part))
    asked = []
    counts = []
  })

  test('come in the order of the envelope, whichever arrives first, and are counted', async () => {
    const backwards: FetchPart = async (sha256, stop) => {
      for (let turns = names.indexOf(sha256); turns < 9; turns++) await Promise.resolve()
      return honest(sha256, stop)
    }
    expect(await bring(backwards)).toEqual(accept(parts))
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('are asked for once when two are the same', async () => {
    parts[3] = parts[0] as Bytes
    names[3] = names[0] as string
    expect(await bring(honest)).toEqual(accept(parts))
    expect(asked.length).toBe(8)
  })

  test('are asked for once more when another came in their place, and no more than that', async () => {
    const spoilt = names[4] as string
    let times = 0
    const once: FetchPart = (sha256, stop) =>
      sha256 === spoilt && times++ === 0 ? Promise.resolve(accept(randomBytes(20))) : honest(sha256, stop)
    expect(await bring(once)).toEqual(accept(parts))
    let always = 0
    const never: FetchPart = async (sha256, stop) => {
      if (sha256 !== spoilt) return honest(sha256, stop)
      always++
      return accept(randomBytes(20))
    }
    expect(await bring(never)).toEqual(decline('altered-part'))
    expect(always).toBe(2)
  })

  test('that are here already are not asked for again after the line failed', async () => {
    const brought = new Map<string, Bytes>()
    const lost = names[6] as string
    const failing: FetchPart = (sha256, stop) =>
      sha256 === lost ? Promise.resolve(decline('unreachable')) : honest(sha256, stop)
    expect(await bring(failing, brought)).toEqual(decline('unreachable'))
    const before = new Set(asked)
    asked = []
    expect(await bring(honest, brought)).toEqual(accept(parts))
    expect(asked).toContain(lost)
    expect(asked.filter((sha256) => before.has(sha256))).toEqual([])
  })

  test('that the server no longer has are gone, which is not a failure of the line', async () => {
    parts.splice(2, 1)
    expect(await bring(honest)).toEqual(decline('gone'))
  })

  test('stop coming when someone says so', async () => {
    const stopping = new AbortController()
    const stopped: FetchPart = async (sha256, stop) => {
      stopping.abort()
      return honest(sha256, stop)
    }
    expect(await bring(stopped, new Map(), stopping.signal)).toEqual(decline('stopped'))
    expect(asked.length).toBeLessThan(9)
  })
})

describe('the files of a case', () => {
  const attachmentsOf = (...partCounts: number[]): Attachments => ({
    hold: randomHex(32),
    files: partCounts.map((count, index) => ({
      name: `piece-${index + 1}.jpg`,
      kind: 'jpeg',
      mediaType: 'image/jpeg',
      bytes: 100,
      sessionKey: randomHex(32),
      sha256: randomHex(32),
      parts: Array.from({ length: count }, () => randomHex(32)),
    })),
  })
  const reported = attachmentsOf(2, 3)
  const followed = attachmentsOf(1)
  const forged = attachmentsOf(1)

  const message = (attachments: Attachments, trust: 'trusted' | 'forged' | 'disputed') => ({
    ids: [randomHex(4)],
    receivedOn: TODAY,
    trust,
    contents: { kind: 'follow-up', attachments } as FollowUp,
  })
  const thread = (rest: Partial<Thread> = {}): Thread => ({
    thread: randomHex(16),
    reply: null,
    disputed: false,
    withdrawnOn: null,
    reports: [],
    messages: [
      message(followed, 'trusted'),
      message(forged, 'forged'),
      message(attachmentsOf(1), 'disputed'),
    ],
    ...rest,
  })
  const caseWith = (rest: Partial<Case> = {}, until: Day = TODAY, item: Partial<Case['head']> = {}): Case => {
    const contents = { kind: 'report', attachments: reported, consent: { until } } as EnvelopeContents
    const head = {
      id: '1',
      receivedOn: TODAY,
      acknowledged: true,
      touchedOn: null,
      standing: 'received' as const,
      keyFingerprint: '',
      opened: accept(contents),
      ...item,
    }
    return { id: '1', day: TODAY, head, envelopes: [head], thread: thread(), ...rest }
  }
  let told: (readonly string[])[]
  const keeper = () =>
    makeHoldKeeper(async (secrets) => {
      told.push(secrets)
      return true
    })
  beforeEach(() => {
    told = []
  })

  test('are those of its report and of messages whose author is proven', () => {
    expect(provenFiles(caseWith())).toEqual([reported, followed])
  })

  test('are kept by one secret a part, each envelope by its own, once a visit', async () => {
    const holds = keeper()
    expect(await holds.keep(caseWith())).toBe(true)
    expect(await holds.keep(caseWith())).toBe(true)
    expect(told).toHaveLength(2)
    expect(told).toContainEqual(await holdSecretsOf(reported.hold, 5))
    expect(told).toContainEqual(await holdSecretsOf(followed.hold, 1))
  })

  test.each<[string, Case]>([
    ['nobody confirmed', caseWith({}, TODAY, { acknowledged: false })],
    ['its author withdrew', caseWith({ thread: thread({ withdrawnOn: TODAY }) })],
    ['the association declined', caseWith({}, TODAY, { standing: 'declined' })],
    ['the permission is over', caseWith({}, addDays(TODAY, -1))],
    ['what followed has not arrived', caseWith({ thread: null })],
  ])('are not kept longer when %s', async (_, each) => {
    expect(await keeper().keep(each)).toBe(true)
    expect(told).toEqual([])
  })

  test('are tried again after a failure', async () => {
    let failing = true
    const holds = makeHoldKeeper(async () => !failing)
    expect(await holds.keep(caseWith())).toBe(false)
    failing = false
    expect(await holds.keep(caseWith())).toBe(true)
  })
})

test('a PDF, and what no browser plays, have no shape in which to be shown', () => {
  const kinds = Object.keys(FILE_KINDS) as FileKind[]
  expect(kinds.filter((kind) => shapeOf(kind) === null)).toEqual(['pdf', 'amr'])
  expect(new Set(kinds.map((kind) => shapeOf(kind)))).toEqual(new Set(['image', 'audio', 'video', null]))
})
