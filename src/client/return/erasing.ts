// Erases what this site keeps for a code: the files of its envelopes, its envelopes at every association, then its mailbox. Files go
// first: once an envelope is gone, nothing tells that it may have had some.
import { everyNumber, everSent } from './own-envelopes.ts'
import type { Visit } from './visit.ts'

/** Whether the site confirmed all of it; otherwise it may be asked again, which does the rest. */
export async function eraseEverything({ keys, means: { thread, network } }: Visit): Promise<boolean> {
  const offers = await thread.offers()
  if (!offers) return false
  const associations = offers.map(({ association }) => association)
  const found = await network.find(keys.links, associations, 'all')
  if (!found.ok || !(await network.releaseFiles(keys.links, everSent(found.value))).ok) return false
  if (!(await network.eraseEnvelopes(keys.links, everyNumber(associations), 'all')).ok) return false
  return (await network.erase(keys, 'all')).ok
}

export const eraseMessages = async (
  { keys, means: { network } }: Visit,
  ids: readonly string[],
): Promise<boolean> => (await network.erase(keys, ids)).ok
