// Starts openers for the key Worker, gives them its keys, Worker to Worker, and ends them. What it returns for the page is one port to
// each: a way to have envelopes opened, by which no key can be asked for. Openers end with the key Worker, whatever happens.
import { concat } from '../../crypto/encoding.ts'
import { startWorker } from '../start-worker.ts'
import type { OpeningKeys } from './open-sealed.ts'
import type { OpenerKeys } from './opener-messages.ts'

/** Each more takes twenty-five megabytes, and holds the keys. */
const MOST_OPENERS = 3

export interface Openers {
  /**
   * Starts as many as this device has processors for, in place of those there were. None where one processor would be shared, or a
   * Worker may not start Workers.
   */
  start: (held: OpeningKeys) => MessagePort[]
  end: () => void
}

/** `processors` of this device, as the browser tells. */
export function makeOpeners(processors: number): Openers {
  let workers: Worker[] = []

  const end = (): void => {
    for (const worker of workers) worker.terminate()
    workers = []
  }
  const startOne = ({ association, keys }: OpeningKeys): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    const worker = startWorker('opener')
    workers.push(worker)
    // One that fails is missed by whoever gave it work. It is no failure of this Worker, and must not reach the page as such.
    worker.addEventListener('error', (event) => event.preventDefault())
    const secret = concat(...keys.map((key) => key.write()))
    const first: OpenerKeys = { association, keys: secret }
    worker.postMessage(first, [secret.buffer, port1])
    return port2
  }
  return {
    start: (held) => {
      end()
      const helping = processors > 1 ? Math.min(processors, MOST_OPENERS) : 0
      try {
        return Array.from({ length: helping }, () => startOne(held))
      } catch {
        end()
        return []
      }
    },
    end,
  }
}
