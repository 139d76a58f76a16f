// The page's side of the code Worker: starts it when something is asked, ends it when it fails or is no longer needed. A Worker that
// throws, goes silent or never comes gives null or a reason; it never gives half a code.
import type { Code, CodeReading } from '../../crypto/return-code.ts'
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { SILENCE_MS } from '../report/worker-messages.ts'
import { startWorker } from '../start-worker.ts'
import type { CodeAnswer, CodeAsked, CodeMade, CodeRequest } from './code-messages.ts'

export type { Code, CodeFault, CodeReading } from '../../crypto/return-code.ts'
export type { ReturnKeys } from '../../crypto/return-keys.ts'

export class CodeDesk {
  #worker: Worker | null = null
  /** Whether this Worker is known to have arrived: it spoke, or threw. */
  #came = false
  #turn = 0

  /** A new code, or null when none could be made. */
  async make(): Promise<Code | null> {
    const made = await this.#ask({ type: 'make' })
    return made.type === 'made' ? made.code : null
  }

  /** Reads what was typed; the language of the page is tried first. */
  async read(text: string, locale: Locale): Promise<CodeReading> {
    const made = await this.#ask({ type: 'read', text, locale })
    if (made.type === 'read') return made.reading
    return { ok: false, reason: { kind: made.type === 'unreachable' ? 'unreachable' : 'failed' } }
  }

  /** The keys of a code, after a second or more. `onProgress` hears parts from 0 to 1, only where the phone needs long. */
  async derive(code: Code, onProgress: (part: number) => void = () => {}): Promise<ReturnKeys | null> {
    const made = await this.#ask({ type: 'derive', code }, onProgress)
    return made.type === 'derived' ? made.keys : null
  }

  /** The mailbox's signature over a statement, in base64. */
  async sign(keys: Pick<ReturnKeys, 'auth'>, statement: string): Promise<string | null> {
    const made = await this.#ask({ type: 'sign', seed: keys.auth.secret, statement })
    return made.type === 'signed' ? made.signature : null
  }

  /** Ends the Worker. Whoever waits on it gets nothing, as if it had failed by itself. */
  close(): void {
    const worker = this.#worker
    this.#worker = null
    worker?.terminate()
    worker?.dispatchEvent(new Event('error'))
  }

  #ask(asked: CodeAsked, onProgress: (part: number) => void = () => {}): Promise<CodeMade> {
    if (!this.#worker) this.#came = false
    const worker = (this.#worker ??= startWorker('code'))
    const request: CodeRequest = { ...asked, turn: ++this.#turn }
    return new Promise((resolve) => {
      const settle = (made: CodeMade): void => {
        clearTimeout(silence)
        worker.removeEventListener('message', hear)
        worker.removeEventListener('error', fail)
        resolve(made)
      }
      const fail = (event?: Event): void => {
        // What cannot be fetched has no message of its own; what throws has.
        this.#came ||= event !== undefined && 'message' in event
        settle({ type: this.#came ? 'failed' : 'unreachable' })
        if (this.#worker === worker) this.close()
      }
      const hear = ({ data }: MessageEvent<CodeAnswer>): void => {
        this.#came = true
        clearTimeout(silence)
        silence = setTimeout(() => fail(), SILENCE_MS)
        if (data.turn !== request.turn) return
        if (data.type === 'progress') onProgress(data.part)
        else settle(data)
      }
      let silence = setTimeout(() => fail(), SILENCE_MS)
      worker.addEventListener('message', hear)
      worker.addEventListener('error', fail)
      worker.postMessage(request)
    })
  }
}
