// The page's side of the sealing Worker: starts it, starts it afresh, asks it to seal. A Worker that throws, goes silent or
// never arrives gives a reason; it never gives a body that could be posted.
import type { Day } from '../../protocol/day.ts'
import type { Report } from '../../protocol/report.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { GivenConsent } from '../../sealing/address-report.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import { startWorker } from '../start-worker.ts'
import type { DeskFault, Offer, SealAnswer, SealRequest } from './worker-messages.ts'

/** Eight envelopes take well under a second on a slow phone: silence this long is a failure. */
const SILENCE_MS = 30_000

export class SealingDesk {
  #worker: Worker | null = null
  #offers: Promise<readonly Offer[] | null> | null = null
  #turn = 0

  /** The associations of the Worker's directory, or null when it did not arrive. A failure is not remembered. */
  offers(): Promise<readonly Offer[] | null> {
    this.#offers ??= this.#start()
    return this.#offers
  }

  /** Drops the Worker and fetches its address again: it comes back with the directory of the day. */
  restart(): Promise<readonly Offer[] | null> {
    this.close()
    return this.offers()
  }

  async seal(
    report: Report,
    consents: GivenConsent[],
    writtenOn: Day,
    onSealed: (sealed: number) => void,
  ): Promise<Result<SealedSubmission, DeskFault>> {
    await this.offers()
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
        this.close()
        settle(decline('failed'))
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
      const request: SealRequest = { type: 'seal', turn, report, consents, writtenOn }
      worker.postMessage(request)
    })
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#offers = null
  }

  #start(): Promise<readonly Offer[] | null> {
    return new Promise((resolve) => {
      const worker = startWorker('seal')
      this.#worker = worker
      worker.addEventListener('message', ({ data }: MessageEvent<SealAnswer>) => {
        if (data.type === 'ready') resolve(data.entries)
      })
      worker.addEventListener('error', () => {
        if (this.#worker === worker) this.close()
        resolve(null)
      })
    })
  }
}
