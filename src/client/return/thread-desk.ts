// The page's side of the thread Worker: asks it to open and to seal. One that throws, goes silent or never arrives gives a reason. It
// keeps no key: each request lends them.
import type { Bytes } from '../../crypto/encoding.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import type { FollowUp, NewCode, Withdrawal } from '../../protocol/thread.ts'
import type { OpenedMessage } from '../../sealing/open-mailbox.ts'
import type { UnprovenCopy, UnprovenDraft, UnprovenMoving } from '../../sealing/seal-own.ts'
import type { SealedSubmission } from '../../sealing/seal-report.ts'
import type { Unsigned } from '../../sealing/sign-contents.ts'
import { DirectoryLine } from '../report/directory-line.ts'
import type { Offer } from '../report/worker-messages.ts'
import type {
  LentKeys,
  ThreadAnswer,
  ThreadFault,
  ThreadMeans,
  ThreadOutcome,
  ThreadWork,
} from './thread-messages.ts'

/** Each batch is waited for by itself: a slow phone may need a second for a few messages, and has not failed. */
const OPENED_AT_ONCE = 8

/** Nothing else of a code's keys goes to the Worker. */
const lent = ({ certificate, secretKey, links }: LentKeys): LentKeys => ({ certificate, secretKey, links })

export class ThreadDesk implements ThreadMeans {
  readonly #line = new DirectoryLine<ThreadWork, ThreadAnswer>('thread')

  offers(): Promise<readonly Offer[] | null> {
    return this.#line.offers()
  }

  restart(): Promise<readonly Offer[] | null> {
    return this.#line.restart()
  }

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

  async seal(
    unsigned: Unsigned<FollowUp | Withdrawal | NewCode>,
    keys: LentKeys,
    token: string,
  ): Promise<Result<SealedSubmission, ThreadFault>> {
    const outcome = await this.#ask({ type: 'seal', keys: lent(keys), unsigned, token })
    if (outcome.type === 'sealed') return accept({ body: outcome.body, digest: outcome.digest })
    return decline(outcome.type === 'failed' ? outcome.reason : 'failed')
  }

  async sealOwn(
    own: UnprovenCopy | UnprovenDraft | UnprovenMoving,
    keys: LentKeys,
  ): Promise<Result<string, ThreadFault>> {
    const outcome = await this.#ask({ type: 'seal-own', keys: lent(keys), own })
    if (outcome.type === 'sealed-own') return accept(outcome.own)
    return decline(outcome.type === 'failed' ? outcome.reason : 'failed')
  }

  /** Ends the Worker. Whoever waits on it hears that it failed. */
  close(): void {
    this.#line.close()
  }

  async #ask(work: ThreadWork): Promise<ThreadOutcome> {
    await this.offers()
    const answer = await this.#line.ask(work, (each) => each)
    return answer.ok ? answer.value : { type: 'failed', reason: 'failed' }
  }
}
