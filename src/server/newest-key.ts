// The key that an association seals its own work to: the newest its team named, or the directory's where it has no team.
import type { House } from './env.ts'
import { standingTeam } from './standing-team.ts'

/** Its ID, in 16 upper-case hexadecimal digits; null when there is none that may be sealed to at an instant (milliseconds). */
export async function newestKeyId(
  house: Pick<House, 'directory' | 'envelopes'>,
  association: string,
  at: number,
): Promise<string | null> {
  const { newest } = await standingTeam(house, association, at)
  if (newest) return newest.roster.keys.at(-1)?.encryptionKeyId ?? null
  return (await house.directory.rosterKeyOf(association, at))?.encryptionKeyId ?? null
}
