// The sealing Worker: holds the directory it was built with, and turns a report into sealed envelopes, its card into one
// sealed card, or what is put on pause into a message to its author, on the phone.
// It never speaks to the network and never answers with plaintext: a failure is a reason.
import { entries, observatory } from 'balise:directory'
import { sealCard } from '../../sealing/seal-card.ts'
import { sealDraft } from '../../sealing/seal-own.ts'
import { sealReport } from '../../sealing/seal-report.ts'
import type { DirectoryReady, SealAnswer, SealingOutcome, SealRequest } from './worker-messages.ts'

const answer = (message: DirectoryReady | SealAnswer): void => postMessage(message)

async function seal(request: SealRequest): Promise<SealingOutcome> {
  if (request.type === 'seal-card') return { type: 'sealed', ...(await sealCard(request.card, observatory)) }
  if (request.type === 'seal-draft') {
    const draft = await sealDraft(request.draft, request.certificate, request.links)
    return draft.ok ? { type: 'sealed-draft', draft: draft.value } : { type: 'failed', reason: draft.reason }
  }
  const { turn, report, consents, writtenOn, code } = request
  const onSealed = (count: number): void => answer({ type: 'progress', turn, sealed: count })
  const sealed = await sealReport(report, consents, entries, writtenOn, onSealed, code)
  return sealed.ok ? { type: 'sealed', ...sealed.value } : { type: 'failed', reason: sealed.reason }
}

addEventListener('message', ({ data }: MessageEvent<SealRequest>) => {
  const { turn } = data
  seal(data).then(
    (outcome) => answer({ turn, ...outcome }),
    () => answer({ turn, type: 'failed', reason: 'failed' }),
  )
})

answer({
  type: 'ready',
  entries: entries.map(({ certificate: _key, ...offer }) => offer),
})
