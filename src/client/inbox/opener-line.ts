// The key Worker's line to an opener that it starts. What an opener says, and that it failed, is heard here: the page hears neither.
import { startWorker } from '../start-worker.ts'
import type { OpenerEvents, OpenerLine, OpenerWord } from './opener-messages.ts'

/** Throws where a Worker may not start Workers. */
export function startOpener({ onWord, onFail }: OpenerEvents): OpenerLine {
  const worker = startWorker('opener')
  worker.addEventListener('message', ({ data }: MessageEvent<OpenerWord>) => onWord(data))
  worker.addEventListener('error', (event) => {
    // Else it goes on to the page as a failure of this Worker.
    event.preventDefault()
    onFail()
  })
  return {
    give: (keys) => worker.postMessage(keys, [keys.keys.buffer]),
    tell: (job) => worker.postMessage(job),
    end: () => worker.terminate(),
  }
}
