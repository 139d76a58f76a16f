// The order of sending, of a report as of a card: challenge, proof, seal, post, compare digests. Nothing is posted unless every
// step before it succeeded, and nothing counts as received unless the server answers with our own digest.
import { SEALED_SIZES_BYTES } from '../../protocol/limits.ts'
import { isDay, type Day } from '../../protocol/day.ts'
import { PROOF_FAULTS } from '../../protocol/error-codes.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import type { CallFault } from '../api.ts'
import type { FilesStop } from '../files/files-for.ts'
import type { DeskFault, Offer } from './worker-messages.ts'

/** What was sealed, and those it was sealed to. */
export interface SealedFor<Receiver> extends SealedSubmission {
  receivers: readonly Receiver[]
}

/** A submission: associations as they were agreed to, in the order of its envelopes. */
export type SealedReport = SealedFor<Offer>

/** What sending relies on: the network and the two Workers. One that throws has failed like any other. */
export interface Means<Receiver = Offer> {
  challenge: () => Promise<Result<unknown, CallFault>>
  /** Whether the challenge must come with the server's day. A card holds none. */
  dated: boolean
  solve: (challenge: string) => Promise<string | null>
  seal: (writtenOn: Day | null) => Promise<Result<SealedFor<Receiver>, DeskFault | FilesStop>>
  /** The last look before the wire, whatever the Worker answered. */
  isSealed: (sealed: SealedFor<Receiver>) => boolean
  post: (body: string, proof: string) => Promise<Result<unknown, CallFault>>
}

export type Outcome<Receiver = Offer> =
  /** `late`: it was given up meanwhile, but was already on the wire. */
  | { kind: 'received'; receivers: readonly Receiver[]; late: boolean }
  | { kind: 'cancelled' | 'unreachable' | 'unconfirmed' | 'not-sealed' | 'too-long' | 'expired' | 'files' }
  | { kind: 'directory-changed' }
  | { kind: 'refused'; code: string }

interface Permit {
  proof: string
  today: Day | null
}

type PermitFault = CallFault | 'no-proof'

/** What was agreed to is no longer what the directory has, in the server's eyes or in the Worker's. */
const DIRECTORY_FAULTS: readonly string[] = [
  'key-changed',
  'association-unknown',
  'association-paused',
  'no-such-recipient',
]
/** After these nobody can say whether the envelopes were kept. */
const UNKNOWN_FAULTS: readonly CallFault[] = ['unreachable', 'storage-unavailable', 'unexpected']
/** A proof is made again silently this many times in one sending. */
const PROOFS_A_SENDING = 3

export class Sending<Receiver = Offer> {
  readonly #means: Means<Receiver>
  #permit: Promise<Result<Permit, PermitFault>> | null = null
  #sealed: SealedFor<Receiver> | null = null
  #turn = 0
  #underWay = false
  /** Digest → those of a submission that left and whose answer is not known. Names only: nothing of what was written. */
  readonly #unanswered = new Map<string, readonly Receiver[]>()

  constructor(means: Means<Receiver>) {
    this.#means = means
  }

  get underWay(): boolean {
    return this.#underWay
  }

  /** Those who may have received something: it left, and no answer told whether it arrived. */
  get perhapsReceived(): Receiver[] {
    return [...this.#unanswered.values()].flat()
  }

  /** Fetches a challenge and solves it ahead of time; false when that did not work, and it is tried again at sending. */
  async prepare(): Promise<boolean> {
    return (await this.#obtainPermit()).ok
  }

  /** Something was changed: what was sealed is not what would be sent. */
  forgetSealed(): void {
    this.#sealed = null
  }

  /** Gives up what is under way. What is already on the wire may still arrive, and is then `received` and `late`. */
  cancel(): void {
    this.#turn++
    this.#underWay = false
  }

  /** Drops everything, save the names of those who may have received something: an ending must still say so. */
  forget(): void {
    this.cancel()
    this.forgetSealed()
    this.#permit = null
  }

  /** Retrying after `unreachable` posts the same body with the same proof: the server keeps it once. */
  async send(): Promise<Outcome<Receiver>> {
    const turn = ++this.#turn
    this.#underWay = true
    try {
      return await this.#send(turn)
    } finally {
      if (turn === this.#turn) this.#underWay = false
    }
  }

  async #send(turn: number): Promise<Outcome<Receiver>> {
    for (let proofs = 0; proofs < PROOFS_A_SENDING; proofs++) {
      const permit = await this.#obtainPermit()
      if (turn !== this.#turn) return { kind: 'cancelled' }
      if (!permit.ok) return faultOf(permit.reason)
      const sealed = await this.#seal(permit.value.today)
      if (turn !== this.#turn) return { kind: 'cancelled' }
      if (!sealed.ok) return faultOf(sealed.reason)
      this.#sealed = sealed.value
      const { digest, receivers } = sealed.value
      const answer = await this.#post(sealed.value, permit.value.proof)
      const late = turn !== this.#turn
      if (answer.ok && acceptedDigest(answer.value) === digest) return { kind: 'received', receivers, late }
      if (late) return { kind: 'cancelled' }
      if (answer.ok) return { kind: 'unconfirmed' }
      if (DIRECTORY_FAULTS.includes(answer.reason)) this.forgetSealed()
      if (!PROOF_FAULTS.includes(answer.reason)) return faultOf(answer.reason)
      this.#permit = null
    }
    return { kind: 'refused', code: 'proof-invalid' }
  }

  /** An earlier posting whose answer was lost may have arrived, whatever is said of a later one. */
  async #post(
    { body, digest, receivers }: SealedFor<Receiver>,
    proof: string,
  ): Promise<Result<unknown, CallFault>> {
    const wasUnanswered = this.#unanswered.has(digest)
    const posting = [...receivers]
    this.#unanswered.set(digest, posting)
    const answer = await orElse(() => this.#means.post(body, proof), UNREACHABLE)
    const arrived = answer.ok && acceptedDigest(answer.value) === digest
    const refused = !answer.ok && !UNKNOWN_FAULTS.includes(answer.reason)
    const isLast = this.#unanswered.get(digest) === posting
    if (arrived || (refused && isLast && !wasUnanswered)) this.#unanswered.delete(digest)
    return answer
  }

  async #seal(today: Day | null): Promise<Result<SealedFor<Receiver>, DeskFault | FilesStop>> {
    if (this.#sealed) return accept(this.#sealed)
    const sealed = await orElse(() => this.#means.seal(today), decline('failed'))
    return sealed.ok && !this.#means.isSealed(sealed.value) ? decline('failed') : sealed
  }

  /** A failure is not remembered: the next call asks for another challenge. */
  async #obtainPermit(): Promise<Result<Permit, PermitFault>> {
    const asked = (this.#permit ??= this.#makePermit())
    const permit = await asked
    if (!permit.ok && this.#permit === asked) this.#permit = null
    return permit
  }

  async #makePermit(): Promise<Result<Permit, PermitFault>> {
    const answer = await orElse(() => this.#means.challenge(), UNREACHABLE)
    if (!answer.ok) return answer
    const asked = readChallenge(answer.value)
    if (!asked || (this.#means.dated && !asked.today)) return UNREACHABLE
    const proof = await orElse(() => this.#means.solve(asked.challenge), null)
    return proof ? accept({ proof, today: asked.today }) : decline('no-proof')
  }
}

const UNREACHABLE = decline('unreachable')

/** What `ask` answers, or `otherwise` when it throws. */
async function orElse<Answer>(ask: () => Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await ask()
  } catch {
    return otherwise
  }
}

function faultOf(reason: PermitFault | DeskFault | FilesStop): Exclude<Outcome, { kind: 'received' }> {
  if (reason === 'unreachable' || reason === 'too-long' || reason === 'files') return { kind: reason }
  if (reason === 'failed') return { kind: 'not-sealed' }
  if (reason === 'directory-expired') return { kind: 'expired' }
  if (DIRECTORY_FAULTS.includes(reason)) return { kind: 'directory-changed' }
  return { kind: 'refused', code: reason }
}

/** Null when it is not our server's: a captive portal answers anything, and a day that is none would go into every envelope. */
function readChallenge(answer: unknown): { challenge: string; today: Day | null } | null {
  const { challenge, today } = (answer ?? {}) as { challenge?: unknown; today?: unknown }
  if (typeof challenge !== 'string') return null
  return { challenge, today: typeof today === 'string' && isDay(today) ? today : null }
}

const acceptedDigest = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'accepted' in answer ? answer.accepted : null

const ENVELOPE_FIELDS = 'association,keyFingerprint,sealed,tokenHash'
const SEALED_CHARS: readonly number[] = SEALED_SIZES_BYTES.map((bytes) => Math.ceil(bytes / 3) * 4)

/** The last look before the wire: envelopes of the sealed sizes for those agreed to, nothing else, whatever the Worker answered. */
export function isSealed({
  body,
  digest,
  receivers,
}: SealedFor<Pick<Offer, 'association' | 'fingerprint'>>): boolean {
  try {
    const { version, envelopes, ...rest } = JSON.parse(body) as { version: unknown; envelopes: unknown }
    return (
      version === 1 &&
      Object.keys(rest).length === 0 &&
      /^[0-9a-f]{64}$/.test(digest) &&
      Array.isArray(envelopes) &&
      envelopes.length > 0 &&
      envelopes.length === receivers.length &&
      envelopes.every(
        (envelope: Record<string, unknown>, index) =>
          Object.keys(envelope).toSorted().join() === ENVELOPE_FIELDS &&
          envelope['association'] === receivers[index]?.association &&
          envelope['keyFingerprint'] === receivers[index]?.fingerprint &&
          /^[0-9a-f]{64}$/.test(String(envelope['tokenHash'])) &&
          /^[A-Za-z0-9+/]+={0,2}$/.test(String(envelope['sealed'])) &&
          SEALED_CHARS.includes(String(envelope['sealed']).length),
      )
    )
  } catch {
    return false
  }
}
