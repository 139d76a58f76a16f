// Makes the server keep the files of a case as long as the case lives. It renews nothing that the association may no longer use, nor
// what nobody has proven to come from its author.
import { holdSecretsOf } from '../../crypto/holds.ts'
import { isOver } from '../../protocol/case-state.ts'
import type { Attachments } from '../../protocol/attachment.ts'
import { dayOf } from '../../protocol/day.ts'
import { MAX_HOLDS } from '../../protocol/limits.ts'
import type { HoldSecrets } from '../../protocol/parts.ts'
import { isBelieved } from '../../sealing/thread-trust.ts'
import { call } from '../api.ts'
import { isNew, type Case } from './cases.ts'

export interface HoldKeeper {
  /** Renews what a case has, once a visit. False when the server could not be told. */
  keep: (each: Case) => Promise<boolean>
}

/** `renew` tells the server of one envelope's secrets; true once it knows. */
export function makeHoldKeeper(renew: (secrets: readonly string[]) => Promise<boolean>): HoldKeeper {
  const asked = new Map<string, Promise<boolean>>()
  const keepOne = async ({ hold, files }: Attachments): Promise<boolean> => {
    const parts = files.reduce((sum, file) => sum + file.parts.length, 0)
    const kept = await renew(await holdSecretsOf(hold, parts))
    if (!kept) asked.delete(hold)
    return kept
  }
  return {
    keep: async (each) => {
      const owed = mayKeep(each) ? provenFiles(each) : []
      const answers = owed.map((attachments) => {
        const answer = asked.get(attachments.hold) ?? keepOne(attachments)
        asked.set(attachments.hold, answer)
        return answer
      })
      return !(await Promise.all(answers)).includes(false)
    },
  }
}

/** No session goes along: whoever has the secrets may renew. */
export async function renewHolds(secrets: readonly string[]): Promise<boolean> {
  for (let at = 0; at < secrets.length; at += MAX_HOLDS) {
    const some: HoldSecrets = { version: 1, secrets: secrets.slice(at, at + MAX_HOLDS) }
    const answer = await call('/api/part-holds/renewals', { method: 'POST', body: JSON.stringify(some) })
    if (!answer.ok) return false
  }
  return true
}

/** Confirmed, not over, and still allowed; while what follows has not arrived, a withdrawal may be among it. */
function mayKeep(each: Case): boolean {
  const { head, thread } = each
  if (thread === null || thread.withdrawnOn !== null || isOver(head.standing) || isNew(each)) return false
  return head.opened.ok && head.opened.value.kind === 'report' && !isConsentOver(each)
}

const isConsentOver = ({ head: { opened } }: Case): boolean =>
  opened.ok && opened.value.kind === 'report' && opened.value.consent.until < dayOf(Date.now())

/** Of the report, and of each message whose author is proven. */
export function provenFiles({ head: { opened }, thread }: Case): Attachments[] {
  const reported = opened.ok && opened.value.kind === 'report' ? opened.value.attachments : undefined
  const followed = (thread?.messages ?? []).flatMap(({ trust, contents }) =>
    isBelieved({ trust }) && contents.kind === 'follow-up' ? (contents.attachments ?? []) : [],
  )
  return [...(reported ? [reported] : []), ...followed]
}
