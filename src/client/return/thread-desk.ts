// The page's side of the thread Worker: starts it, starts it afresh, asks it to open and to seal. A Worker that throws, goes silent
// or never arrives gives a reason. It keeps no key: each request lends them.
import type { Bytes } from '../../crypto/encoding.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { FollowUp, NewCode, Withdrawal } from '../../protocol/thread.ts'
import type { OpenedMessage } from '../../sealing/open-mailbox.ts'
import type { UnprovenCopy, UnprovenDraft, UnprovenMoving } from '../../sealing/seal-own.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import type { Unsigned } from '../../sealing/sign-contents.ts'
import { SILENCE_MS, type Offer } from '../report/worker-messages.ts'
import { startWorker } from '../start-worker.ts'
import type {
  LentKeys,
  ThreadAnswer,
  ThreadFault,
  ThreadMeans,
  ThreadRequest,
  ThreadWork,
} from './thread-messages.ts'

/** Each batch is waited for by itself: a slow phone may need a second for a few messages, and has not failed. */
const OPENED_AT_ONCE = 8

type Outcome = Exclude<ThreadAnswer, { type: 'ready' }>

/** Nothing else of a code's keys goes to the Worker. */
const lent = ({ certificate, secretKey, links }: LentKeys): LentKeys => ({ certificate, secretKey, links })

export class ThreadDesk implements ThreadMeans {
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

  /** What the sealed messages say, in their order; null when the Worker failed. */
  async open(sealed: readonly Bytes[], keys: LentKeys): Promise<OpenedMessage[] | null> {
    const opened: OpenedMessage[] = []
    for (let start = 0; start < sealed.length; start += OPENED_AT_ONCE) {
      const batch = sealed.slice(start, start + OPENED_AT_ONCE)
      const outcome = await this.#ask({ type: 'open', keys: lent(keys), sealed: batch })
      if (outcome.type !== 'opened') return null
      opened.push(...outcome.opened)
    }
    return opened
  }

  /** Signs it and seals it to the association it names: the request to post. `token` is of this envelope. */
  async seal(
    unsigned: Unsigned<FollowUp | Withdrawal | NewCode>,
    keys: LentKeys,
    token: string,
  ): Promise<Result<SealedSubmission, ThreadFault>> {
    const outcome = await this.#ask({ type: 'seal', keys: lent(keys), unsigned, token })
    if (outcome.type === 'sealed') return accept({ body: outcome.body, digest: outcome.digest })
    return decline(outcome.type === 'failed' ? outcome.reason : 'failed')
  }

  /** What an author keeps for themselves, sealed for the mailbox of these keys: base64. */
  async sealOwn(
    own: UnprovenCopy | UnprovenDraft | UnprovenMoving,
    keys: LentKeys,
  ): Promise<Result<string, ThreadFault>> {
    const outcome = await this.#ask({ type: 'seal-own', keys: lent(keys), own })
    if (outcome.type === 'sealed-own') return accept(outcome.own)
    return decline(outcome.type === 'failed' ? outcome.reason : 'failed')
  }

  /** Ends the Worker. Whoever waits on it hears an error, as if it had failed by itself. */
  close(): void {
    const worker = this.#worker
    this.#worker = null
    this.#offers = null
    worker?.terminate()
    worker?.dispatchEvent(new Event('error'))
  }

  async #ask(work: ThreadWork): Promise<Outcome> {
    await this.offers()
    const worker = this.#worker
    const turn = ++this.#turn
    const failed: Outcome = { type: 'failed', reason: 'failed', turn }
    if (!worker) return failed
    return new Promise((resolve) => {
      const settle = (outcome: Outcome): void => {
        clearTimeout(silence)
        worker.removeEventListener('message', hear)
        worker.removeEventListener('error', fail)
        resolve(outcome)
      }
      const fail = (): void => {
        settle(failed)
        this.#ended(worker)
      }
      const hear = ({ data }: MessageEvent<ThreadAnswer>): void => {
        if (data.type !== 'ready' && data.turn === turn) settle(data)
      }
      const silence = setTimeout(fail, SILENCE_MS)
      worker.addEventListener('message', hear)
      worker.addEventListener('error', fail)
      const request: ThreadRequest = { ...work, turn }
      worker.postMessage(request)
    })
  }

  #ended(worker: Worker): void {
    if (this.#worker === worker) this.close()
  }

  #start(): Promise<readonly Offer[] | null> {
    return new Promise((resolve) => {
      const worker = startWorker('thread')
      this.#worker = worker
      const fail = (): void => {
        clearTimeout(silence)
        resolve(null)
        this.#ended(worker)
      }
      const silence = setTimeout(fail, SILENCE_MS)
      worker.addEventListener('message', ({ data }: MessageEvent<ThreadAnswer>) => {
        if (data.type !== 'ready') return
        clearTimeout(silence)
        resolve(data.entries)
      })
      worker.addEventListener('error', fail)
    })
  }
}
