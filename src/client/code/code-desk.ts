// The page's side of the code Worker. One that throws, goes silent or never comes gives null or a reason; it never gives half a code.
import type { Code, CodeReading } from '../../crypto/return-code.ts'
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import type { Locale } from '../../protocol/vocabulary.ts'
import { WorkerLine } from '../worker-line.ts'
import type { CodeAnswer, CodeAsked, CodeMade, CodeRequest } from './code-messages.ts'

export type { Code, CodeFault, CodeReading } from '../../crypto/return-code.ts'
export type { ReturnKeys } from '../../crypto/return-keys.ts'

export class CodeDesk {
  readonly #line = new WorkerLine<CodeRequest, CodeAnswer>('code')

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

  /** Ends the Worker. Whoever waits on it gets nothing. */
  close(): void {
    this.#line.close()
  }

  async #ask(asked: CodeAsked, onProgress: (part: number) => void = () => {}): Promise<CodeMade> {
    const turn = this.#line.nextTurn()
    const made = await this.#line.ask<CodeMade>({ ...asked, turn }, (answer) => {
      if (answer.turn !== turn) return undefined
      if (answer.type !== 'progress') return answer
      onProgress(answer.part)
      return undefined
    })
    return made.ok ? made.value : { type: made.reason }
  }
}
