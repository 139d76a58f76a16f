// To whom a person lets their report be passed on, by what they last said. It counts nothing that is not proven to be theirs.
import type { Day } from '../../protocol/day.ts'
import type { AwaitedEnvelope } from '../../protocol/transfer.ts'
import { isBelieved } from '../../sealing/thread-trust.ts'
import type { Case } from './cases.ts'

/** `since` is the day their yes was received, or null when the report itself says so. */
export interface Transfer {
  association: string
  since: Day | null
  /** Where they await it; null where they must be asked again: they have another code since, or never said where. */
  at: AwaitedEnvelope | null
}

/** In the order they were allowed. None once consent was withdrawn. On one day it is not known which came last: a no then holds. */
export function transfersOf({ head: { opened }, thread }: Case): Transfer[] {
  if (!opened.ok || opened.value.kind !== 'report' || thread?.withdrawnOn) return []
  const allowed = new Map<string, Omit<Transfer, 'association'>>(
    opened.value.consent.transfersTo.map((to) => [to, { since: null, at: null }]),
  )
  const refused = new Map<string, Day>()
  for (const { trust, contents, receivedOn } of thread?.messages ?? []) {
    if (!isBelieved({ trust }) || contents.kind !== 'follow-up' || !contents.granting) continue
    const { to, answer, at = null } = contents.granting
    if (answer === 'no') {
      refused.set(to, receivedOn)
      allowed.delete(to)
      continue
    }
    const current = contents.thread === thread?.thread ? at : null
    const known = allowed.get(to)
    if (known && current) allowed.set(to, { since: known.since ?? receivedOn, at: current })
    else if (!known && refused.get(to) !== receivedOn) allowed.set(to, { since: receivedOn, at: current })
  }
  return [...allowed].map(([association, given]) => ({ association, ...given }))
}
