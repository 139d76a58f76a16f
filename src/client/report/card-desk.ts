// What being counted relies on: its own challenge, its own proof, its own request. It shares none of them with a submission, and
// sends nothing but a sealed card.
import { call } from '../api.ts'
import type { CardMeans } from './counting.ts'
import { ProvingDesk } from './proving-desk.ts'
import type { SealingDesk } from './sealing-desk.ts'

/** The page's one sealing Worker is on the phone already: it is not fetched twice. */
export function cardDesk(sealing: SealingDesk): CardMeans {
  const prover = new ProvingDesk()
  return {
    challenge: () => call('/api/card-challenge'),
    solve: (challenge) => prover.solve(challenge, () => {}),
    sealCard: (card) => sealing.sealCard(card),
    renew: () => sealing.restart(),
    post: (body, proof) => call('/api/cards', { method: 'POST', headers: { Proof: proof }, body }),
    close: () => prover.close(),
  }
}
