// A page and its code Worker, the real one, without a browser between them: what is asked comes back, and silence is not waited for.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { verifyEd25519 } from '../../src/crypto/ed25519.ts'
import { fromBase64, utf8 } from '../../src/crypto/encoding.ts'
import type { Code, CodeReading } from '../../src/crypto/return-code.ts'
import type { ReturnKeys } from '../../src/crypto/return-keys.ts'

/** What a page sees of the desk. Its own types need a browser's, which tests have not. */
interface Desk {
  make: () => Promise<Code | null>
  read: (text: string, locale: 'fr' | 'en') => Promise<CodeReading>
  derive: (code: Code, onProgress?: (part: number) => void) => Promise<ReturnKeys | null>
  sign: (keys: ReturnKeys, statement: string) => Promise<string | null>
  close: () => void
}

const CLIENT: string = '../../src/client'
let CodeDesk: new () => Desk
let SILENCE_MS: number

/** Workers that were started, in order. */
let started: StandIn[] = []

/** In the place of the browser's: hands messages to the Worker's own code, as copies. */
class StandIn extends EventTarget {
  ended = false
  readonly path: string
  readonly heard: unknown[] = []
  constructor(path: string) {
    super()
    this.path = path
    started.push(this)
  }
  postMessage(data: unknown): void {
    this.heard.push(data)
    if (answering) inside({ data: structuredClone(data) })
  }
  tell(data: unknown): void {
    if (!this.ended) this.dispatchEvent(Object.assign(new Event('message'), { data: structuredClone(data) }))
  }
  terminate(): void {
    this.ended = true
  }
}

let inside: (event: { data: unknown }) => void = () => {}
let answering = true

beforeEach(async () => {
  started = []
  answering = true
  vi.resetModules()
  vi.stubGlobal('Worker', StandIn)
  vi.stubGlobal('addEventListener', (_: string, hear: typeof inside) => (inside = hear))
  vi.stubGlobal('postMessage', (data: unknown) => started.at(-1)?.tell(data))
  await import(`${CLIENT}/code/code.worker.ts`)
  ;({ CodeDesk } = (await import(`${CLIENT}/code/code-desk.ts`)) as { CodeDesk: new () => Desk })
  ;({ SILENCE_MS } = (await import(`${CLIENT}/worker-line.ts`)) as { SILENCE_MS: number })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a person and their code', () => {
  test('get a new one, read it back as typed, and its keys sign', async () => {
    const desk = new CodeDesk()
    const code = await desk.make()
    if (!code) throw new Error('no code was made')
    expect(await desk.make()).not.toEqual(code)
    expect(await desk.read(code.en.join(', ').toUpperCase(), 'fr')).toEqual({ ok: true, value: code })

    const keys = await desk.derive(code)
    if (!keys) throw new Error('no keys were derived')
    const signature = await desk.sign(keys, 'une phrase')
    expect(
      await verifyEd25519(
        keys.auth.public,
        fromBase64(signature ?? '') ?? new Uint8Array(),
        utf8('une phrase'),
      ),
    ).toBe(true)
    expect(started.map(({ path }) => path)).toEqual(['/w/code.js'])
  })

  test('hear what is wrong with what was typed', async () => {
    expect(await new CodeDesk().read('bateau bateau', 'fr')).toEqual({
      ok: false,
      reason: { kind: 'count', found: 2 },
    })
  })

  test('get the same keys where WebAssembly is turned off, and are told how far they are', async () => {
    const desk = new CodeDesk()
    const code = await desk.make()
    if (!code) throw new Error('no code was made')
    const usual = await desk.derive(code)
    vi.stubGlobal('WebAssembly', undefined)
    const heard: number[] = []
    expect(await desk.derive(code, (part) => heard.push(part))).toEqual(usual)
    expect(heard.length).toBe(100)
    expect(heard).toEqual(heard.toSorted((one, other) => one - other))
    expect([heard[0], heard.at(-1)]).toEqual([0.01, 1])
  })

  test('get no keys for words that are no code', async () => {
    const words = Array<string>(8).fill('abaisser')
    expect(await new CodeDesk().derive({ fr: words, en: words })).toBeNull()
  })
})

describe('a Worker that fails', () => {
  test('gives nothing to anyone who waits on it, and another is started for the next', async () => {
    answering = false
    const desk = new CodeDesk()
    const waiting = Promise.all([desk.make(), desk.read('bateau', 'fr')])
    started[0]?.dispatchEvent(Object.assign(new Event('error'), { message: 'it threw' }))
    expect(await waiting).toEqual([null, { ok: false, reason: { kind: 'failed' } }])
    expect(started[0]?.ended).toBe(true)
    answering = true
    expect(await desk.make()).not.toBeNull()
    expect(started).toHaveLength(2)
  })

  test.each(['at once', 'by silence'])(
    'to come is the network’s fault, told %s, not the phone’s',
    async (how) => {
      vi.useFakeTimers()
      answering = false
      const desk = new CodeDesk()
      const waiting = desk.read('bateau', 'fr')
      if (how === 'at once') started[0]?.dispatchEvent(new Event('error'))
      else await vi.advanceTimersByTimeAsync(SILENCE_MS)
      expect(await waiting).toEqual({ ok: false, reason: { kind: 'unreachable' } })
    },
  )

  test('after it has spoken is not the network’s fault', async () => {
    const desk = new CodeDesk()
    await desk.make()
    answering = false
    const waiting = desk.read('bateau', 'fr')
    started[0]?.dispatchEvent(new Event('error'))
    expect(await waiting).toEqual({ ok: false, reason: { kind: 'failed' } })
  })

  test('is not waited for beyond its silence, which each sign of life puts off', async () => {
    vi.useFakeTimers()
    answering = false
    const desk = new CodeDesk()
    const settled = vi.fn<(keys: unknown) => void>()
    const heard = vi.fn<(part: number) => void>()
    void desk.derive({ fr: [], en: [] }, heard).then(settled)
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1)
    started[0]?.tell({ type: 'progress', turn: 1, part: 0.5 })
    await vi.advanceTimersByTimeAsync(SILENCE_MS - 1)
    expect(heard).toHaveBeenCalledExactlyOnceWith(0.5)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(settled).toHaveBeenCalledExactlyOnceWith(null)
    expect(started[0]?.ended).toBe(true)
  })

  test('answers of an earlier request are not taken for those of a later one', async () => {
    answering = false
    const desk = new CodeDesk()
    const code = { fr: ['un'], en: ['one'] }
    const [first, second] = [desk.make(), desk.make()]
    started[0]?.tell({ type: 'made', turn: 2, code })
    expect(await second).toEqual(code)
    desk.close()
    expect(await first).toBeNull()
  })
})
