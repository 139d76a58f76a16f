// The order of sending: challenge, proof, seal, post, compare digests. Nothing is posted unless every step before it succeeded,
// and nothing counts as received unless the server answers with our own digest.
import { SEALED_SIZES_BYTES } from '../../protocol/limits.ts'
import type { Day } from '../../protocol/day.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import type { CallFault } from '../api.ts'
import type { DeskFault } from './worker-messages.ts'

/** What sending relies on: the network and the two Workers. */
export interface Means {
  challenge: () => Promise<Result<unknown, CallFault>>
  solve: (challenge: string) => Promise<string | null>
  seal: (writtenOn: Day) => Promise<Result<SealedSubmission, DeskFault>>
  post: (body: string, proof: string) => Promise<Result<unknown, CallFault>>
}

export type Outcome =
  | { kind: 'received' | 'cancelled' | 'unreachable' | 'unconfirmed' | 'not-sealed' | 'too-long' | 'expired' }
  | { kind: 'directory-changed' }
  | { kind: 'refused'; code: string }

interface Permit {
  proof: string
  today: Day
}

const PROOF_FAULTS: readonly CallFault[] = ['proof-expired', 'proof-invalid', 'proof-spent', 'proof-missing']
const DIRECTORY_FAULTS: readonly CallFault[] = ['key-changed', 'association-unknown', 'association-paused']
/** A proof is made again silently this many times in one sending. */
const PROOFS_A_SENDING = 3

export class Sending {
  readonly #means: Means
  #permit: Promise<Result<Permit, CallFault | 'no-proof'>> | null = null
  #sealed: SealedSubmission | null = null
  #turn = 0

  constructor(means: Means) {
    this.#means = means
  }

  /** Fetches a challenge and solves it ahead of time; false when that did not work, and it is tried again at sending. */
  async prepare(): Promise<boolean> {
    this.#permit ??= this.#obtainPermit()
    const permit = await this.#permit
    if (!permit.ok) this.#permit = null
    return permit.ok
  }

  /** Something was changed: what was sealed is not what would be sent. */
  forgetSealed(): void {
    this.#sealed = null
  }

  /** Gives up what is under way, if it is not already on the wire. */
  cancel(): void {
    this.#turn++
  }

  /** Drops everything. */
  forget(): void {
    this.cancel()
    this.forgetSealed()
    this.#permit = null
  }

  /** Retrying after `unreachable` posts the same body with the same proof: the server keeps it once. */
  async send(): Promise<Outcome> {
    const turn = ++this.#turn
    for (let proofs = 0; proofs < PROOFS_A_SENDING; proofs++) {
      this.#permit ??= this.#obtainPermit()
      const permit = await this.#permit
      if (!permit.ok) {
        this.#permit = null
        return faultOf(permit.reason)
      }
      const sealed = await this.#seal(permit.value.today)
      if (turn !== this.#turn) return { kind: 'cancelled' }
      if (!sealed.ok) return { kind: sealed.reason === 'too-long' ? 'too-long' : 'not-sealed' }
      this.#sealed = sealed.value
      const answer = await this.#means.post(sealed.value.body, permit.value.proof)
      if (answer.ok) {
        return { kind: acceptedDigest(answer.value) === sealed.value.digest ? 'received' : 'unconfirmed' }
      }
      if (!PROOF_FAULTS.includes(answer.reason)) return this.#refused(answer.reason)
      this.#permit = null
    }
    return { kind: 'refused', code: 'proof-invalid' }
  }

  #refused(reason: CallFault): Outcome {
    if (!DIRECTORY_FAULTS.includes(reason)) return faultOf(reason)
    this.forgetSealed()
    return { kind: 'directory-changed' }
  }

  async #seal(today: Day): Promise<Result<SealedSubmission, DeskFault>> {
    if (this.#sealed) return accept(this.#sealed)
    try {
      const sealed = await this.#means.seal(today)
      return sealed.ok && !isSealed(sealed.value) ? decline('failed') : sealed
    } catch {
      return decline('failed')
    }
  }

  async #obtainPermit(): Promise<Result<Permit, CallFault | 'no-proof'>> {
    const answer = await this.#means.challenge()
    if (!answer.ok) return answer
    const { challenge, today } = answer.value as { challenge?: unknown; today?: unknown }
    if (typeof challenge !== 'string' || typeof today !== 'string') return decline('unreachable')
    const proof = await this.#means.solve(challenge)
    return proof ? accept({ proof, today }) : decline('no-proof')
  }
}

function faultOf(reason: CallFault | 'no-proof'): Outcome {
  if (reason === 'unreachable') return { kind: 'unreachable' }
  if (reason === 'directory-expired') return { kind: 'expired' }
  return { kind: 'refused', code: reason }
}

const acceptedDigest = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'accepted' in answer ? answer.accepted : null

const ENVELOPE_FIELDS = 'association,keyFingerprint,sealed,tokenHash'
const SEALED_CHARS: readonly number[] = SEALED_SIZES_BYTES.map((bytes) => Math.ceil(bytes / 3) * 4)

/** The last look before the wire: nothing but envelopes of the sealed sizes, whatever the Worker answered. */
export function isSealed({ body, digest }: SealedSubmission): boolean {
  try {
    const { version, envelopes, ...rest } = JSON.parse(body) as { version: unknown; envelopes: unknown }
    return (
      version === 1 &&
      Object.keys(rest).length === 0 &&
      /^[0-9a-f]{64}$/.test(digest) &&
      Array.isArray(envelopes) &&
      envelopes.length > 0 &&
      envelopes.every(
        (envelope: Record<string, unknown>) =>
          Object.keys(envelope).toSorted().join() === ENVELOPE_FIELDS &&
          /^[0-9A-F]{40}$/.test(String(envelope['keyFingerprint'])) &&
          /^[0-9a-f]{64}$/.test(String(envelope['tokenHash'])) &&
          /^[A-Za-z0-9+/]+={0,2}$/.test(String(envelope['sealed'])) &&
          SEALED_CHARS.includes(String(envelope['sealed']).length),
      )
    )
  } catch {
    return false
  }
}
