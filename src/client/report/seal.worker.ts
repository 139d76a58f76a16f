// The sealing Worker: holds the directory it was built with, and turns a report into sealed envelopes, or its card into one
// sealed card, on the phone.
// It never speaks to the network and never answers with plaintext: a failure is a reason.
import { entries, observatory } from 'balise:directory'
import { sealCard } from '../../sealing/seal-card.ts'
import { sealReport } from '../../sealing/seal-report.ts'
import type { SealAnswer, SealCardRequest, SealRequest } from './worker-messages.ts'

const answer = (message: SealAnswer): void => postMessage(message)

async function seal(request: SealRequest | SealCardRequest): Promise<SealAnswer> {
  const { turn } = request
  try {
    if (request.type === 'seal-card')
      return { type: 'sealed', turn, ...(await sealCard(request.card, observatory)) }
    const { report, consents, writtenOn } = request
    const sealed = await sealReport(report, consents, entries, writtenOn, (count) =>
      answer({ type: 'progress', turn, sealed: count }),
    )
    return sealed.ok
      ? { type: 'sealed', turn, ...sealed.value }
      : { type: 'failed', turn, reason: sealed.reason }
  } catch {
    return { type: 'failed', turn, reason: 'failed' }
  }
}

addEventListener('message', ({ data }: MessageEvent<SealRequest | SealCardRequest>) => {
  void seal(data).then(answer)
})

answer({
  type: 'ready',
  entries: entries.map(({ certificate: _key, ...offer }) => offer),
})
