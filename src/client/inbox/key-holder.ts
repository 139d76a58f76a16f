// The page's side of the key Worker: asks, and waits for the answer of the same number. It keeps no key and no passphrase.
import { decline, type Result } from '../../protocol/result.ts'
import { startWorker } from '../start-worker.ts'
import type { KeyAnswers, KeyRequest, NumberedAnswer, NumberedRequest } from './key-messages.ts'
import { makeOpenPool, type OpenerLine, type OpenPool } from './open-pool.ts'
import type { OpenerWord } from './opener-messages.ts'

export interface KeyHolder {
  /** `broken` when the Worker could not start or failed: nothing it held is left. */
  ask: <Request extends KeyRequest>(request: Request) => Promise<Result<KeyAnswers[Request['ask']], 'broken'>>
  /** Ends the Worker, and with it the key. What was being asked is answered `broken`. */
  end: () => void
}

type Waiting = (answer: Result<NumberedAnswer['answer'], 'broken'>) => void

/** Starts a Worker that holds no key yet. */
export function startKeyHolder(): KeyHolder {
  const worker = startWorker('open')
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let broken = false

  const end = (): void => {
    broken = true
    worker.terminate()
    for (const settle of waiting.values()) settle(decline('broken'))
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<NumberedAnswer>) => {
    waiting.get(data.number)?.({ ok: true, value: data.answer })
    waiting.delete(data.number)
  })
  worker.addEventListener('error', end)
  worker.addEventListener('messageerror', end)

  return {
    ask: (request) =>
      new Promise((resolve) => {
        if (broken) return resolve(decline('broken'))
        const numbered: NumberedRequest = { number: ++asked, request }
        waiting.set(numbered.number, resolve as Waiting)
        worker.postMessage(numbered)
      }),
    end,
  }
}

/** What the Worker answered, where that is a result itself. */
export async function flat<Value, Reason extends string>(
  asked: Promise<Result<Result<Value, Reason>, 'broken'>>,
): Promise<Result<Value, Reason | 'broken'>> {
  const answered = await asked
  return answered.ok ? answered.value : answered
}

/** Opens envelopes with the key Worker, and with the openers it starts when many wait. */
export const openPoolOf = ({ ask }: KeyHolder): OpenPool =>
  makeOpenPool({
    openThere: (sealed) => ask({ ask: 'open', sealed }),
    startOpeners: async () => {
      const started = await ask({ ask: 'start-openers' })
      return started.ok ? started.value.map(lineOver) : []
    },
    endOpeners: () => void ask({ ask: 'end-openers' }),
  })

const lineOver = (port: MessagePort): OpenerLine => ({
  tell: (job) => port.postMessage(job),
  hear: (onWord) => {
    port.addEventListener('message', ({ data }: MessageEvent<OpenerWord>) => onWord(data))
    port.start()
  },
  close: () => port.close(),
})
