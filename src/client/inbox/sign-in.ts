// Signing in: the key is unlocked in its Worker, signs the server's challenge there, and only the signature is sent.
import * as v from 'valibot'
import type { SignIn } from '../../protocol/inbox.ts'
import { accept, decline, type Result } from '../../protocol/result.ts'
import { call, type CallFault } from '../api.ts'
import type { KeyHolder } from './key-holder.ts'
import type { KeySource, Member, UnlockFault } from './key-messages.ts'

export type SignInFault =
  | UnlockFault
  | 'not-a-challenge'
  | 'broken'
  | 'sign-in-refused'
  | 'unreachable'
  | 'unexpected'

const ChallengeOffer = v.object({ challenge: v.string() })

/** On success the browser holds the session's cookie, which this code cannot read. */
export async function signIn(
  holder: KeyHolder,
  key: KeySource,
  passphrase: string,
): Promise<Result<Member, SignInFault>> {
  const answered = await holder.ask({ ask: 'unlock', key, passphrase })
  if (!answered.ok) return answered
  const unlocked = answered.value
  if (!unlocked.ok) return unlocked
  const entered = await enter(holder, unlocked.value.association)
  return entered.ok ? accept(unlocked.value) : entered
}

/** Opens a session with the key that the Worker holds already. */
export async function enter(holder: KeyHolder, association: string): Promise<Result<null, SignInFault>> {
  const offer = await call('/api/sign-in-challenge')
  if (!offer.ok) return decline(signInFault(offer.reason))
  const parsed = v.safeParse(ChallengeOffer, offer.value)
  if (!parsed.success) return decline('unreachable')
  const { challenge } = parsed.output

  const signed = await holder.ask({ ask: 'sign', origin: location.origin, challenge })
  if (!signed.ok) return signed
  if (!signed.value.ok) {
    return decline(signed.value.reason === 'clock' ? 'sign-in-refused' : 'not-a-challenge')
  }
  const statement: SignIn = { association, challenge, signature: signed.value.value }
  const session = await call('/api/session', {
    method: 'POST',
    credentials: 'same-origin',
    body: JSON.stringify(statement),
  })
  return session.ok ? accept(null) : decline(signInFault(session.reason))
}

/** Of the server's refusals, only three things a member can act on: their network, their clock or key, or waiting. */
function signInFault(reason: CallFault): SignInFault {
  if (reason === 'unreachable') return 'unreachable'
  return reason === 'sign-in-refused' ? 'sign-in-refused' : 'unexpected'
}

/** Tells the server the session is over. The key is gone whatever it answers. */
export const signOut = (): Promise<unknown> =>
  call('/api/session', { method: 'DELETE', credentials: 'same-origin' })
