// What the team calls whoever has a key. A key that is nobody's now is said to be so.
import type { Words } from '../inbox/words.ts'
import type { TeammateView } from './team-messages.ts'

/** `self` is the fingerprint of whoever looks: where there is no team, nobody else has a name. */
export const nameIn =
  (teammates: readonly TeammateView[], self: string, words: Words) =>
  (fingerprint: string): string =>
    teammates.find((mate) => mate.fingerprint === fingerprint)?.name ??
    words(fingerprint === self ? 'cases.me' : 'cases.gone')
