// The thread Worker: holds the directory it was built with and, for the length of a request, an author's keys. It never speaks to
// the network and never answers with a key: a failure is a reason.
import { entries } from 'balise:directory'
import type { DirectoryReady } from '../report/worker-messages.ts'
import type { ThreadAnswer, ThreadRequest } from './thread-messages.ts'
import { doThreadWork } from './thread-work.ts'

const answer = (message: DirectoryReady | ThreadAnswer): void => postMessage(message)

async function work({ turn, ...request }: ThreadRequest): Promise<ThreadAnswer> {
  try {
    return { turn, ...(await doThreadWork(request, entries)) }
  } catch {
    return { turn, type: 'failed', reason: 'failed' }
  }
}

addEventListener('message', ({ data }: MessageEvent<ThreadRequest>) => {
  void work(data).then(answer)
})

answer({
  type: 'ready',
  entries: entries.map(({ certificate: _key, ...offer }) => offer),
})
