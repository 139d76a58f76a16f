// A server for the parts of files, in memory, that keeps what ours does: for tests of whoever speaks to it.
import { fromHex, type Bytes } from '../../src/crypto/encoding.ts'
import { sha256Hex } from '../../src/crypto/sha256.ts'
import { PERMIT_PARTS } from '../../src/protocol/limits.ts'
import type { PartHolds, UploadPermit } from '../../src/protocol/parts.ts'

interface Sent {
  path: string
  method: string
  headers: Record<string, string>
  credentials: RequestInit['credentials']
}

export const hashOfSecret = (secret: string): string => sha256Hex(fromHex(secret) ?? new Uint8Array())

/** Answers that are read without leaving the turn they came in: what waits by the clock then is a pause, and nothing else. */
export const respond = (status: number, answered: object | null = null): Response =>
  ({
    ok: status < 400,
    status,
    text: async () => (answered ? JSON.stringify(answered) : ''),
  }) as Response

export const refusal = (status: number, error: string): Response => respond(status, { error })

export class PartHouse {
  /** How many parts are left, by the hash of a permit. */
  readonly permits = new Map<string, number>()
  readonly kept = new Set<string>()
  /** Part by hold. */
  readonly held = new Map<string, string>()
  readonly sent: Sent[] = []
  /** What happens to a request instead: before the server hears it, after, or an answer of someone else's. */
  trouble: ((path: string, times: number) => 'lost' | 'answer-lost' | Response | null) | null = null

  /** In the place of `fetch`. */
  readonly fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = init.headers as Record<string, string>
    const { method = 'GET', credentials } = init
    const times = this.sent.push({ path, method, headers, credentials })
    if (init.signal?.aborted) throw new Error('aborted')
    const happens = this.trouble?.(path, times) ?? null
    if (happens === 'lost') throw new TypeError('no line')
    if (typeof happens === 'object' && happens) return happens
    const heard = this.#answer(path, init.body, headers)
    if (happens === 'answer-lost') throw new TypeError('no line')
    return heard
  }

  /** The addresses of requests with this method, in order. */
  pathsOf(method: string): string[] {
    return this.sent.filter((each) => each.method === method).map(({ path }) => path)
  }

  #answer(path: string, body: unknown, headers: Record<string, string>): Response {
    if (path === '/api/upload-challenge') return respond(200, { challenge: 'c' })
    if (path === '/api/upload-permits') {
      this.permits.set((JSON.parse(String(body)) as UploadPermit).permitHash, PERMIT_PARTS)
      return respond(202, { parts: PERMIT_PARTS })
    }
    if (path === '/api/part-holds') return this.#hold(JSON.parse(String(body)) as PartHolds)
    return this.#keep(path.slice('/api/parts/'.length), body as Bytes, headers['Permit'] ?? '')
  }

  #hold({ permit, holds }: PartHolds): Response {
    if (!this.permits.has(hashOfSecret(permit))) return refusal(403, 'permit-missing')
    if (!holds.every(({ part }) => this.kept.has(part))) return refusal(422, 'part-missing')
    for (const { part, hold } of holds) this.held.set(hold, part)
    return respond(204)
  }

  #keep(hash: string, bytes: Bytes, permit: string): Response {
    if (sha256Hex(bytes) !== hash) return refusal(422, 'wrong-hash')
    const left = this.permits.get(hashOfSecret(permit))
    if (left === undefined) return refusal(403, 'permit-missing')
    if (!this.kept.has(hash)) {
      if (left === 0) return refusal(403, 'permit-spent')
      this.permits.set(hashOfSecret(permit), left - 1)
      this.kept.add(hash)
    }
    return respond(200, { accepted: hash })
  }
}
