// Sending the parts of files from a phone whose line comes and goes: against a server that keeps what ours does, in memory.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  PartLine,
  type Hold,
  type PartMeans,
  type PartToSend,
  type UploadFault,
} from '../../src/client/files/part-line.ts'
import { randomBytes, randomHex } from '../../src/crypto/random.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { MAX_HOLDS, PERMIT_PARTS } from '../../src/protocol/limits.ts'
import type { Result } from '../../src/protocol/result.ts'
import { hashOfSecret, PartHouse, refusal, respond } from '../support/part-house.ts'

/** A part, and for each envelope that will have one the secret by which it is kept. */
interface PartToKeep extends PartToSend {
  secrets: readonly string[]
}

/** A whole sending as a page does it, one part after another; told how many are kept. */
async function upload(
  parts: Iterable<PartToKeep> | AsyncIterable<PartToKeep>,
  means: PartMeans,
  onProgress: (kept: number) => void,
  signal: AbortSignal,
): Promise<Result<null, UploadFault>> {
  const line = new PartLine(means, signal)
  const holds: Hold[] = []
  let kept = 0
  for await (const { bytes, sha256, secrets } of parts) {
    const sent = await line.send({ bytes, sha256 })
    if (!sent.ok) return sent
    holds.push(...secrets.map((secret) => ({ part: sha256, secret })))
    onProgress(++kept)
  }
  return line.hold(holds)
}

let house: PartHouse
let solved: number

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  solved = 0
  house = new PartHouse()
  vi.stubGlobal('fetch', house.fetch)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const means = {
  solve: async (): Promise<string | null> => {
    solved++
    return 'proof'
  },
}

function someParts(count: number, secretsEach = 1): PartToKeep[] {
  return Array.from({ length: count }, () => {
    const bytes = randomBytes(50)
    return {
      bytes,
      sha256: sha256Hex(bytes),
      secrets: Array.from({ length: secretsEach }, () => randomHex(32)),
    }
  })
}

/** Moves the clock on whenever nothing but the clock is waited for. */
async function ended<Value>(going: Promise<Value>): Promise<Value> {
  let done = false
  void going.finally(() => (done = true))
  while (!done) {
    await new Promise((resolve) => setImmediate(resolve))
    if (!done && vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync()
  }
  return going
}

const send = (
  parts: Iterable<PartToKeep> | AsyncIterable<PartToKeep>,
  onProgress: (kept: number) => void = () => {},
  signal = new AbortController().signal,
  by = means,
) => ended(upload(parts, by, onProgress, signal))

describe('a file that is sent', () => {
  it('is paid for, kept part by part and held by every secret, and its author sees it go', async () => {
    const parts = someParts(3, 2)
    const progress: number[] = []
    expect(await send(parts, (count) => progress.push(count))).toEqual({ ok: true, value: null })
    expect(progress).toEqual([1, 2, 3])
    expect(house.kept).toEqual(new Set(parts.map(({ sha256 }) => sha256)))
    const wanted = parts.flatMap(({ sha256, secrets }) =>
      secrets.map((secret) => [hashOfSecret(secret), sha256]),
    )
    expect([...house.held]).toEqual(wanted)
    expect(solved).toBe(1)
  })

  it('takes a new permit for each twenty parts, and not before it is needed', async () => {
    const solvedAt: number[] = []
    const parts = someParts(2 * PERMIT_PARTS + 1)
    expect(await send(parts, () => solvedAt.push(solved))).toMatchObject({ ok: true })
    expect([solvedAt[19], solvedAt[20], solvedAt[39], solvedAt[40]]).toEqual([1, 2, 2, 3])
    expect(house.pathsOf('PUT')).toHaveLength(parts.length)
  })

  it('carries no cookie, says what it is, and shows no secret but its permit', async () => {
    const parts = someParts(1)
    await send(parts)
    expect(new Set(house.sent.map(({ credentials }) => credentials))).toEqual(new Set(['omit']))
    const put = house.sent.find(({ method }) => method === 'PUT')
    expect(put?.headers).toMatchObject({ 'Content-Type': 'application/octet-stream' })
    expect(JSON.stringify(house.sent)).not.toContain(parts[0]?.secrets[0])
  })

  it('is held in requests of which none is too large', async () => {
    expect(await send(someParts(100, 8))).toMatchObject({ ok: true })
    expect(house.held.size).toBe(800)
    expect(house.pathsOf('POST').filter((path) => path === '/api/part-holds')).toHaveLength(
      Math.ceil(800 / MAX_HOLDS),
    )
  })

  it('may be made while it is sent, a part at a time', async () => {
    const parts = someParts(3)
    const made: number[] = []
    async function* making() {
      for (const part of parts) {
        made.push(house.kept.size)
        yield part
      }
    }
    expect(await send(making())).toMatchObject({ ok: true })
    expect(made).toEqual([0, 1, 2])
  })
})

describe('when the line is lost', () => {
  it.each(['lost', 'answer-lost'] as const)('for a while, it goes on by itself (%s)', async (how) => {
    house.trouble = (_path, times) => (times % 3 === 0 ? null : how)
    const parts = someParts(5)
    expect(await send(parts)).toEqual({ ok: true, value: null })
    expect(house.held.size).toBe(5)
  })

  it('for good, it says so after some three minutes, and what is kept need not be paid again', async () => {
    const parts = someParts(4)
    house.trouble = (path) => (house.kept.size === 2 && path.startsWith('/api/parts/') ? 'lost' : null)
    const began = Date.now()
    expect(await send(parts)).toEqual({ ok: false, reason: 'unreachable' })
    expect(Date.now() - began).toBe(181_000)

    house.trouble = null
    expect(await send(parts)).toMatchObject({ ok: true })
    expect([...house.permits.values()].toSorted((a, b) => a - b)).toEqual([
      PERMIT_PARTS - 2,
      PERMIT_PARTS - 2,
    ])
  })

  it('“attached” but lost on a phone: to a page that is not ours, that is no receipt', async () => {
    let portal = 2
    house.trouble = (path) =>
      path.startsWith('/api/parts/') && portal-- > 0 ? respond(200, { accepted: 'a'.repeat(64) }) : null
    expect(await send(someParts(1))).toMatchObject({ ok: true })
    expect([house.pathsOf('PUT').length, house.kept.size]).toEqual([3, 1])
  })

  it('to a server that cannot keep it just now, it tries again', async () => {
    let busy = 3
    house.trouble = (path) =>
      path.startsWith('/api/parts/') && busy-- > 0 ? refusal(503, 'storage-unavailable') : null
    expect(await send(someParts(1))).toMatchObject({ ok: true })
  })
})

describe('a permit', () => {
  it('that is no longer good is replaced, in the middle of a file as at its end', async () => {
    const parts = someParts(3)
    const lapse = vi.fn(() => house.permits.clear())
    expect(await send(parts, (count) => count >= 2 && lapse())).toMatchObject({ ok: true })
    expect([lapse.mock.calls.length, solved, house.held.size]).toEqual([2, 3, 3])
  })

  it('that the server counts otherwise is replaced too', async () => {
    const spend = (count: number): void => {
      if (count === 1) for (const permit of house.permits.keys()) house.permits.set(permit, 0)
    }
    expect(await send(someParts(3), spend)).toMatchObject({ ok: true })
    expect(solved).toBe(2)
  })

  it('that is never good ends the sending after three', async () => {
    house.trouble = (path) => (path.startsWith('/api/parts/') ? refusal(403, 'permit-missing') : null)
    expect(await send(someParts(1))).toEqual({ ok: false, reason: 'permit-missing' })
    expect(solved).toBe(3)
  })

  it('needs a proof: one that expired is made again, one that cannot be made is told', async () => {
    let late = 1
    house.trouble = (path) =>
      path === '/api/upload-permits' && late-- > 0 ? refusal(403, 'proof-expired') : null
    expect(await send(someParts(1))).toMatchObject({ ok: true })
    expect(solved).toBe(2)
    const cannot = [{ solve: async () => null }, { solve: () => Promise.reject(new Error('gone')) }]
    for (const by of cannot) {
      expect(await send(someParts(1), undefined, undefined, by)).toEqual({ ok: false, reason: 'no-proof' })
    }
  })
})

describe('an author who stops', () => {
  it('while a part goes up is obeyed at once, and nothing is held', async () => {
    const ending = new AbortController()
    expect(await send(someParts(3), () => ending.abort(), ending.signal)).toEqual({
      ok: false,
      reason: 'stopped',
    })
    expect([house.kept.size, house.held.size]).toEqual([1, 0])
  })

  it('while the line is lost does not wait for it', async () => {
    const ending = new AbortController()
    const began = Date.now()
    house.trouble = (_path, times) => {
      if (times === 4) setTimeout(() => ending.abort(), 5000)
      return 'lost'
    }
    expect(await send(someParts(1), undefined, ending.signal)).toEqual({ ok: false, reason: 'stopped' })
    expect([house.sent.length, Date.now() - began]).toEqual([4, 12_000])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('while the puzzles are solved sends nothing more', async () => {
    const ending = new AbortController()
    const solve = async () => {
      ending.abort()
      return 'proof'
    }
    expect(await send(someParts(1), undefined, ending.signal, { solve })).toEqual({
      ok: false,
      reason: 'stopped',
    })
    expect(house.sent.map(({ path }) => path)).toEqual(['/api/upload-challenge'])
  })
})

describe('a refusal that nothing here can mend', () => {
  it('of a part ends the sending', async () => {
    const [part] = someParts(1)
    const wrong = { ...(part as PartToKeep), sha256: 'a'.repeat(64) }
    expect(await send([wrong])).toEqual({ ok: false, reason: 'wrong-hash' })
  })

  it('of a hold is told: the part came too long ago, and must be sent again', async () => {
    const parts = someParts(2)
    expect(await send(parts, (count) => count === 2 && house.kept.clear())).toEqual({
      ok: false,
      reason: 'part-missing',
    })
    expect(await send(parts)).toMatchObject({ ok: true })
  })

  it('does not come where there is nothing to hold', async () => {
    const line = new PartLine(means, new AbortController().signal)
    expect(await line.hold([])).toEqual({ ok: true, value: null })
    expect(house.sent).toEqual([])
  })
})
