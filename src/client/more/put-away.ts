// Puts the story away: seals it to its author's own key and posts it to their own mailbox. Nothing else is sent, and nothing counts
// as kept unless the server answers with our own digest.
import type { ReturnKeys } from '../../crypto/return-keys.ts'
import { addDays, addMonths, isDay, type Day } from '../../protocol/day.ts'
import { KEEP_MONTHS, PAUSE_DAYS } from '../../protocol/limits.ts'
import type { Keeping } from '../../protocol/mailbox.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call } from '../api.ts'
import type { CodeDesk } from '../code/code-desk.ts'
import { ProvingDesk } from '../report/proving-desk.ts'
import type { SealingDesk } from '../report/sealing-desk.ts'
import { addressOf, eraseMailbox, writeMailbox } from '../return/mailbox-line.ts'
import type { UnsealedDraft } from './draft.ts'

/** What can be done about it differs: wait and try again, shorten, or try later. */
export type PutAwayFault = 'unreachable' | 'too-long' | 'refused'

interface Means {
  codes: CodeDesk
  desk: SealingDesk
  prover: ProvingDesk
}

/** The answer is the last day on which it is kept. */
export async function putAway(
  draftOf: (today: Day) => UnsealedDraft,
  keep: Keeping,
  keys: ReturnKeys,
  means: Means,
): Promise<Result<Day, PutAwayFault>> {
  const today = await serverDay()
  if (today === null) return decline('unreachable')
  const sealed = await means.desk.sealDraft(draftOf(today), keys.certificate, keys.links)
  if (!sealed.ok) return decline(sealed.reason === 'too-long' ? 'too-long' : 'refused')
  const written = await writeMailbox(addressOf(keys), sealed.value, keep, lineMeans(keys, means))
  if (written.ok) return accept(lastDay(keep, today))
  return decline(written.reason === 'unreachable' ? 'unreachable' : 'refused')
}

/** The last day on which it is kept. */
const lastDay = (keep: Keeping, today: Day): Day =>
  keep === 'month' || keep === 'half-year' || keep === 'year'
    ? addMonths(today, KEEP_MONTHS[keep])
    : addDays(today, PAUSE_DAYS)

/** Lets go of a story that was put away before. When it does not work, it goes by itself at the end of its time. */
export const letGo = (message: string, keys: ReturnKeys, means: Omit<Means, 'desk'>): Promise<unknown> =>
  eraseMailbox(keys, [message], lineMeans(keys, means))

const lineMeans = (keys: ReturnKeys, { codes, prover }: Omit<Means, 'desk'>) => ({
  sign: (statement: string) => codes.sign(keys, statement),
  solve: (challenge: string) => prover.solve(challenge, () => {}),
})

async function serverDay(): Promise<Day | null> {
  const answer = await call('/api/mailbox-challenge')
  if (!answer.ok) return null
  const { today } = (answer.value ?? {}) as { today?: unknown }
  return typeof today === 'string' && isDay(today) ? today : null
}
