// Changes one sealed paper of an association on top of what others wrote meanwhile. What was sent and never heard of is looked for before
// it is sent again: nothing is lost, and nothing is there twice.
import type { EditFault } from './case-edit.ts'
import type { Day } from '../protocol/day.ts'
import { MAX_TEAM_MEMBERS } from '../protocol/limits.ts'
import { accept, decline, type Result } from '../protocol/result.ts'
import type { CallFault } from '../protocol/error-codes.ts'

/** `unread`: a paper is there that cannot be believed. */
export type DeskFault = EditFault | 'too-long' | 'unread' | 'unreachable' | 'unexpected'

/** What it takes to change a paper. */
export interface PaperMeans<Work, Post> {
  today: () => Promise<Result<Day, CallFault>>
  /** Reads it as it is by now; answers what was in the way, or null. */
  renew: () => Promise<DeskFault | null>
  /** As it was read last; null where it cannot be believed. */
  now: () => Work | null
  seal: (work: Work, today: Day) => Promise<Result<Post, 'too-long' | 'broken'>>
  post: (post: Post) => Promise<Result<unknown, CallFault>>
}

/** How often a change is made again on top of someone else's: each time one of those who write at once gets through. */
const TRIES = 2 * MAX_TEAM_MEMBERS

const CAME_FIRST: readonly CallFault[] = ['case-changed', 'paper-changed', 'record-changed']

/** The paper as everyone reads it once the change is in it. */
export async function editOnTop<Work, Post>(
  change: (now: Work) => Result<Work, EditFault>,
  { today, renew, now, seal, post }: PaperMeans<Work, Post>,
): Promise<Result<Work, DeskFault>> {
  const day = await today()
  if (!day.ok) return decline(deskFaultOf(day.reason))
  for (let tries = 0; tries < TRIES; tries++) {
    // What others wrote, or what was sent from here and never heard of, comes first.
    const lacking = await renew()
    if (lacking) return decline(lacking)
    const work = now()
    if (work === null) return decline('unread')
    const next = change(work)
    if (!next.ok) return next
    if (JSON.stringify(next.value) === JSON.stringify(work)) return accept(work)
    const sealed = await seal(next.value, day.value)
    if (!sealed.ok) return decline(sealed.reason === 'too-long' ? 'too-long' : 'unexpected')
    const kept = await post(sealed.value)
    if (kept.ok) {
      // What was written is read back, as everyone else reads it.
      const unread = await renew()
      const written = now()
      if (unread || written === null) return decline(unread ?? 'unread')
      return accept(written)
    }
    if (!CAME_FIRST.includes(kept.reason)) return decline(deskFaultOf(kept.reason))
  }
  return decline('unexpected')
}

export const deskFaultOf = (reason: CallFault): DeskFault =>
  reason === 'unreachable' ? reason : 'unexpected'
