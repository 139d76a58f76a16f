// The page's side of the sealing Worker: starts it, starts it afresh, asks it to seal. A Worker that throws, goes silent or
// never arrives gives a reason; it never gives a body that could be posted.
import type { Bytes } from '../../crypto/encoding.ts'
import type { Card } from '../../protocol/card.ts'
import type { Day } from '../../protocol/day.ts'
import type { Report } from '../../protocol/report.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { AuthorCode, GivenConsent } from '../../sealing/address-report.ts'
import type { UnprovenDraft } from '../../sealing/seal-own.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import { startWorker } from '../start-worker.ts'
import {
  SILENCE_MS,
  type DeskFault,
  type Offer,
  type SealAnswer,
  type SealCardRequest,
  type SealDraftRequest,
  type SealRequest,
} from './worker-messages.ts'

const submissionIn = (answer: SealAnswer): SealedSubmission | null =>
  answer.type === 'sealed' ? { body: answer.body, digest: answer.digest } : null

export class SealingDesk {
  #worker: Worker | null = null
  #offers: Promise<readonly Offer[] | null> | null = null
  #turn = 0

  /** The associations of the Worker's directory, or null when it did not arrive. A failure is not remembered. */
  offers(): Promise<readonly Offer[] | null> {
    this.#offers ??= this.#start().catch(() => {
      this.close()
      return null
    })
    return this.#offers
  }

  /** Drops the Worker and fetches its address again: it comes back with the directory of the day. */
  restart(): Promise<readonly Offer[] | null> {
    this.close()
    return this.offers()
  }

  /** Seals a card to the observatory of the Worker's directory. */
  async sealCard(card: Card): Promise<Result<SealedSubmission, DeskFault>> {
    return (await this.offers()) ? this.#ask({ type: 'seal-card', card }, submissionIn) : decline('failed')
  }

  /** Seals what is put on pause to its author's certificate (binary): base64, for their own mailbox. */
  async sealDraft(
    draft: UnprovenDraft,
    certificate: Bytes,
    links: Bytes,
  ): Promise<Result<string, DeskFault>> {
    if (!(await this.offers())) return decline('failed')
    return this.#ask({ type: 'seal-draft', draft, certificate, links }, (answer) =>
      answer.type === 'sealed-draft' ? answer.draft : null,
    )
  }

  /** Seals with the directory that `offers` last gave; it never fetches another, which nobody has agreed to yet. */
  seal(
    report: Report,
    consents: GivenConsent[],
    writtenOn: Day,
    code: AuthorCode | null,
    onSealed: (sealed: number) => void,
  ): Promise<Result<SealedSubmission, DeskFault>> {
    return this.#ask({ type: 'seal', report, consents, writtenOn, code }, submissionIn, onSealed)
  }

  async #ask<Sealed>(
    asked: Omit<SealRequest, 'turn'> | Omit<SealCardRequest, 'turn'> | Omit<SealDraftRequest, 'turn'>,
    sealedIn: (answer: SealAnswer) => Sealed | null,
    onSealed: (sealed: number) => void = () => {},
  ): Promise<Result<Sealed, DeskFault>> {
    const worker = this.#worker
    if (!worker) return decline('failed')
    const turn = ++this.#turn
    return new Promise((resolve) => {
      const settle = (outcome: Result<Sealed, DeskFault>): void => {
        clearTimeout(silence)
        worker.removeEventListener('message', hear)
        worker.removeEventListener('error', fail)
        resolve(outcome)
      }
      const fail = (): void => {
        settle(decline('failed'))
        this.#ended(worker)
      }
      const hear = ({ data }: MessageEvent<SealAnswer>): void => {
        if (data.type === 'ready' || data.turn !== turn) return
        if (data.type === 'progress') onSealed(data.sealed)
        if (data.type === 'failed') settle(decline(data.reason))
        const sealed = sealedIn(data)
        if (sealed !== null) settle(accept(sealed))
      }
      const silence = setTimeout(fail, SILENCE_MS)
      worker.addEventListener('message', hear)
      worker.addEventListener('error', fail)
      worker.postMessage({ ...asked, turn })
    })
  }

  /** Ends the Worker. Whoever waits on it hears an error, as if it had failed by itself. */
  close(): void {
    const worker = this.#worker
    this.#worker = null
    this.#offers = null
    worker?.terminate()
    worker?.dispatchEvent(new Event('error'))
  }

  #ended(worker: Worker): void {
    if (this.#worker === worker) this.close()
  }

  #start(): Promise<readonly Offer[] | null> {
    return new Promise((resolve) => {
      const worker = startWorker('seal')
      this.#worker = worker
      const fail = (): void => {
        clearTimeout(silence)
        resolve(null)
        this.#ended(worker)
      }
      const silence = setTimeout(fail, SILENCE_MS)
      worker.addEventListener('message', ({ data }: MessageEvent<SealAnswer>) => {
        if (data.type !== 'ready') return
        clearTimeout(silence)
        resolve(data.entries)
      })
      worker.addEventListener('error', fail)
    })
  }
}
