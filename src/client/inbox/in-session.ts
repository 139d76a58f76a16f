// Asks the server in the member's session. One that ended while something is typed is opened again, by the key that is still here: nothing
// typed is lost.
import { decline, type Result } from '../../protocol/result.ts'
import type { CallFault } from '../api.ts'
import type { KeyHolder } from './key-holder.ts'
import { openSession } from './sign-in.ts'

/** Asks again once the session was opened anew, where it had ended. */
export type InSession = <Value>(
  ask: () => Promise<Result<Value, CallFault>>,
) => Promise<Result<Value, CallFault>>

export const makeInSession =
  (holder: KeyHolder, association: string, holdsAnything: () => boolean): InSession =>
  async (ask) => {
    const answer = await ask()
    if (answer.ok || answer.reason !== 'sign-in-required' || !holdsAnything()) return answer
    const entered = await openSession(holder, association)
    return entered.ok ? ask() : decline('unexpected')
  }
