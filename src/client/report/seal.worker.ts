// The sealing Worker: holds the directory it was built with, and turns a report into sealed envelopes, its card into one
// sealed card, or what is put on pause into a message to its author, on the phone.
// It never speaks to the network and never answers with plaintext: a failure is a reason.
import { entries, observatory } from 'balise:directory'
import { sealCard } from '../../sealing/seal-card.ts'
import { sealDraft } from '../../sealing/seal-own.ts'
import { sealReport } from '../../sealing/seal-report.ts'
import type { SealAnswer, SealCardRequest, SealDraftRequest, SealRequest } from './worker-messages.ts'

const answer = (message: SealAnswer): void => postMessage(message)

async function seal(request: SealRequest | SealCardRequest | SealDraftRequest): Promise<SealAnswer> {
  const { turn } = request
  try {
    if (request.type === 'seal-card')
      return { type: 'sealed', turn, ...(await sealCard(request.card, observatory)) }
    if (request.type === 'seal-draft') {
      const draft = await sealDraft(request.draft, request.certificate, request.links)
      return draft.ok
        ? { type: 'sealed-draft', turn, draft: draft.value }
        : { type: 'failed', turn, reason: draft.reason }
    }
    const { report, consents, writtenOn, code } = request
    const onSealed = (count: number): void => answer({ type: 'progress', turn, sealed: count })
    const sealed = await sealReport(report, consents, entries, writtenOn, onSealed, code)
    return sealed.ok
      ? { type: 'sealed', turn, ...sealed.value }
      : { type: 'failed', turn, reason: sealed.reason }
  } catch {
    return { type: 'failed', turn, reason: 'failed' }
  }
}

addEventListener('message', ({ data }: MessageEvent<SealRequest | SealCardRequest | SealDraftRequest>) => {
  void seal(data).then(answer)
})

answer({
  type: 'ready',
  entries: entries.map(({ certificate: _key, ...offer }) => offer),
})
