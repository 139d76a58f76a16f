// The phone's line for the parts of sealed files: pays for them, sends each until it is kept, then has them held. After a lost connection
// it goes on by itself, and what is there already costs nothing. It never sends a name, and keeps nothing.
import type { Bytes } from '../../crypto/encoding.ts'
import { randomHex } from '../../crypto/random.ts'
import { MAX_HOLDS } from '../../protocol/limits.ts'
import type {
  HoldSecrets,
  PartAccepted,
  PartHolds,
  PermitAnswer,
  UploadPermit,
} from '../../protocol/parts.ts'
import { PROOF_FAULTS } from '../../protocol/error-codes.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { tokenHashOf } from '../../sealing/token-hash.ts'
import { call, type Call, type CallFault } from '../api.ts'

/** `solve` gives the `Proof` header for a challenge; null when it fails. */
export interface PartMeans {
  solve: (challenge: string) => Promise<string | null>
}

/** A part of a sealed file, and the SHA-256 it is known by. */
export interface PartToSend {
  bytes: Bytes
  sha256: string
}

export interface Hold {
  part: string
  secret: string
}

/** `stopped`: the signal said so. `part-missing`: the parts came too long ago to be held, and must be sent again. */
export type UploadFault = CallFault | 'no-proof' | 'stopped'

/** After these a request goes again as it was: nothing is known against it. */
const PASSING_FAULTS: readonly string[] = ['unreachable', 'storage-unavailable']
const PERMIT_FAULTS: readonly string[] = ['permit-missing', 'permit-spent']
/** Three minutes in all: a tunnel, a lift, a change of network. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000, 30_000]
const ATTEMPTS_TO_PAY = 3
/** A part on a line of 18 kbit/s. */
const PART_TIMEOUT_MS = 120_000

/** For parts that are made one at a time: each is sent, then all are held. One request at a time. */
export class PartLine {
  readonly #means: PartMeans
  readonly #signal: AbortSignal
  #permit: { token: string; partsLeft: number } | null = null

  constructor(means: PartMeans, signal: AbortSignal) {
    this.#means = means
    this.#signal = signal
  }

  /** Settles once the server says that it keeps exactly this part. */
  async send({ bytes, sha256 }: PartToSend): Promise<Result<null, UploadFault>> {
    const sent = await this.#permitted(1, (permit) =>
      this.#ask<PartAccepted>(
        `/api/parts/${sha256}`,
        { method: 'PUT', headers: { Permit: permit }, body: bytes, timeoutMs: PART_TIMEOUT_MS },
        (answer) => answer.accepted === sha256,
      ),
    )
    if (sent.ok && this.#permit) this.#permit.partsLeft--
    return sent.ok ? accept(null) : sent
  }

  /** All, in requests of which each is kept whole or not at all. Asked again after a fault, it does the rest. */
  async hold(holds: readonly Hold[]): Promise<Result<null, UploadFault>> {
    for (let start = 0; start < holds.length; start += MAX_HOLDS) {
      const some = await Promise.all(
        holds
          .slice(start, start + MAX_HOLDS)
          .map(async ({ part, secret }) => ({ part, hold: await tokenHashOf(secret) })),
      )
      const held = await this.#permitted(0, (permit) =>
        this.#post('/api/part-holds', { version: 1, permit, holds: some } satisfies PartHolds),
      )
      if (!held.ok) return held
    }
    return accept(null)
  }

  /** Lets go of what these secrets keep, if anything. */
  async release(secrets: readonly string[]): Promise<Result<null, UploadFault>> {
    for (let start = 0; start < secrets.length; start += MAX_HOLDS) {
      const body: HoldSecrets = { version: 1, secrets: secrets.slice(start, start + MAX_HOLDS) }
      const released = await this.#post('/api/part-holds/releases', body)
      if (!released.ok) return released
    }
    return accept(null)
  }

  /** Asks under a permit good for so many more parts, and under another when it turns out not to be. */
  async #permitted<Answer>(
    parts: number,
    ask: (permit: string) => Promise<Result<Answer, UploadFault>>,
  ): Promise<Result<Answer, UploadFault>> {
    for (let attempts = 1; ; attempts++) {
      if (!this.#permit || this.#permit.partsLeft < parts) {
        const paid = await this.#pay()
        if (!paid.ok) return paid
        this.#permit = paid.value
      }
      const answer = await ask(this.#permit.token)
      if (answer.ok || attempts === ATTEMPTS_TO_PAY || !PERMIT_FAULTS.includes(answer.reason)) return answer
      this.#permit = null
    }
  }

  async #pay(): Promise<Result<{ token: string; partsLeft: number }, UploadFault>> {
    for (let attempts = 1; ; attempts++) {
      const asked = await this.#ask<{ challenge: string }>(
        '/api/upload-challenge',
        {},
        ({ challenge }) => typeof challenge === 'string',
      )
      if (!asked.ok) return asked
      const proof = await this.#means.solve(asked.value.challenge).catch(() => null)
      if (this.#signal.aborted) return decline('stopped')
      if (proof === null) return decline('no-proof')
      const token = randomHex(32)
      const permit: UploadPermit = { version: 1, permitHash: await tokenHashOf(token) }
      const given = await this.#post<PermitAnswer>(
        '/api/upload-permits',
        permit,
        { Proof: proof },
        ({ parts }) => Number.isInteger(parts),
      )
      if (given.ok) return accept({ token, partsLeft: given.value.parts })
      if (attempts === ATTEMPTS_TO_PAY || !PROOF_FAULTS.includes(given.reason)) return given
    }
  }

  #post<Answer>(
    path: `/api/${string}`,
    body: object,
    headers: Record<string, string> = {},
    isOurs: (answer: Partial<Answer>) => boolean = () => true,
  ): Promise<Result<Answer, UploadFault>> {
    return this.#ask(path, { method: 'POST', headers, body: JSON.stringify(body) }, isOurs)
  }

  /** Asks again, at growing intervals, while the line or the server fails, or what answers is not our server. */
  async #ask<Answer>(
    path: `/api/${string}`,
    request: Call,
    isOurs: (answer: Partial<Answer>) => boolean,
  ): Promise<Result<Answer, UploadFault>> {
    for (let attempt = 0; ; attempt++) {
      if (this.#signal.aborted) return decline('stopped')
      const answer = await call(path, { ...request, signal: this.#signal })
      if (this.#signal.aborted) return decline('stopped')
      if (answer.ok && isOurs(answer.value ?? {})) return accept(answer.value as Answer)
      const reason = answer.ok ? 'unreachable' : answer.reason
      const pauseMs = PAUSES_MS[attempt]
      if (pauseMs === undefined || !PASSING_FAULTS.includes(reason)) return decline(reason)
      await pause(pauseMs, this.#signal)
    }
  }
}

/** Ends early when the signal says so. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
