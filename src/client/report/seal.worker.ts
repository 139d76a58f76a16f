// The sealing Worker: holds the directory it was built with, and turns a report into sealed envelopes on the phone.
// It never speaks to the network and never answers with plaintext: a failure is a reason.
import { entries } from 'balise:directory'
import { sealReport } from '../../sealing/seal-report.ts'
import type { SealAnswer, SealRequest } from './worker-messages.ts'

const answer = (message: SealAnswer): void => postMessage(message)

async function seal({ turn, report, consents, writtenOn }: SealRequest): Promise<void> {
  try {
    const sealed = await sealReport(report, consents, entries, writtenOn, (count) =>
      answer({ type: 'progress', turn, sealed: count }),
    )
    answer(
      sealed.ok ? { type: 'sealed', turn, ...sealed.value } : { type: 'failed', turn, reason: sealed.reason },
    )
  } catch {
    answer({ type: 'failed', turn, reason: 'failed' })
  }
}

addEventListener('message', ({ data }: MessageEvent<SealRequest>) => {
  if (data.type === 'seal') void seal(data)
})

answer({
  type: 'ready',
  entries: entries.map(({ certificate: _key, ...offer }) => offer),
})
