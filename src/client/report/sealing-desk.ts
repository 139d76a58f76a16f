// The page's side of the sealing Worker: starts it, starts it afresh, asks it to seal. A Worker that throws, goes silent or
// never arrives gives a reason; it never gives a body that could be posted.
import type { Card } from '../../protocol/card.ts'
import type { Day } from '../../protocol/day.ts'
import type { Report } from '../../protocol/report.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { GivenConsent } from '../../sealing/address-report.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import { startWorker } from '../start-worker.ts'
import {
  SILENCE_MS,
  type DeskFault,
  type Offer,
  type SealAnswer,
  type SealCardRequest,
  type SealRequest,
} from './worker-messages.ts'

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
    return (await this.offers()) ? this.#ask({ type: 'seal-card', card }) : decline('failed')
  }

  /** Seals with the directory that `offers` last gave; it never fetches another, which nobody has agreed to yet. */
  seal(
    report: Report,
    consents: GivenConsent[],
    writtenOn: Day,
    onSealed: (sealed: number) => void,
  ): Promise<Result<SealedSubmission, DeskFault>> {
    return this.#ask({ type: 'seal', report, consents, writtenOn }, onSealed)
  }

  async #ask(
    asked: Omit<SealRequest, 'turn'> | Omit<SealCardRequest, 'turn'>,
    onSealed: (sealed: number) => void = () => {},
  ): Promise<Result<SealedSubmission, DeskFault>> {
    const worker = this.#worker
    if (!worker) return decline('failed')
    const turn = ++this.#turn
    return new Promise((resolve) => {
      const settle = (outcome: Result<SealedSubmission, DeskFault>): void => {
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
        if (data.type === 'sealed') settle(accept({ body: data.body, digest: data.digest }))
        if (data.type === 'failed') settle(decline(data.reason))
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
